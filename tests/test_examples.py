"""The programs of docs/examples, run on a small scale: their figures are the library's own."""

import asyncio
import importlib.util
from pathlib import Path

import httpx
import pandas as pd
import pytest

from fuelcalc import Athlete, Day, plan_day

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
BODY = {"sex": "female", "age": 34, "mass": "62 kg", "height": "168 cm"}


def example(name):
    """A program, as a module."""
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_serves_a_day_over_the_web():
    """A plan in, its fuel out; what cannot be planned is answered in one line."""
    app = example("endpoint").app

    async def ask(body):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.post("/day", json=body)

    answer = asyncio.run(ask({"athlete": BODY, "days": [{"runs": ["10 km easy 06:30"]}]}))
    assert answer.status_code == 200
    expected = plan_day(Athlete.of(**BODY), Day.of(runs=["10 km easy 06:30"]))
    assert answer.json()["energy"]["intake_kcal"] == expected.energy.intake_kcal
    assert [meal["dish"] for meal in answer.json()["meals"]] == [
        entry.dish for entry in expected.timeline if entry.is_feeding
    ]
    late = {"athlete": BODY, "days": [{"runs": ["40 km easy 21:00"], "sleep": "22:00"}]}
    for body, line in (({"athlete": BODY}, "days: missing"), (late, "start: the 40 km easy run")):
        answer = asyncio.run(ask(body))
        assert answer.status_code == 422
        assert answer.json()["detail"][0]["msg"].startswith(line)
    heavy = {"athlete": {**BODY, "mass": "620 kg"}, "days": [{}]}
    (mistake,) = asyncio.run(ask(heavy)).json()["detail"]
    assert mistake["ctx"]["remedy"] == "check the number and its unit"


def test_draws_a_season(tmp_path):
    """Two athletes, three weeks: a line each, whose mean is that of the days."""
    dates = pd.date_range("2026-01-05", periods=21).astype(str)
    days = pd.concat(
        [
            pd.DataFrame({"date": dates, "name": name, "sex": "male", "age": 30, "mass_kg": kg,
                          "height_cm": 178, "run": ["10 km easy 07:00", None, None] * 7})
            for name, kg in (("Ana", 60.0), ("Ben", 75.0))
        ]
    )  # fmt: skip
    days.to_csv(tmp_path / "season.csv", index=False)
    season = example("season")
    season.main(str(tmp_path / "season.csv"), str(tmp_path / "season.svg"))
    drawn = (tmp_path / "season.svg").read_text(encoding="utf-8")
    assert drawn.count("<polyline") == 2
    weeks = season.weekly(pd.read_csv(tmp_path / "season.csv"))
    athlete = Athlete(sex="male", age=30, mass_kg=60.0, height_cm=178)
    plans = [
        plan_day(athlete, Day.of(runs=["10 km easy 07:00"] if n % 3 == 0 else []), menu=False)
        for n in range(7)
    ]
    mean = sum(plan.energy.intake_kcal for plan in plans) / 7
    assert weeks["Ana"].iloc[0] == pytest.approx(mean, rel=1e-9)


def test_writes_a_guide_for_each_row(tmp_path):
    """A PDF for who can be planned for, and the reason for who cannot."""
    source = tmp_path / "athletes.csv"
    source.write_text(
        "name,sex,age,mass,height,run,lift,aim,avoid\n"
        "Ana,female,34,62 kg,168 cm,10 km easy 06:30,,build,\n"
        "Ben,male,30,750 kg,178 cm,,60 min heavy 18:00,,\n"
        'Di/Ed,male,30,75 kg,178 cm,,,,"milk, nuts"\n',
        encoding="utf-8",
    )
    said = list(example("guides").guides(source, tmp_path / "guides"))
    assert said[0] == "row 1: 01-ana.pdf"
    assert said[1].startswith("row 2: mass: 750 kg is outside 30 to 250 kg")
    assert said[2] == "row 3: 03-di-ed.pdf"
    for name in ("01-ana.pdf", "03-di-ed.pdf"):
        assert (tmp_path / "guides" / name).read_bytes().startswith(b"%PDF")
