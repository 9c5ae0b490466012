"""
A web service that plans a day: POST a plan, get its fuel.

    pip install fastapi uvicorn
    uvicorn endpoint:app
"""

from typing import Any

from fastapi import FastAPI, HTTPException

from fuelcalc import InputError, Plan, plan_day, words

app = FastAPI(title="Fuel")


def told(error: InputError) -> list[dict[str, Any]]:
    """Each mistake as the answer to a wrong body has it."""
    return [
        {
            "loc": ["body"],
            "msg": mistake.line,
            "ctx": {"path": mistake.path or mistake.argument, "remedy": mistake.remedy},
        }
        for mistake in error.mistakes
    ]


@app.post("/day")
def fuel(body: Plan) -> dict[str, Any]:
    """Energy, targets and meals of the first day of a plan."""
    if not body.days:
        raise HTTPException(
            422, told(InputError("missing", argument="days", remedy="give one day"))
        )
    try:
        plan = plan_day(body.athlete, body.days[0], body.goal)
    except InputError as error:
        raise HTTPException(422, told(error)) from None
    return {
        "energy": None if plan.energy is None else plan.energy.model_dump(mode="json"),
        "targets": None if plan.targets is None else plan.targets.model_dump(mode="json"),
        "meals": [
            {"at": f"{entry.start:%H:%M}", "what": words(entry), "dish": entry.dish}
            for entry in plan.timeline or ()
            if entry.is_feeding
        ],
        "notes": [words(note) for note in plan.notes],
        "withheld": plan.withheld,
    }
