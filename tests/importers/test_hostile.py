"""Files that mean harm, or were harmed: each costs a line."""

import gzip
import io
import struct
import zipfile

import pytest
from fit_writer import activity, file_id, fit, session
from test_fit import START
from tracks import gpx, run_points

from fuelcalc.errors import InputError
from fuelcalc.importers.activities import source, track
from fuelcalc.importers.activities.door import DAMAGED, read_activities

RUN = gpx(run_points(3000, 900))
FIT = fit(file_id(), session(START, timer=1800, elapsed=1800, metres=6000), activity(START, START))


def packed(files, **more):
    """A zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, **more) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def whys(found):
    """Why something was refused, a line each."""
    return [each.why for each in found.refused]


def test_reads_files_in_archives(read):
    """A zip with a gzip in it, as bulk exports have them, and what is none of ours in a line."""
    inside = {"activities/1.fit.gz": gzip.compress(FIT), "b.gpx": RUN, "photo.png": b"\x89PNG\r\n"}
    found = read({"export.zip": packed(inside)})
    assert [each.origin.file for each in found.sessions] == [
        "export.zip/1.fit.gz",
        "export.zip/b.gpx",
    ]
    assert whys(found) == ["a picture; export the data themselves"]


def test_reads_a_folder(tmp_path):
    """A folder stands for the files in it; hidden ones are none."""
    (tmp_path / "a.gpx").write_text(RUN, encoding="utf-8")
    (tmp_path / ".b.gpx").write_text("x", encoding="utf-8")
    found = read_activities([tmp_path], time_zone="Europe/Berlin")
    assert (len(found.sessions), found.refused) == (1, ())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (packed({"a.gpx": b" " * 20_000_000}), "an archive that unpacks to over 200 times"),
        (packed({"../a.gpx": RUN}), "an archive whose names lead out of it"),
        (packed({"/etc/a.gpx": RUN}), "an archive whose names lead out of it"),
        (packed({"a.zip": packed({"b.zip": packed({"c.gpx": RUN})})}), "packed too often"),
        (b"PK\x03\x04" + b"\x00" * 40, "a damaged archive"),
        (gzip.compress(RUN.encode())[:-30], "cannot be read further"),
        (b"\x1f\x8b\x08" + b"\xff" * 50, "cannot be read further"),
        (packed({"xl/workbook.xml": "<a/>", "b.xml": "<b/>"}), "a damaged workbook: "),
        (b"", "the file is empty"),
        (b"\x00" * 1000, "none of the formats that are read"),
        (b"<gpx" + b"><a" * 100_000, "nested over 64 elements deep"),
        (b"<!DOCTYPE gpx [" + b"<!ENTITY a 'b'>" * 100_000, "none of the formats"),
        (b"<workout_file/>", "a planned workout of Zwift, without a date"),
        (b"\xef\xbb\xbf<kml/>", "a map of places (KML); export GPX instead"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_costs_a_line(read, content, why):
    """Bombs, ways out, damage and what is nothing of ours are refused, and say why."""
    found = read({"a": content})
    assert found.sessions == ()
    assert found.refused[0].why.startswith(why)
    assert "\n" not in found.refused[0].why


def test_refuses_archives_whose_files_overlap(read):
    """The same bytes cannot stand for two files."""
    data = packed({"a.gpx": RUN, "b.gpx": RUN})
    place = data.rindex(b"PK\x01\x02")
    data = data[: place + 42] + struct.pack("<I", 0) + data[place + 46 :]
    assert whys(read({"a.zip": data})) == ["an archive whose files overlap"]


def test_refuses_links_in_archives(read):
    """A link leads to what is no file of the archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        link = zipfile.ZipInfo("a.gpx")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert whys(read({"a.zip": made.getvalue()})) == ["an archive whose names lead out of it"]


def test_expands_and_fetches_nothing(read):
    """A document type is dropped, so that its entities are none; control characters too."""
    evil = (
        "<?xml version='1.0'?><!DOCTYPE gpx [<!ENTITY a SYSTEM 'file:///etc/passwd'>"
        "<!ENTITY b '&a;&a;&a;'>]>"
    )
    sound = read({"a.gpx": evil + RUN.partition("?>")[2].replace("Morning", "Mor\x0bning")})
    assert [each.title for each in sound.sessions] == ["Morning"]
    named = read({"b.gpx": evil + RUN.partition("?>")[2].replace("Morning", "&b;")})
    assert whys(named)[0].startswith("not well-formed XML: undefined entity")


def test_reads_no_more_than_the_bounds(read, monkeypatch):
    """A larger file, or one of more points, is read so far and said to go on."""
    monkeypatch.setattr(track, "MOST_RECORDS", 30)
    found = read({"a.gpx": RUN})
    assert found.sessions[0].distance_km < 1.6
    assert whys(found) == ["over 30 points; the rest is not read"]
    monkeypatch.setattr("fuelcalc.importers.activities.streams.MOST_BYTES", 3000)
    assert whys(read({"b.gpx": RUN}))[0].endswith("the rest is not read")
    assert source.MOST_BYTES == 64_000_000


@pytest.mark.parametrize("content", [FIT, RUN.encode()], ids=["fit", "gpx"])
def test_tells_how_far_it_is(tmp_path, content):
    """Every byte of a file is told once."""
    path = tmp_path / "a"
    path.write_bytes(content)
    told = []
    read_activities([path], progress=told.append)
    assert sum(told) == len(content)


def test_refuses_files_that_are_not_there(tmp_path):
    """What was asked for by name and is missing is the caller's mistake."""
    with pytest.raises(InputError, match=r"run\.fit: cannot be read: No such file"):
        read_activities([tmp_path / "run.fit"])


@pytest.mark.parametrize(
    ("name", "word"), [("mass_unit", "stone"), ("distance_unit", "m"), ("time_zone", "Berlin")]
)
def test_refuses_unknown_words(name, word):
    """A unit or a zone that is none is answered with what there is."""
    with pytest.raises(InputError, match=word):
        read_activities([], **{name: word})


def test_has_a_net_below_its_readers(read, monkeypatch):
    """Even a reader that fails costs a line."""

    def failing(_):
        raise KeyError("x")

    monkeypatch.setattr("fuelcalc.importers.activities.gpx.read", failing)
    assert whys(read({"a.gpx": RUN})) == [DAMAGED]


def test_keeps_a_line_short_whatever_a_file_holds(read, monkeypatch):
    """What is said of a file is cut where it is long; the file's own name is whole."""
    monkeypatch.setattr("fuelcalc.importers.activities.door.why_unknown", lambda _: "why " * 100)
    name = f"{'n' * 200}.bin"
    (refused,) = read({name: b"nothing"}).refused
    assert refused.file == name
    assert len(refused.why) == 160
    assert refused.why.endswith("why…")


@pytest.mark.parametrize(
    "text",
    [
        "Date,Weight (kg)\n",
        "Date,Weight (kg),Energy (kcal)\n2026-11-01,,n/a\n",
        "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps\n",
    ],
)
def test_says_that_a_file_holds_nothing(read, text):
    """No file is passed over without a line, not even one that is sound and empty."""
    (refused,) = read({"a.csv": text}).refused
    assert (refused.file, refused.why) == ("a.csv", "no session and no reading in it")
