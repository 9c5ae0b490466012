"""Citations, and equations as choices that say whom they were fitted on."""

import re

import pytest

from fuelcalc.errors import FuelcalcError, InputError, OutOfRangeError
from fuelcalc.science import resting, running
from fuelcalc.science.sources import KCAL_J, SOURCES, Equation, Source, equation_named

MIFFLIN = resting.EQUATIONS["mifflin"]
MAN = {"mass_kg": 70.0, "height_cm": 175.0, "male": 1.0}


def test_counts_the_thermochemical_calorie():
    """A kilocalorie is 4,184 J by definition (ISO 31-4, annex B)."""
    assert KCAL_J == 4184.0


def test_prints_a_source_on_one_line():
    """A citation carries its DOI where it has one, and says when the figure is an estimate."""
    assert str(Source("Hall 2011")) == "Hall 2011"
    assert str(Source("Hall 2011", "10.1/x")) == "Hall 2011, doi:10.1/x"
    assert str(Source("Hall 2011", "10.1/x", estimate=True)) == "estimate: Hall 2011, doi:10.1/x"


@pytest.mark.parametrize("key", SOURCES)
def test_gives_every_source_a_citation_and_a_well_formed_doi(key):
    """A DOI is bare: a registrant's number, a slash and a name."""
    source = SOURCES[key]
    assert source.citation
    assert source.doi is None or re.fullmatch(r"10\.\d{4,5}/\S+", source.doi)


@pytest.mark.parametrize("table", [resting.EQUATIONS, running.EQUATIONS])
def test_files_every_equation_under_its_own_name_and_source(table):
    """Whoever looks an equation up gets that one, with a citation that the product prints."""
    for name, equation in table.items():
        assert equation.name == name
        assert equation.source in SOURCES.values()
        assert equation.population
        assert 0.0 < equation.sd_share < 0.2


@pytest.mark.parametrize("age_y", [19.0, 78.0])
def test_serves_both_edges_of_the_fitted_range(age_y):
    """The youngest and the oldest of Mifflin's sample are inside it."""
    assert MIFFLIN.outside(age_y=age_y, **MAN) == ()
    assert MIFFLIN(age_y=age_y, **MAN) > 0.0


@pytest.mark.parametrize("age_y", [18.999, 78.001])
def test_refuses_just_outside_the_fitted_range(age_y):
    """Beyond Mifflin's ages it refuses by name, in one line of our own family of errors."""
    with pytest.raises(OutOfRangeError, match=r"equation mifflin: age_y .* 19 to 78") as caught:
        MIFFLIN(age_y=age_y, **MAN)
    assert isinstance(caught.value, FuelcalcError)
    assert isinstance(caught.value, ValueError)
    assert "\n" not in str(caught.value)


def test_extrapolates_when_told_to():
    """Mifflin at 80, worked by hand: 700 + 1093.75 - 400 + 5 kcal."""
    assert MIFFLIN(extrapolate=True, age_y=80.0, **MAN) == 1398.75


def test_ignores_arguments_that_it_does_not_take():
    """One set of an athlete's figures serves every equation of the table."""
    assert MIFFLIN(age_y=30.0, ffm_kg=60.0, **MAN) == MIFFLIN(age_y=30.0, **MAN)


def test_names_every_argument_outside_the_range():
    """Two arguments outside give two phrases, in the order of the table."""
    reasons = running.EQUATIONS["acsm"].outside(speed_m_per_s=1.0, grade=-0.1)
    assert [reason.split()[0] for reason in reasons] == ["speed_m_per_s", "grade"]


def test_finds_an_equation_by_name():
    """The name that is printed is the name that is asked for."""
    assert equation_named("henry", resting.EQUATIONS) is resting.EQUATIONS["henry"]


def test_answers_an_unknown_name_with_the_known_ones():
    """The message repeats what was typed and lists what there is."""
    with pytest.raises(InputError, match='"katch" is unknown; choose one of: mifflin') as caught:
        equation_named("katch", resting.EQUATIONS)
    assert "de-lorenzo" in str(caught.value)


def test_declares_no_range_where_none_was_published():
    """An equation without a fitted range never refuses."""
    free = Equation("free", lambda *, mass_kg: mass_kg, ("mass_kg",), "anyone", 0.1, Source("x"))
    assert free(mass_kg=1e4) == 1e4


# What is printed somewhere as it stands, or said by whoever asks ("measured", "asked"), or worked
# out on the same page ("sum"); all else is this project's own synthesis.
PRINTED = {
    "mifflin", "roza", "cunningham1980", "cunningham1991", "tenhaaf", "henry", "delorenzo",
    "tinsley", "measured", "looney", "acsm", "minetti", "compendium", "margaria", "availability",
    "dri", "omega-3", "amino-acids", "longest-run", "foods", "asked", "sum",
}  # fmt: skip


def test_calls_an_estimate_an_estimate():
    """A source is either printed as it stands, or says that it is an estimate."""
    assert {key for key, source in SOURCES.items() if not source.estimate} == PRINTED
