"""Who eats: the limits of a body, habits, and what for."""

import datetime as dt

import numpy as np
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import refusal

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Athlete, Goal, Race
from fuelcalc.models.day import Day

BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}

# Each field's limits, from both sides: least, just under it, most, just over it.
LIMITS = [
    ("age", 14, 13.99, 90, 90.01),
    ("mass", "30 kg", "29.99 kg", "250 kg", "250.01 kg"),
    ("height", "120 cm", "119.9 cm", "230 cm", "230.1 cm"),
    ("body_fat", "3 %", "2.9 %", "60 %", "60.1 %"),
    ("steps", 0, -1, 60_000, 60_001),
    ("weekly_mileage", "0 km", "-1 km", "400 km", "400.1 km"),
    ("weekly_mileage_km", 0, -0.1, 400, 400.1),
    ("weekly_lifts", 0, -1, 14, 15),
    ("longest_run_30d", "0.1 km", "0.09 km", "300 km", "300.1 km"),
    ("usual_intake", "500 kcal", "499 kcal", "10000 kcal", "10001 kcal"),
    ("resting_energy", "600 kcal/day", "599 kcal/day", "5000 kcal/day", "5001 kcal/day"),
    ("running_economy", "0.6 kcal/kg/km", "0.59 kcal/kg/km", "1.6 kcal/kg/km", "1.61 kcal/kg/km"),
    ("sweat_rate", "0.1 L/h", "0.09 L/h", "4 L/h", "4.01 L/h"),
    ("sweat_sodium", "100 mg/L", "99 mg/L", "2500 mg/L", "2501 mg/L"),
    ("carbohydrate_tolerance", "20 g/h", "19 g/h", "120 g/h", "121 g/h"),
    ("meals_per_day", 2, 1, 6, 7),
]


class TestLimits:
    """Who fuelcalc plans for."""

    @pytest.mark.parametrize(("key", "least", "under", "most", "over"), LIMITS)
    def test_takes_the_limits_and_nothing_beyond(self, key, least, under, most, over):
        """The least and the most are inside; the next number out is refused by name."""
        for value in (least, most):
            Athlete.of(**{**BODY, key: value})
        for value in (under, over):
            assert refusal(Athlete.of, **{**BODY, key: value}).startswith(f"{key}: ")

    def test_holds_the_limits_for_typed_numbers_too(self):
        """The limits stand once, so the constructor refuses what `of` refuses."""
        for mass_kg in (29.99, 250.01):
            with pytest.raises(InputError, match=r"^mass_kg: "):
                Athlete(sex="male", age=30.0, mass_kg=mass_kg, height_cm=175.0)

    @pytest.mark.parametrize("times", [["07:30"], [f"{hour:02d}:00" for hour in range(8, 15)]])
    def test_takes_two_to_six_meal_times(self, times):
        """One meal time is too few and seven are too many."""
        assert refusal(Athlete.of, **BODY, meal_times=times).startswith("meal_times: ")

    def test_spells_out_who_it_is(self):
        """The same body, in US, British and metric words."""
        us = Athlete.of(**{**BODY, "mass": "150 lb", "height": "5 ft 6 in"})
        uk = Athlete.of(**{**BODY, "mass": "10 st 10 lb", "height": "5'6\""})
        assert us.mass_kg == pytest.approx(150 * 0.45359237, abs=1e-9)
        assert us == uk.model_copy(update={"mass_kg": us.mass_kg})
        assert uk.mass_kg == pytest.approx(us.mass_kg, abs=1e-9)
        assert us.bmi == pytest.approx(150 / 66**2 * 703.07, abs=0.01)  # CDC's US formula

    @pytest.mark.parametrize(
        ("key", "trap", "meant"),
        [
            ("mass", "70,5 kg", 70.5),
            ("height", "5 ft 11 in", 71 * 2.54),
            ("height", "1.68 m", 168.0),
            ("body_fat", "22,5 %", 0.225),
            ("usual_intake", "8786 kJ", 8786 / 4.184),
            ("usual_intake", "2,100 kcal", 2100.0),
            ("resting_energy", "1400 kcal", 1400.0),
            ("sweat_rate", "37 fl oz/h", 37 * 29.5735295625 / 1000),
            ("sweat_sodium", "40 mmol/L", 920.0),
        ],
    )
    def test_reads_what_pint_would_misread(self, key, trap, meant):
        """Decimal commas, feet and inches, kilojoules and fluid ounces are what people mean."""
        athlete = Athlete.of(**{**BODY, key: trap})
        field = next(name for name in Athlete.model_fields if name.startswith(key))
        assert getattr(athlete, field) == pytest.approx(meant, abs=1e-9)


