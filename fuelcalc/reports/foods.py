"""Foods as pages, lists, JSON and CSV: pure functions from foods to text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Any, Final, NamedTuple

from fuelcalc.models.diets import DIETS
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import NUTRIENT_NAMES, NUTRIENT_OF, Nutrient
from fuelcalc.pantry.frame import COLUMNS, food_row, measure_text
from fuelcalc.pantry.portions import amounts, household_text
from fuelcalc.pantry.variants import Who, who_may_eat
from fuelcalc.reports.formats.csv import csv_table
from fuelcalc.reports.formats.json import as_json
from fuelcalc.reports.look import USUAL_LOOK, Look

WIDTH: Final = 80
_NARROW: Final = 70
MISSING: Final = "–"
_NO_VALUE: Final = f"{MISSING}  The source has no value; that does not mean none."
_JOINED: Final = "\N{NO-BREAK SPACE}"
_LABEL: Final = 19
_DIGITS_IN_LISTS: Final = 1
_MACROS: Final = ("energy_kcal", "protein_g", "carbohydrate_g", "fat_g", "fibre_g")
_HEADS: Final = ("kcal", "prot", "carb", "fat", "fibre")
_MACRO_WIDTHS: Final = (-5, -6, -6, -6, -6)
_EXTRA: Final = -11
_GROUPS: Final[Mapping[str, tuple[str, str]]] = {
    "PER": ("energy_kcal", "saturated_fat_g"),
    "MINERALS": ("sodium_mg", "selenium_ug"),
    "VITAMINS AND CAFFEINE": ("vitamin_d_ug", "caffeine_mg"),
    "OMEGA-3": ("epa_g", "ala_g"),
    "AMINO ACIDS": ("histidine_g", "valine_g"),
}


class Listing(NamedTuple):
    """
    How a list was asked for.

    Attributes:
        found: How many foods there are, shown or not.
        per_portion: Whether amounts are those of one household measure, else of 100 g.
        extra: Nutrients to show beside the macronutrients; those that fit are.
    """

    found: int
    per_portion: bool = False
    extra: tuple[Nutrient, ...] = ()


def columns(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    """
    Rows of cells as lines: text wraps within its width, numbers stand right of theirs.

    Args:
        rows: Cells, as many a row as there are widths.
        widths: Columns of each cell; below zero for what stands to the right.

    >>> list(columns([("oats", "389"), ("a longer name", "4")], (9, -5)))
    ['oats       389', 'a longer     4', 'name']
    """
    for row in rows:
        cells = [
            wrap(cell, abs(width) - (width > 0)) or [""]
            for cell, width in zip(row, widths, strict=True)
        ]
        for parts in zip_longest(*cells, fillvalue=""):
            line = "".join(
                part.ljust(width) if width > 0 else part.rjust(-width)
                for part, width in zip(parts, widths, strict=True)
            )
            yield line.rstrip().replace(_JOINED, " ")


def labelled(label: str, text: str, width: int = WIDTH) -> Iterator[str]:
    """A label and its text, which goes on below itself; nothing where there is no text."""
    if text:
        yield from columns([(f"{_JOINED * 2}{label}", text)], (_LABEL, width - _LABEL))


def paragraph(text: str, width: int = WIDTH) -> Iterator[str]:
    """Text in lines of the page's width."""
    yield from wrap(text, width)


def stacked(
    rows: Sequence[Sequence[str]], n_names: int, widths: Sequence[int], width: int
) -> Iterator[str]:
    """
    The rows of a list on a narrow page: names in a line of their own, their numbers below.

    Args:
        rows: Names, then numbers; those that stand over them first.
        n_names: How many of the cells are names.
        widths: Columns of the numbers; below zero for what stands to the right.
        width: Columns of the page.

    >>> list(stacked([("", "kcal"), ("oats", "389")], 1, (-6,), 10))
    ['      kcal', 'oats', '       389']
    """
    # The first number stands as far right as all of them leave room.
    first, *rest = widths
    wide = (first - (width + sum(widths)), *rest)
    for number, row in enumerate(rows):
        yield from wrap(", ".join(filter(None, row[:n_names])) if number else "", width)
        yield from columns([row[n_names:]], wide)


def number(value: float | None, digits: int) -> str:
    """
    A number as it is printed, or the sign for a missing one.

    >>> number(0.69, 3), number(None, 3)
    ('0.690', '–')
    """
    return MISSING if value is None else f"{value:,.{digits}f}"


def held_text(nutrient: Nutrient, food: Food, grams: float, *, digits: int) -> str:
    """An amount of a nutrient with its unit; "≥" where the source knows only a part of it."""
    held = nutrient.held(food, grams)
    if held.amount is None:
        return MISSING
    floor = "" if held.is_whole else "≥"
    return f"{floor}{number(held.amount, digits)} {nutrient.unit}".rstrip()


