"""A plan explains itself, is a table, and says in one line what it is."""

from html import unescape

import pytest

from fuelcalc import (
    Athlete,
    Day,
    InputError,
    Plan,
    WithheldError,
    compare,
    plan_day,
    plan_days,
    plan_week,
    read_session,
    render,
)
from fuelcalc.models.day_plan import TABLES
from fuelcalc.models.sessions import Lift, Other, Run

ATHLETE = Athlete.of(sex="female", age=34, mass="62 kg", height="168 cm")
DAY = Day.of(date="2026-11-26", runs=["10 km easy 06:30"], lifts=["60 min heavy lower 18:00"])
PLAN = plan_day(ATHLETE, DAY)


class TestExplain:
    """Every figure that is explained is found by its path."""

    @pytest.mark.parametrize("path", ["targets.carbohydrate", "targets.carbohydrate_g"])
    def test_finds_a_figure_with_or_without_its_unit(self, path):
        """It has the plan's own value, an equation and a source."""
        figure = PLAN.explain(path)
        assert figure.value == PLAN.need("targets").carbohydrate_g
        assert figure.equation
        assert figure.source

    def test_links_what_is_left_to_what_was_trained(self):
        """Availability and the safe intake count the sessions above rest, which are explained."""
        trained = PLAN.explain("energy.exercise")
        assert trained.value == PLAN.need("energy").exercise_kcal
        sessions = PLAN.need("energy").sessions
        assert trained.value == pytest.approx(sum(one.net_of_rest_kcal for one in sessions))
        assert [path for _, path in trained.links] == [
            "energy.sessions[0].net_kcal", "energy.sessions[1].net_kcal"
        ]  # fmt: skip
        for path in ("energy.energy_availability", "energy.safe_intake"):
            assert ("exercise_kcal", "energy.exercise_kcal") in PLAN.explain(path).links

    def test_explains_an_end_of_a_range_by_its_figure(self):
        """With or without the unit, and what a session costs in all by what it adds."""
        spent = PLAN.explain("energy.expenditure")
        assert PLAN.explain("energy.expenditure_low") == spent
        assert spent.low == PLAN.need("energy").expenditure_low_kcal
        assert PLAN.explain("energy.sessions[0].gross") == PLAN.explain("energy.sessions[0].net")
        assert PLAN.explain("targets.energy") == PLAN.explain("energy.intake")
        kidneys = plan_day(ATHLETE.with_(conditions=["kidney-disease"]), DAY, menu=False)
        with pytest.raises(InputError, match=r'"targets.energy" is no figure'):
            kidneys.explain("targets.energy")

    def test_finds_a_session(self):
        """The second session's cost has its range."""
        figure = PLAN.explain("energy.sessions[1].net")
        assert figure.value == PLAN.need("energy").sessions[1].net_kcal
        assert figure.low < figure.value < figure.high

    def test_links_inputs_to_the_figures_that_they_are(self):
        """Every link can be explained in turn, is that input's number, and leads to the body."""
        linked = [PLAN.explain(figure.name) for figure in PLAN.trace]
        assert sum(len(figure.links) for figure in linked) > 8
        for figure in linked:
            inputs = dict(figure.inputs)
            for name, path in figure.links:
                found = PLAN.explain(path)
                assert name.startswith("exercise_net") or found.value == inputs[name]
        seen, path = [], "targets.carbohydrate"
        while links := PLAN.explain(path).links:
            path = links[-1][1]
            seen.append(path)
        assert seen == [
            "energy.intake_kcal", "energy.expenditure_kcal", "energy.resting_kcal"
        ]  # fmt: skip

    def test_links_a_sum_to_each_of_its_figures(self):
        """What the sessions add is the run and the lift."""
        spent = PLAN.explain("energy.expenditure")
        paths = [path for name, path in spent.links if name == "exercise_net_kcal"]
        assert paths == ["energy.sessions[0].net_kcal", "energy.sessions[1].net_kcal"]
        total = sum(PLAN.explain(path).value for path in paths)
        assert total == pytest.approx(dict(spent.inputs)["exercise_net_kcal"])

    def test_links_to_nothing_that_is_another_number(self):
        """A mean day of the week is not this day: no link says that it is."""
        weekly = plan_day(ATHLETE.with_(weekly_mileage="70 km"), DAY, menu=False)
        figure = weekly.explain("energy.balance")
        assert dict(figure.inputs)["mean_expenditure_kcal"] != weekly.energy.expenditure_kcal
        assert figure.links == ()

    def test_links_to_nothing_that_is_withheld(self):
        """Where availability is hidden, no figure leads there."""
        minor = plan_day(Athlete.of(sex="male", age=17, mass="60 kg", height="176 cm"), DAY)
        for figure in minor.trace:
            for _, path in minor.explain(figure.name).links:
                assert minor.explain(path).value is not None

    @pytest.mark.parametrize("path", [None, 3, ["targets.protein"], "", "energy"])
    def test_refuses_what_is_no_path(self, path):
        """In one line, whatever it is."""
        with pytest.raises(InputError, match="is no figure that this plan explains"):
            PLAN.explain(path)

    def test_explains_nothing_that_is_withheld(self):
        """What a guard takes out is no figure of the plan; nor is a misspelled one."""
        careful = plan_day(ATHLETE.with_(conditions=["hypertension-diuretics"]), DAY, menu=False)
        with pytest.raises(InputError, match=r"path: .* is no figure of this plan; its notes"):
            careful.explain("targets.sodium")
        with pytest.raises(InputError, match=r"did you mean .targets\.protein"):
            PLAN.explain("targets.protien")