@given(
    mass_lb=st.floats(67, 550),
    height_in=st.floats(48, 90),
    intake_kcal=st.floats(500, 10_000),
    week_mi=st.floats(0, 248),
)
def test_is_the_same_athlete_in_us_units(mass_lb, height_in, intake_kcal, week_mi):
    """Pounds, inches, miles and kilojoules give the athlete that metric units give."""
    us = Athlete.of(
        sex="male",
        age=30,
        mass=f"{mass_lb:.9f} lb",
        height=f"{height_in:.9f} in",
        usual_intake=f"{intake_kcal * 4.184:.9f} kJ",
        weekly_mileage=f"{week_mi:.9f} mi",
    )
    metric = Athlete.of(
        sex="male",
        age=30,
        mass=f"{mass_lb * 0.45359237:.12f} kg",
        height=f"{height_in * 2.54:.12f} cm",
        usual_intake=f"{intake_kcal:.12f} kcal",
        weekly_mileage=f"{week_mi * 1.609344:.12f} km",
    )
    names = ("mass_kg", "height_cm", "usual_intake_kcal", "weekly_mileage_km")
    # Typed to nine places: half a step of 1e-9 pounds or miles is all that may be lost.
    assert [getattr(us, name) for name in names] == pytest.approx(
        [getattr(metric, name) for name in names], abs=2e-9
    )


class TestOtherLibraries:
    """Numbers and quantities that other libraries hand over."""

    def test_takes_a_quantity_of_a_foreign_registry(self):
        """A quantity is converted by the registry that it comes from."""
        ureg = pint.UnitRegistry()
        athlete = Athlete.of(
            sex="male", age=30, mass=ureg.Quantity(154, "lb"), height=ureg.Quantity(1.75, "m")
        )
        assert athlete.mass_kg == pytest.approx(154 * 0.45359237, abs=1e-9)
        assert athlete.height_cm == pytest.approx(175.0, abs=1e-9)
        warm = Day.of(temperature=ureg.Quantity(68.0, "degF"))
        assert warm.temperature_degc == pytest.approx(20.0, abs=1e-9)
        week = Athlete.of(**BODY, weekly_mileage=ureg.Quantity(35, "mile/week"))
        assert week.weekly_mileage_km == pytest.approx(35 * 1.609344, abs=1e-9)

    def test_refuses_a_quantity_of_another_kind(self):
        """A length is not a mass, and one beyond the limits is shown in kilograms."""
        ureg = pint.UnitRegistry()
        line = refusal(Athlete.of, **{**BODY, "mass": ureg.Quantity(1.75, "m")})
        assert "is a length" in line
        line = refusal(Athlete.of, **{**BODY, "mass": ureg.Quantity(62, "lb")})
        assert line.startswith("mass: 28.12 kg is outside 30 to 250 kg")

    def test_takes_the_numbers_of_an_array(self):
        """Numbers out of arrays are Python's own inside."""
        athlete = Athlete.of(
            sex="male",
            age=np.int64(30),
            mass_kg=np.float32(70.0),
            height_cm=np.float64(175.0),
            steps=np.int32(7000),
        )
        assert (athlete.age, athlete.mass_kg, athlete.height_cm) == (30.0, 70.0, 175.0)
        assert type(athlete.steps) is int


class TestMileage:
    """The running week."""

    @pytest.mark.parametrize(
        ("key", "text", "km"),
        [
            ("weekly_mileage", "35 mi", 35 * 1.609344),
            ("weekly_mileage", "56 km/week", 56.0),
            ("mileage", "8 km/day", 56.0),
            ("mileage", "350 mi in 3 months", 350 * 1.609344 / (3 * 365.25 / 12 / 7)),
            ("weekly_mileage_km", 56, 56.0),
        ],
    )
    def test_is_kilometres_a_week(self, key, text, km):
        """A week's distance, or a total over some time, as kilometres a week."""
        assert Athlete.of(**BODY, **{key: text}).weekly_mileage_km == pytest.approx(km, abs=1e-9)

    @pytest.mark.parametrize("key", ["mileage", "weekly_mileage"])
    def test_names_the_key_that_was_typed(self, key):
        """The error begins with the key, and with its place in a file."""
        with pytest.raises(InputError, match=rf"^athlete\.{key}: 35 has no unit"):
            Athlete.from_tree({**BODY, key: 35}, path="athlete.")