def more_text(found: int, shown: int) -> str:
    """How many more there are than a list shows, or nothing."""
    return f"{found - shown} more; --limit {found} shows them all." if found > shown else ""


def _short_measure(food: Food) -> str:
    """One household measure beside the food's name: 1 medium (118 g)."""
    portion = food.portion
    words = portion.one.removesuffix(food.name).strip() or portion.one
    size, unit = (portion.one_g, "g") if portion.one_ml is None else (portion.one_ml, "ml")
    return f"1{_JOINED}{words} ({size:g}{_JOINED}{unit})"


def foods_text(
    foods: Sequence[Food], asked: Listing, look: Look = USUAL_LOOK, *, width: int = WIDTH
) -> str:
    """
    A list of foods.

    Args:
        foods: What to list, in order.
        asked: How many there are, and what to show of them.
        look: The unit of energy, and the reader's words.
        width: Columns of the page, 40 at the least; of extra nutrients those that fit are shown.
    """
    if not foods:
        return "No food fits.\n"
    most_extra = min((width - sum(map(abs, _MACRO_WIDTHS))) // -_EXTRA, 2)
    extra = [one for one in asked.extra if one.fields[0] not in _MACROS][:most_extra]
    room = width + sum(_MACRO_WIDTHS) + _EXTRA * len(extra)
    name_width = max(room // 2, 15)
    numbers = (*_MACRO_WIDTHS, *(_EXTRA for _ in extra))
    heads = (
        "",
        "1 measure",
        look.energy_unit,
        *(look.spelled(head) for head in _HEADS[1:]),
        *(nutrient.head or nutrient.name for nutrient in extra),
    )
    rows = [
        (look.food(food), _short_measure(food), *_amounts(food, asked, extra, look))
        for food in foods
    ]
    per = "one household measure" if asked.per_portion else "100 g"
    noun = "food" if asked.found == 1 else "foods"
    title = f"{asked.found} {noun}. Amounts are per {per}, macronutrients in g."
    if width < _NARROW:
        listing = stacked([heads, *rows], 2, numbers, width)
    else:
        listing = columns([heads, *rows], (name_width, room - name_width, *numbers))
    lines = [*paragraph(title, width), *listing, *_signs(rows, width)]
    more = more_text(asked.found, len(foods))
    return "\n".join([*lines, *([more] if more else [])]) + "\n"


def _signs(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """What the signs of a list mean, where they stand in it."""
    text = " ".join(cell for row in rows for cell in row[2:])
    if "≥" in text:
        yield from paragraph("≥  At least: the source knows only a part of it.", width)
    if MISSING in text:
        yield from paragraph(_NO_VALUE, width)


def _amounts(food: Food, asked: Listing, extra: Sequence[Nutrient], look: Look) -> tuple[str, ...]:
    """The numbers of one line of a list."""
    grams = food.portion.one_g if asked.per_portion else 100.0
    held = food.amount(grams)
    macros = [
        number(
            look.nutrient(getattr(held, field), field),
            0 if field == "energy_kcal" else _DIGITS_IN_LISTS,
        )
        for field in _MACROS
    ]
    return (
        *macros,
        *(held_text(nutrient, food, grams, digits=nutrient.digits) for nutrient in extra),
    )


def food_text(
    food: Food, see_also: Sequence[Food] = (), look: Look = USUAL_LOOK, *, width: int = WIDTH
) -> str:
    """
    One food as a page: who may eat it, how it is measured, and all that it holds.

    Args:
        food: What to show.
        see_also: Others that the same words may mean.
        look: The unit of energy, and the reader's words.
        width: Columns of the page, 40 at the least.
    """
    names = ", ".join(other.name for other in see_also[:6])
    lines = [
        look.food(food),
        *paragraph(f"{food.description} ({food.source})", width),
        "",
        *labelled("Called", ", ".join(food.synonyms), width),
        *labelled("Kind", f"{food.role}, for {', '.join(food.when)}", width),
        *who_lines(who_may_eat([food]), width),
        *labelled("Measure", _measure_line(food), width),
        *labelled("Glycaemic index", _glycaemic(food), width),
        *labelled("Caution", food.caution, width),
        *_nutrient_lines(food, look, width),
        "",
        *_footnotes(food, look, width),
        *paragraph(f"See also: {names}." if names else "", width),
    ]
    return "\n".join(lines) + "\n"


def who_lines(who: Who, width: int = WIDTH) -> Iterator[str]:
    """Who may eat something."""
    allergens = who.allergens
    named = "not reviewed" if allergens is None else ", ".join(allergens) or "none"
    yield from labelled("Allergens", named, width)
    yield from labelled("May contain", ", ".join(who.may_contain) or "nothing known", width)
    yield from labelled("Diet", diet_text(who.diet), width)
    yield from labelled("Suits", ", ".join(who.suits), width)


def diet_text(diet: str | None) -> str:
    """Every diet that may eat what the strictest may; says so when nobody has reviewed it."""
    return "not reviewed" if diet is None else ", ".join(DIETS[DIETS.index(diet) :])


def _measure_line(food: Food) -> str:
    """One measure with its weight, the step and the largest portion."""
    portion = food.portion
    millilitres = "" if portion.one_ml is None else f"{portion.one_ml:g} ml, "
    measure = f"1 {portion.one} ({millilitres}{portion.one_g:g} g)"
    sizes = amounts(food)
    step, most = household_text(food, sizes[0]), household_text(food, sizes[-1])
    return f"{measure}; in steps of {step}, at most {most}"


def _glycaemic(food: Food) -> str:
    """The index as its table prints it; not what anybody takes it for."""
    index = food.glycaemic_index
    return "" if index is None else f"{index:g}, as published, glucose = 100"


def _nutrient_lines(food: Food, look: Look, width: int) -> Iterator[str]:
    """Every nutrient in two columns, of 100 g and of a household measure, if both fit."""
    portion = food.portion
    held = (food.per_100g, food.amount(portion.one_g))
    measure = f"1 {portion.one}, {portion.one_g:g}"
    widths = (25, -9, 6, -min(max(len(measure) + 1, 9), WIDTH - 46), 6)
    for title, (first, last) in _GROUPS.items():
        yield ""
        heads = ("100", f"{_JOINED}g", measure, f"{_JOINED}g") if title == "PER" else ("",) * 4
        rows = [(title, *heads)]
        for field in NUTRIENT_NAMES[NUTRIENT_NAMES.index(first) : NUTRIENT_NAMES.index(last) + 1]:
            nutrient = NUTRIENT_OF[field]
            name = look.spelled(f"{nutrient.name[0].upper()}{nutrient.name[1:]}")
            name = f"{_JOINED * 2}{name}"
            cells = [_cells(getattr(nutrients, field), nutrient, look) for nutrients in held]
            rows.append((name, *cells[0], *cells[1]))
        if width < WIDTH:
            yield from columns([row[:3] for row in rows], (width - 15, -9, 6))
        else:
            yield from columns(rows, widths)


def _cells(value: float | None, nutrient: Nutrient, look: Look) -> tuple[str, str]:
    """A number and its unit, which hangs behind it."""
    is_energy = nutrient.unit == "kcal"
    unit = look.energy_unit if is_energy else nutrient.unit
    held = look.nutrient(value, "energy_kcal") if is_energy else value
    return number(held, nutrient.digits), "" if value is None else f"{_JOINED}{unit}"


def _footnotes(food: Food, look: Look, width: int) -> Iterator[str]:
    """What the figures mean, as far as this food needs it."""
    if any(value is None for value in food.per_100g.values()):
        yield from paragraph(_NO_VALUE, width)
    yield from paragraph(look.spelled("Carbohydrate includes the fibre."), width)
    if food.per_100g.ala_g is not None and food.ala_basis.startswith("18:3"):
        text = "ALA is all 18:3 here: the source does not tell the omega-3 apart."
        yield from paragraph(text, width)


def food_tree(food: Food) -> dict[str, Any]:
    """One food for other programs: missing as null, allergens null if not reviewed."""
    portion = food.portion
    return {
        "food_id": food.food_id,
        "name": food.name,
        "synonyms": list(food.synonyms),
        "role": food.role,
        "when": list(food.when),
        "diet": food.diet,
        "allergens": None if food.allergens is None else list(food.allergens),
        "may_contain": list(food.may_contain),
        "suits": list(food.suits),
        "portion": {
            "text": measure_text(food),
            "one_g": portion.one_g,
            "one_ml": portion.one_ml,
            "step": portion.step,
            "most": portion.most,
        },
        "glycaemic_index": food.glycaemic_index,
        "caution": food.caution,
        "source": food.source,
        "description": food.description,
        "ala_basis": food.ala_basis,
        "per_100g": dict(zip(NUTRIENT_NAMES, food.per_100g.values(), strict=True)),
        "per_portion": dict(zip(NUTRIENT_NAMES, food.amount(portion.one_g).values(), strict=True)),
    }


def foods_json(foods: Sequence[Food], asked: Listing) -> str:
    """Foods as JSON, versioned by its `schema` member."""
    tree = {
        "schema": "fuelcalc/foods/1",
        "found": asked.found,
        "foods": [food_tree(food) for food in foods],
    }
    return as_json(tree)


def foods_csv(foods: Sequence[Food]) -> str:
    """Foods as comma-separated text, in the columns of `foods_frame`; missing is empty."""
    return csv_table(COLUMNS, map(food_row, foods))