class TestFrame:
    """A part of a plan as a table."""

    def test_has_a_row_for_each_line_of_the_clock(self):
        """The feedings' energy adds up to the day's."""
        frame = PLAN.frame("timeline")
        assert len(frame) == len(PLAN.need("timeline"))
        assert frame["energy_kcal"].sum() == pytest.approx(PLAN.need("energy").intake_kcal, abs=1)

    @pytest.mark.parametrize("part", TABLES)
    def test_has_columns_even_without_rows(self, part):
        """Every part is a table with its columns, on a rest day without a menu as well."""
        rest = plan_day(ATHLETE, Day(), menu=False).frame(part)
        assert list(rest.columns) == list(PLAN.frame(part).columns) == list(TABLES[part].columns)
        assert len(PLAN.frame(part)) > 0

    def test_refuses_what_is_no_table_or_withheld(self):
        """A misspelled part, and one that a guard withholds."""
        with pytest.raises(InputError, match='did you mean "items"'):
            PLAN.frame("item")
        with pytest.raises(WithheldError):
            plan_day(ATHLETE.with_(conditions=["pregnant"]), DAY, menu=False).frame("timeline")


class TestCompare:
    """What two plans differ in."""

    def test_tells_figures_that_moved(self):
        """Without the lift less is spent, and the word for the balance is the same."""
        other = plan_day(ATHLETE, DAY.with_(lifts=[]), menu=False)
        found = {one.name: one for one in compare(PLAN, other)}
        spent = found["energy.expenditure_kcal"]
        assert spent.change == spent.second - spent.first < 0.0
        assert "energy.recommendation" not in found
        assert "energy.resting_kcal" not in found
        assert "targets.micronutrients.iron_mg" not in found

    def test_finds_nothing_between_a_plan_and_itself(self):
        """Nor between two plans of the same."""
        assert compare(PLAN, plan_day(ATHLETE, DAY, menu=False)) == ()

    def test_tells_what_only_one_of_them_shows(self):
        """A figure that a guard withholds has no change."""
        careful = plan_day(ATHLETE.with_(conditions=["missed-periods"]), DAY, menu=False)
        found = {one.name: one for one in compare(PLAN, careful)}
        intake = found["energy.intake_kcal"]
        assert (intake.first, intake.second) == (PLAN.need("energy").intake_kcal, None)
        assert intake.change is None