class TestRace:
    """A recent race."""

    @pytest.mark.parametrize(
        ("text", "km", "minutes"),
        [
            ("10 km in 48:30", 10.0, 48.5),
            ("half marathon in 1:45:00", 21.0975, 105.0),
            ("5k IN 22 min", 5.0, 22.0),
            (" 13.1 mi  in  1:45:00 ", 13.1 * 1.609344, 105.0),
            ("half marathon in 1:36", 21.0975, 96.0),
            ("marathon in 3:28", 42.195, 208.0),
            ("800 m in 2:40", 0.8, 160.0 / 60.0),
        ],
    )
    def test_is_a_distance_in_a_time(self, text, km, minutes):
        """The line reads as a distance and a duration."""
        race = Athlete.of(**BODY, recent_race=text).recent_race
        assert race.distance_km == pytest.approx(km, abs=1e-9)
        assert race.duration_min == pytest.approx(minutes, abs=1e-9)

    @pytest.mark.parametrize("text", ["10 km", "", "48:30", "in 48:30", "10 km 48:30"])
    def test_shows_how_a_race_is_written(self, text):
        """Anything else is answered with an example."""
        line = refusal(Athlete.of, **BODY, recent_race=text)
        assert line == f'recent_race: "{text}" cannot be read; write "10 km in 48:30"'

    def test_says_which_part_is_wrong(self):
        """A part that is no amount is named."""
        line = refusal(Athlete.of, **BODY, recent_race="10 kg in 48:30")
        assert line.startswith("recent_race.distance: 10 kg is a mass")

    @pytest.mark.parametrize(
        ("distance", "duration"),
        [("0.8 km", "2:00"), ("250 km", "48:00:00"), ("3 km", "7:00"), ("10 km", "2:30:00")],
    )
    def test_takes_the_limits(self, distance, duration):
        """The shortest and the longest race, the fastest and the slowest."""
        assert Race.of(distance=distance, duration=duration)

    @pytest.mark.parametrize(
        ("distance", "duration", "line"),
        [
            ("0.79 km", "3:00", "distance: 0.79 km is outside 0.8 to 250 km"),
            ("251 km", "30:00:00", "distance: 251 km is outside"),
            ("1 km", "1:59", 'duration: "1:59" is 1.983 min, outside 2 to 2880 min'),
            ("250 km", "48:00:01", 'duration: "48:00:01" is'),
            ("3 km", "6:59", "3 km in 6.98333 min is 2.33 min/km, outside 2.33 to 15"),
            ("10 km", "2:30:01", "10 km in 150.017 min is 15 min/km, outside"),
        ],
    )
    def test_refuses_what_no_runner_ran(self, distance, duration, line):
        """Beyond the limits, and beyond 2:20 to 15:00 a kilometre."""
        assert refusal(Race.of, distance=distance, duration=duration).startswith(line)


