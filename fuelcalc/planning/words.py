"""What the plan says of a day: every note and reason, by its code."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from fuelcalc.models.targets import Note, Reason

Level = Literal["info", "caution", "warning"]
KM_PER_MILE = 1.609344


class Words(NamedTuple):
    """How serious a note is, and what it says; {names} are filled in."""

    level: Level
    text: str


NOTES: Mapping[str, Words] = {
    "age-beyond-fit": Words(
        "info",
        "The resting-energy equation was fitted up to 78 years; beyond, it is extrapolated.",
    ),
    "assumed-pace": Words(
        "info",
        "No pace was given for a part: {metric} /km ({miles} /mi) is assumed, from {basis}. "
        "{remedy}.",
    ),
    "assumed-start": Words("info", "No start was given for the {session}: {time} is assumed."),
    "availability-covered": Words(
        "info",
        "Energy availability{basis}: the plan covers your training.",
    ),
    "availability-low": Words(
        "caution",
        "Energy availability{basis} is under 35 kcal/kg: for a short time only. Watch for "
        "fatigue, falling performance, aches, illness or missed periods.",
    ),
    "availability-reduced": Words(
        "info",
        "Energy availability{basis} is reduced while the deficit lasts.",
    ),
    "availability-check": Words(
        "caution",
        "Energy availability{basis} is under 30 kcal/kg although the plan covers what is spent: "
        "check mass, body fat and resting energy, and talk to a doctor or sports dietitian if they "
        "are right.",
    ),
    "average-day": Words(
        "info",
        "This is an average day of your week, from the weekly mileage and lifts alone; its "
        "sessions have no place on the clock. Add --run and --lift, or --rest, for a real day.",
    ),
    "caffeine": Words(
        "info",
        "Caffeine: about {dose:.0f} mg at {time}, before the {session} (3 mg/kg, at most "
        "200 mg at once and 400 mg a day), none within nine hours of sleep.",
    ),
    "caffeine-too-late": Words(
        "info",
        "No caffeine before the {session} at {time}: it is within nine hours of sleep.",
    ),
    "eer-differs": Words(
        "caution",
        "The 2023 reference equation is {percent:.0f} % away for such a day; check mass, "
        "height and body fat.",
    ),
    "extrapolated": Words(
        "info",
        "Part of the run is {what}, beyond the runners measured; its cost is extrapolated.",
    ),
    "early-long-session": Words(
        "caution",
        "The {session} is long and there is little time to eat before it: wake earlier for a "
        "breakfast two to three hours before the start, if you can.",
    ),
    "fasted-run": Words(
        "info",
        "The run at {time} starts before anything is eaten; eat protein and carbohydrate within "
        "an hour after.",
    ),
    "fasted-run-building": Words(
        "caution",
        "The run at {time} starts too soon after waking to eat first. While building muscle do "
        "not run on an empty stomach: wake ten minutes earlier for a small snack, and eat "
        "protein and carbohydrate within an hour after.",
    ),
    "fat-gives-way": Words(
        "info",
        "Fat is below the preferred 0.8 g/kg or 20 % of energy, so that protein and the "
        "carbohydrate of this day fit.",
    ),
    "fluid-by-thirst": Words(
        "info",
        "Drink during sessions up to the amount shown, by thirst; never so much that you gain "
        "weight. Weigh in before and after to learn your own sweat rate.",
    ),
    "fluid-capped": Words(
        "caution",
        "You sweat more than can sensibly be drunk back today (800 ml in any hour); the rest "
        "comes back with tomorrow's food and drink.",
    ),
    "glycogen-load": Words(
        "info",
        "Carbohydrate loading for tomorrow's race: {aim:.0f} g/kg when full, from low-fibre "
        "foods you know; body mass rises 1 to 2 kg with the water it binds.",
    ),
    "late-session": Words(
        "info",
        "The {session} ends {time}, close to sleep: eat soon after it, and go easy on fat.",
    ),
    "lift-then-run": Words(
        "info",
        "Lift first, then run, back to back: the better order when there is one slot; keep the "
        "run easy.",
    ),
    "low-carbohydrate": Words(
        "caution",
        "Carbohydrate is below 130 g, the reference for the brain alone.",
    ),
    "menu-amino-acids": Words(
        "caution",
        "The day's foods are short of essential amino acids, as far as they are known: {names}. "
        "Have a pulse, or another protein food that suits you, beside the grains.",
    ),
    "menu-fibre": Words(
        "info",
        "{what} What you may eat brings it along: get used to it over weeks, drink with it, and "
        "keep it away from runs.",
    ),
    "menu-gap": Words(
        "caution",
        "With {limits} the foods at hand do not reach the day. Of those that you may eat, {foods} "
        "would help most; add a food or dish of your own that suits you (docs/own-foods.md).",
    ),
    "menu-low": Words(
        "info",
        "Low in today's food, against the reference intake: {names}. The week counts, not the "
        "day; what stays low for weeks is worth a word with a doctor or dietitian.",
    ),
    "menu-missed": Words(
        "caution",
        "The foods miss some targets, and nothing that suits you comes closer: {what} Make up "
        "for it at another meal.",
    ),
    "menu-slow": Words("info", "{what} Quicker dishes did not fit the day."),
    "no-caffeine": Words("caution", "Caffeine is left out here; ask a doctor first."),
    "order-reversed": Words(
        "caution",
        "Run before lift, back to back: if strength or muscle is what you train for, lift first "
        "and run right after.",
    ),
    "plant-iron": Words(
        "info",
        "Iron from plants is taken up less well, so the reference for vegetarians is 1.8 times as "
        "much: {iron:.0f} mg, of which today's foods hold {held:.0f}. Eat something with vitamin "
        "C beside beans and grains, have your ferritin measured, and take no supplement without "
        "a result.",
    ),
    "resting-differs": Words(
        "caution",
        "The resting energy you gave is {percent:.0f} % away from the equations; check that it "
        "is right, and that it is per day and in kcal.",
    ),
    "sessions-close": Words(
        "info",
        "The {first} and the {second} are {hours:.1f} h apart; six hours or more, run in the "
        "morning and lift in the evening, lets both work better.",
    ),
    "tomorrow-is-long": Words(
        "info",
        "A long or hard session comes tomorrow: more of today's carbohydrate is at the last meal.",
    ),
    "vegan-supplements": Words(
        "info",
        "Without animal food, vitamin B12 has to come from a supplement or fortified food. "
        "Iodine, vitamin D and algal omega-3 (EPA and DHA) are worth checking too.",
    ),
    "very-high-day": Words(
        "info",
        "This day costs more than 2.5 times resting energy: few people can eat that much in a "
        "day, so let the days around it help.",
    ),
    "week-unknown": Words(
        "info",
        "Your weekly mileage is not known, so the surplus is sized from this day alone. Give "
        "weekly_mileage and weekly_lifts to keep it the same every day.",
    ),
    "word-unknown": Words(
        "caution",
        "No food or dish is called {words}: likes, dislikes and foods to use up go by the names "
        "that fuelcalc foods and fuelcalc dishes list.",
    ),
    "yesterday-was-long": Words(
        "info",
        "Yesterday was long or hard: more of today's carbohydrate is at the first meal.",
    ),
}
"""Notes by code."""

REASONS: Mapping[str, str] = {
    "asked": "You asked for this balance yourself.",
    "asked-deficit": "You asked for a deficit. Running and lifting in a deficit costs muscle, "
    "recovery and bone: keep it short, on easy days, and stop at the first signs of "
    "under-fuelling (fatigue, poor sleep, falling performance, illness, missed periods).",
    "build": "Building muscle takes a surplus; this is its size for {season} and your lifting "
    "experience.",
    "energy-raised": "Protein, fat and the carbohydrate that training needs come to more than "
    "the energy asked for, so energy rises to fit them.",
    "glycogen-load": "A long race is next: carbohydrate is loaded, and energy rises with it "
    "for a day.",
    "high-mileage": "At {km:.0f} km ({miles:.0f} miles) a week a surplus is {how}, so it is "
    "{size}. Ask for one with balance if you want it all the same.",
    "lean": "A surplus of at least 5 % is planned because body mass or body fat is low.",
    "maintain": "You eat what you spend: training goes with enough food, and fuelcalc proposes no "
    "deficit.",
    "no-surplus": "No surplus is set here; see the notes.",
    "perform": "You eat what you spend, so that every session is fully fuelled.",
    "season": "In {season} the aim is to hold on to muscle; build it in the off-season.",
    "shortfall": "You usually eat less than this plan (see the present shortfall). Go up in "
    "steps of at most 250 kcal, one every week or two. A lasting shortfall shows as "
    "fatigue, falling performance, aches, illness or missed periods.",
}
"""Reasons by code."""


def note(code: str, **values: object) -> Note:
    """The note of that code, filled in."""
    words = NOTES[code]
    return Note(level=words.level, code=code, text=words.text.format(**values))


def reason(code: str, **values: object) -> Reason:
    """The reason of that code, filled in."""
    return Reason(code=code, text=REASONS[code].format(**values))