class TestReadSession:
    """A line of text is the session that it is for a day."""

    @pytest.mark.parametrize(
        ("text", "kind", "field"),
        [("10 km easy 06:30", Run, "runs"), ("60 min heavy lower 18:00", Lift, "lifts"),
         ("40 min cycling", Other, "other")],
    )  # fmt: skip
    def test_finds_the_kind(self, text, kind, field):
        """A run, a lift or something else, equal to the day's."""
        session = read_session(text)
        assert isinstance(session, kind)
        assert (session,) == getattr(Day.of(**{field: [text]}), field)

    def test_keeps_to_a_kind_that_is_said(self):
        """A lift is no run; a kind that is none, or no text, is refused."""
        with pytest.raises(InputError):
            read_session("60 min heavy lower", "run")
        with pytest.raises(InputError, match='kind: "swim" is no kind'):
            read_session("1 km", "swim")
        with pytest.raises(InputError, match="text: 10 is no text; give text"):
            read_session(10)
        with pytest.raises(InputError, match="esy"):
            read_session("10 km esy")


class TestWrongKinds:
    """An argument of another kind is an input error that names it."""

    @pytest.mark.parametrize(
        ("call", "message"),
        [
            (lambda: plan_day({"mass": "62 kg"}, DAY), "athlete: a table is no Athlete; give a"),
            (lambda: plan_day(ATHLETE, "2026-11-26"), 'day: "2026-11-26" is no Day; give a Day'),
            (lambda: plan_day(ATHLETE, DAY, "build"), 'goal: "build" is no Goal; give a Goal'),
            (lambda: plan_days(None, [DAY]), "athlete: nothing is no Athlete"),
            (lambda: plan_week(ATHLETE), "plan: a Athlete is no Plan; give a Plan"),
        ],
    )
    def test_says_what_belongs_there(self, call, message):
        """In one line, without a traceback from inside."""
        with pytest.raises(InputError) as caught:
            call()
        assert str(caught.value).startswith(message)

    def test_names_the_day_of_a_week(self):
        """A week with a day that cannot be says which one."""
        days = [{"date": "2026-11-26"}, {"date": "2026-11-27", "runs": ["40 km easy 21:00"]}]
        days[1]["sleep"] = "22:00"
        body = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}
        with pytest.raises(InputError) as caught:
            plan_week(Plan.of(athlete=body, days=days), menu=False)
        assert caught.value.path.startswith("2026-11-27")


def test_is_one_line_in_a_shell():
    """A day and a week say what they are, and a withheld part by its name."""
    assert repr(PLAN).startswith("<DayPlan: 2026-11-26, ")
    assert repr(PLAN).endswith(" feedings>")
    assert len(repr(PLAN)) < 100
    careful = plan_day(ATHLETE.with_(conditions=["pregnant"]), Day(), menu=False)
    assert repr(careful).startswith("<DayPlan: without energy and ")
    week = plan_week(Plan(athlete=ATHLETE, days=(DAY,)), menu=False)
    assert str(week).startswith("<WeekPlan: 1 days from 2026-11-26, ")
    careful_week = plan_week(Plan(athlete=careful.athlete, days=(DAY,)), menu=False)
    assert str(careful_week) == "<WeekPlan: 1 days from 2026-11-26>"


def test_is_its_page_in_a_notebook():
    """In a frame of its own, whole and with nothing that runs; what is withheld is not in it."""
    week = plan_week(Plan(athlete=ATHLETE, days=(DAY,)), menu=False)
    for plan in (PLAN, week):
        shown = plan._repr_html_()
        page = unescape(shown.partition('srcdoc="')[2].rpartition('"></iframe>')[0])
        assert page == render(plan, "html")
        assert shown.startswith('<iframe title="&lt;')
        assert " sandbox " in shown
        assert '"' not in shown.partition('srcdoc="')[2].rpartition('"></iframe>')[0]
    careful = plan_day(ATHLETE.with_(conditions=["pregnant"]), DAY, menu=False)
    spent = round(PLAN.need("energy").expenditure_kcal, -1)
    assert f"{spent:,.0f}" in PLAN._repr_html_()
    assert f"{spent:,.0f}" not in careful._repr_html_()