class TestConsistency:
    """Fields that have to agree."""

    def test_has_one_resting_energy(self):
        """A measured value and an equation are one too many."""
        line = refusal(
            Athlete.of, **BODY, resting_energy="1400 kcal/day", resting_equation="mifflin"
        )
        assert line.startswith("resting_energy is measured")

    @pytest.mark.parametrize("equation", ["cunningham-1980", "mifflin-ffm", "tinsley-ffm"])
    def test_needs_body_fat_for_an_equation_of_lean_mass(self, equation):
        """An equation on fat-free mass needs to know how much of the body is fat."""
        line = refusal(Athlete.of, **BODY, resting_equation=equation)
        assert line == f"resting_equation {equation} needs body_fat"
        assert Athlete.of(**BODY, resting_equation=equation, body_fat="22 %")

    @pytest.mark.parametrize("times", [["12:30", "07:30"], ["07:30", "07:30"]])
    def test_has_meal_times_in_order(self, times):
        """Meal times go up, each once."""
        assert refusal(Athlete.of, **BODY, meal_times=times).startswith(
            "meal_times must be in order"
        )

    def test_has_an_hour_between_meals(self):
        """F58: three breakfasts within ten minutes are refused, and 60 min apart are taken."""
        line = refusal(Athlete.of, **BODY, meal_times=["07:00", "07:05", "07:10"])
        assert line.startswith("meal_times 07:00 and 07:05 are 5 min apart, under 60;")
        assert "07:59" in refusal(Athlete.of, **BODY, meal_times=["07:00", "07:59"])
        assert Athlete.of(**BODY, meal_times=["07:00", "08:00"])

    @pytest.mark.parametrize(
        ("text", "start", "end", "minutes"),
        [
            ("09:00-19:00", "09:00", "19:00", 600),
            ("9am - 7pm", "09:00", "19:00", 600),
            ("10:00 to 22:30", "10:00", "22:30", 750),
            ("20:00\u201308:00", "20:00", "08:00", 720),
        ],
    )
    def test_takes_an_eating_window(self, text, start, end, minutes):
        """F58: two times, ten hours apart or more, also across midnight."""
        window = Athlete.of(**BODY, eating_window=text).eating_window
        assert (f"{window.start:%H:%M}", f"{window.end:%H:%M}") == (start, end)
        assert window.minutes == minutes

    @pytest.mark.parametrize(
        ("text", "part"),
        [
            ("12:00-20:00", "8 h, under the 10 h"),
            ("09:00-18:59", "9.98 h, under the 10 h"),
            ("09:00-09:00", "0 h"),
            ("8 hours", 'write "09:00-19:00"'),
            ("09:00-", 'write "09:00-19:00"'),
            ("09:00-25:00", "25:00"),
        ],
    )
    def test_refuses_an_eating_window_under_ten_hours(self, text, part):
        """F58: a narrower window costs mass unasked, and so does what is none."""
        assert part in refusal(Athlete.of, **BODY, eating_window=text)

    def test_has_meals_within_the_eating_window(self):
        """A meal of a set time that the window leaves out is refused."""
        window = {"eating_window": "09:00-19:00"}
        line = refusal(Athlete.of, **BODY, **window, meal_times=["09:00", "19:00"])
        assert "19:00 is outside the eating_window from 09:00 to 19:00" in line
        assert Athlete.of(**BODY, **window, meal_times=["09:00", "18:59"])
        night = {"eating_window": "20:00-06:00"}
        assert Athlete.of(**BODY, **night, meal_times=["05:00", "21:00"])

    def test_has_as_many_meals_as_meal_times(self):
        """A number of meals that says otherwise than the times is refused, and the same is not."""
        times = ["07:30", "12:30", "19:00"]
        assert Athlete.of(**BODY, meal_times=times).meal_times[0] == dt.time(7, 30)
        assert Athlete.of(**BODY, meal_times=times, meals_per_day=3)
        assert refusal(Athlete.of, **BODY, meal_times=times, meals_per_day=4) == (
            "meals_per_day is 4, but meal_times has 3; keep one of them"
        )

    def test_has_no_time_zone(self):
        """Times of day are the athlete's own; a zone is refused instead of compared."""
        times = [dt.time(7, tzinfo=dt.UTC), dt.time(12)]
        assert "no time zone" in refusal(Athlete.of, **BODY, meal_times=times)


class TestWords:
    """Closed lists."""

    def test_names_the_condition_that_was_meant(self):
        """A misspelt condition is refused, for a guard would miss it."""
        line = refusal(Athlete.of, **BODY, conditions=["pregnat"])
        assert line.startswith('conditions: "pregnat" is unknown; did you mean "pregnant"?')

    def test_reads_allergens_in_everyday_words(self):
        """Nuts are tree nuts and peanuts."""
        assert Athlete.of(**BODY, avoid=["nuts", "Dairy"]).avoid == ("peanut", "milk", "tree-nut")

    def test_refuses_an_unknown_allergen_and_restriction(self):
        """A word that cannot be placed is an error under its key."""
        assert refusal(Athlete.of, **BODY, avoid=["dust"]).startswith('avoid: "dust" is not an')
        assert refusal(Athlete.of, **BODY, restrictions=["paleo"]).startswith("restrictions: ")

    @pytest.mark.parametrize(("key", "word"), [("dislikes", "Oats"), ("avoid", "milk")])
    def test_refuses_a_word_that_is_liked_and_not(self, key, word):
        """Which of the two is meant nobody can know; other words stand beside each other."""
        line = refusal(Athlete.of, **BODY, likes=["rice", word.lower()], **{key: [word]})
        assert line == f'likes: "{word.lower()}" stands under {key} too; keep one of them'
        assert Athlete.of(**BODY, likes=["rice"], **{key: [word]}).likes == ("rice",)

    @pytest.mark.parametrize("season", ["off-season", "5k-10k", "race-week", "recovery"])
    def test_knows_the_seasons(self, season):
        """Seasons are hyphenated words."""
        assert Goal.of(season=season).season == season

    @pytest.mark.parametrize(
        ("balance", "kcal"),
        [("+250 kcal", 250.0), ("-1500 kcal", -1500.0), ("1500 kcal", 1500.0), ("0 kcal", 0.0)],
    )
    def test_takes_a_balance_by_hand(self, balance, kcal):
        """A balance may be above or below zero, to 1,500 kcal."""
        assert Goal.of(balance=balance).balance_kcal == kcal

    @pytest.mark.parametrize("balance", ["+1501 kcal", "-1501 kcal"])
    def test_refuses_a_balance_beyond_the_limits(self, balance):
        """Beyond 1,500 kcal either way is refused."""
        assert "outside -1500 to 1500 kcal" in refusal(Goal.of, balance=balance)
