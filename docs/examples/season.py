"""
A season of a club: what everybody eats in each week, as a table and a picture.

    python season.py season.csv season.svg

Reads a row an athlete-day (name, date, sex, age, mass_kg, height_cm, run, lift) and draws the mean
of each week's energy, one line an athlete.
"""

import sys
from pathlib import Path

import pandas as pd

from fuelcalc import plan_frame

WIDTH, HEIGHT, EDGE = 720, 320, 40
COLOURS = ("#0b7285", "#c2255c", "#5f3dc4", "#2b8a3e", "#e8590c", "#1864ab")


def weekly(days: pd.DataFrame) -> pd.DataFrame:
    """The mean intake of each athlete's weeks: a row a week, a column an athlete."""
    fuel = plan_frame(days, clock=False)
    week = pd.to_datetime(days["date"]).dt.to_period("W").dt.start_time
    return fuel["intake_kcal"].groupby([week, days["name"]]).mean().unstack()


def picture(weeks: pd.DataFrame) -> str:
    """A line for each athlete, as SVG."""
    low, high = weeks.min().min(), weeks.max().max()
    across = (WIDTH - 2 * EDGE) / max(len(weeks) - 1, 1)
    up = (HEIGHT - 2 * EDGE) / max(high - low, 1.0)
    lines = []
    for place, (name, column) in enumerate(weeks.items()):
        points = " ".join(
            f"{EDGE + n * across:.1f},{HEIGHT - EDGE - (kcal - low) * up:.1f}"
            for n, kcal in enumerate(column)
            if kcal == kcal  # a week without a figure has no point
        )
        colour = COLOURS[place % len(COLOURS)]
        lines.append(f'<polyline points="{points}" fill="none" stroke="{colour}"/>')
        lines.append(
            f'<text x="{WIDTH - EDGE + 4}" y="{EDGE + 14 * place}" fill="{colour}">{name}</text>'
        )
    scale = (
        f'<text x="0" y="{EDGE}">{high:.0f} kcal</text>'
        f'<text x="0" y="{HEIGHT - EDGE}">{low:.0f} kcal</text>'
    )
    size = f'viewBox="0 0 {WIDTH + EDGE} {HEIGHT}" font-family="sans-serif" font-size="11"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{scale}{"".join(lines)}</svg>'


def main(source: str, target: str) -> None:
    """Read the season, draw it."""
    weeks = weekly(pd.read_csv(source))
    Path(target).write_text(picture(weeks), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
