"""A small writer of FIT files, from the numbers of its fields."""

import datetime as dt
import struct

EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)
# Kind of a field: the number of its base type, and how Python packs it.
KINDS = {
    "enum": (0x00, "B"),
    "sint8": (0x01, "b"),
    "uint8": (0x02, "B"),
    "uint16": (0x84, "H"),
    "sint32": (0x85, "i"),
    "uint32": (0x86, "I"),
    "uint32z": (0x8C, "I"),
}
FILE_ID, SESSION, LAP, RECORD, EVENT, ACTIVITY, SET, STEP, SCALE = (
    0,
    18,
    19,
    20,
    21,
    34,
    225,
    27,
    30,
)
RUNNING, CYCLING, TRANSITION, TRAINING, SWIMMING = 1, 2, 3, 10, 5
GENERIC, TREADMILL, STRENGTH = 0, 1, 20


def seconds(moment):
    """A moment as FIT counts it."""
    return round((moment - EPOCH).total_seconds())


def semicircles(degrees):
    """Degrees as FIT counts them."""
    return round(degrees * 2**31 / 180)


def checksum(data):
    """The CRC of FIT, by nibbles as its own documentation has it."""
    table = [
        0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
        0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
    ]  # fmt: skip
    crc = 0
    for byte in data:
        for nibble in (byte & 0xF, byte >> 4):
            crc = (crc >> 4) & 0x0FFF ^ table[crc & 0xF] ^ table[nibble]
    return crc


def message(number, **fields):
    """A definition and its data: each field as name=(number, kind, value or values)."""
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    data = b"\x00"
    for field, kind, value in fields.values():
        values = value if isinstance(value, tuple) else (value,)
        code, letter = KINDS[kind]
        definition += struct.pack("<BBB", field, struct.calcsize(letter) * len(values), code)
        data += struct.pack(f"<{len(values)}{letter}", *values)
    return definition + data


def fit(*messages):
    """A whole file."""
    body = b"".join(messages)
    header = struct.pack("<BBHI4s", 14, 0x20, 2132, len(body), b".FIT")
    header += struct.pack("<H", checksum(header))
    return header + body + struct.pack("<H", checksum(header + body))


def file_id(kind=4, manufacturer=1):
    """What the file is: 4 an activity, 2 settings, 5 a workout, 9 a scale's."""
    return message(
        FILE_ID,
        type=(0, "enum", kind),
        manufacturer=(1, "uint16", manufacturer),
        serial=(3, "uint32z", 12345),
    )


def session(start, *, sport=RUNNING, sub_sport=GENERIC, timer=0, elapsed=0, metres=None, **more):
    """A session; times in seconds, and start a moment or seconds since power-on."""
    fields = {
        "start": (2, "uint32", start if isinstance(start, int) else seconds(start)),
        "sport": (5, "enum", sport),
        "sub_sport": (6, "enum", sub_sport),
        "elapsed": (7, "uint32", round(elapsed * 1000)),
        "timer": (8, "uint32", round(timer * 1000)),
    }
    if metres is not None:
        fields["metres"] = (9, "uint32", round(metres * 100))
    numbers = {
        "kcal": (11, "uint16"),
        "ascent": (22, "uint16"),
        "temperature": (57, "sint8"),
        "rpe": (193, "uint8"),
    }
    fields |= {name: (*numbers[name], value) for name, value in more.items()}
    return message(SESSION, **fields)


def activity(utc, local):
    """The end of a file, by both clocks; either may be seconds."""
    first, second = (each if isinstance(each, int) else seconds(each) for each in (utc, local))
    return message(ACTIVITY, utc=(253, "uint32", first), local=(5, "uint32", second))


def record(moment, *, altitude=None, metres=None, place=None):
    """A record; a place is latitude and longitude in degrees."""
    fields = {"time": (253, "uint32", moment if isinstance(moment, int) else seconds(moment))}
    if place is not None:
        fields["latitude"] = (0, "sint32", semicircles(place[0]))
        fields["longitude"] = (1, "sint32", semicircles(place[1]))
    if altitude is not None:
        fields["altitude"] = (2, "uint16", round((altitude + 500) * 5))
    if metres is not None:
        fields["metres"] = (5, "uint32", round(metres * 100))
    return message(RECORD, **fields)


def lap(start, *, timer, metres):
    """A lap."""
    return message(
        LAP,
        start=(2, "uint32", seconds(start)),
        timer=(8, "uint32", round(timer * 1000)),
        metres=(9, "uint32", round(metres * 100)),
    )


def one_set(start, *, reps=0, kg=0.0, duration=30.0, category=0, kind=1, active=True):
    """A set: bench press with a barbell unless another category is given."""
    return message(
        SET,
        duration=(0, "uint32", round(duration * 1000)),
        repetitions=(3, "uint16", reps),
        weight=(4, "uint16", round(kg * 16)),
        set_type=(5, "uint8", int(active)),
        start=(6, "uint32", seconds(start)),
        category=(7, "uint16", (category, 65534, 65534)),
        subtype=(8, "uint16", (kind, 65535, 65535)),
    )


def stop(moment, *, starts=False):
    """The timer stopped, or started again."""
    return message(
        EVENT,
        time=(253, "uint32", seconds(moment)),
        event=(0, "enum", 0),
        type=(1, "enum", 0 if starts else 4),
    )
