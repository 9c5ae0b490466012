"""Foods as a list, and one food whole: from foods to blocks, and to rows for programs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from fuelcalc.models.diets import DIETS
from fuelcalc.models.foods import Food
from fuelcalc.models.nutrients import NUTRIENT_NAMES, NUTRIENT_OF, Nutrient
from fuelcalc.pantry.frame import COLUMNS, food_row, measure_text
from fuelcalc.pantry.portions import amounts, household_text
from fuelcalc.pantry.variants import Who, who_may_eat
from fuelcalc.reports.blocks import (
    Column,
    Facts,
    Medium,
    Prose,
    Section,
    Table,
    TableRow,
    View,
)
from fuelcalc.reports.formats.csv import csv_table
from fuelcalc.reports.formats.json import as_json, fields_of
from fuelcalc.reports.look import MOST_WIDTH, Look
from fuelcalc.reports.rounding import count_text

MISSING: Final = "–"
_NO_VALUE: Final = f"{MISSING}  The source has no value; that does not mean none."
_JOINED: Final = "\N{NO-BREAK SPACE}"
_DIGITS_IN_LISTS: Final = 1
# The macronutrients of a list: their fields, heads and columns.
_MACROS: Final[Mapping[str, tuple[str, int]]] = {
    "energy_kcal": ("", 5),
    "protein_g": ("prot", 6),
    "carbohydrate_g": ("carb", 6),
    "fat_g": ("fat", 6),
    "fibre_g": ("fibre", 6),
}
_EXTRA, _MOST_EXTRA = 11, 2
_GROUPS: Final[Mapping[str, tuple[str, str]]] = {
    "Energy and macronutrients": ("energy_kcal", "saturated_fat_g"),
    "Minerals": ("sodium_mg", "selenium_ug"),
    "Vitamins and caffeine": ("vitamin_d_ug", "caffeine_mg"),
    "Omega-3": ("epa_g", "ala_g"),
    "Amino acids": ("histidine_g", "valine_g"),
}
# The fields of a food's tree, in order.
_WHAT_IT_IS: Final = (
    "food_id", "name", "synonyms", "role", "when", "diet", "allergens", "may_contain", "suits",
)  # fmt: skip
_PORTION: Final = ("one_g", "one_ml", "step", "most")
_SAID_OF_IT: Final = ("glycaemic_index", "caution", "source", "description", "ala_basis")


class FoodList(NamedTuple):
    """
    A list of foods.

    Attributes:
        foods: What to list, in order.
        found: How many foods there are, shown or not.
        per_portion: Whether amounts are those of one household measure, else of 100 g.
        extra: Nutrients to show beside the macronutrients; in text those that fit are.
        restrictions: What they were looked for by; of what these allow up to an amount, the list
            says how much.
    """

    foods: Sequence[Food]
    found: int
    per_portion: bool = False
    extra: tuple[Nutrient, ...] = ()
    restrictions: tuple[str, ...] = ()
    athlete: None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The foods for other programs, and for spreadsheets in the columns of `foods_frame`."""
        return {
            "json": self._json,
            "csv": lambda _: csv_table(COLUMNS, map(food_row, self.foods)),
        }

    def _json(self, _: Look) -> str:
        trees = [food_tree(food) for food in self.foods]
        return as_json({"schema": "fuelcalc/foods/1", "found": self.found, "foods": trees})

    def view(self, look: Look, medium: Medium) -> View:
        """The foods in a table, and what its signs mean."""
        table = self._table(look, medium) if self.foods else Table((), (), ("No food fits.",))
        return View("" if medium == "text" else "Foods", (Section("", (table,)),))

    def _table(self, look: Look, medium: Medium) -> Table:
        extra = [one for one in self.extra if one.fields[0] not in _MACROS]
        if medium == "text":
            taken = sum(width for _, width in _MACROS.values())
            extra = extra[: min((look.width - taken) // _EXTRA, _MOST_EXTRA)]
        rows = [
            (look.food(food), _short_measure(food), *self._amounts(food, extra, look))
            for food in self.foods
        ]
        per = "one household measure" if self.per_portion else "100 g"
        columns = (
            Column(""),
            Column("1 measure"),
            *(
                Column(look.spelled(head) or look.energy_unit, "right", width)
                for head, width in _MACROS.values()
            ),
            *(Column(one.head or one.name, "right", _EXTRA) for one in extra),
        )
        more = more_text(self.found, len(self.foods))
        return Table(
            columns,
            tuple(map(TableRow, rows)),
            (f"{count_text(self.found, 'food')}. Amounts are per {per}, macronutrients in g.",),
            (*_signs(rows), *self._most_in_a_meal(look), *([more] if more else [])),
        )

    def _most_in_a_meal(self, look: Look) -> Iterator[str]:
        """What of the foods listed a restriction allows only so much of."""
        for code in self.restrictions:
            held = [(food, dict(food.suits_up_to_g).get(code)) for food in self.foods]
            most = [f"{look.food(food)} {grams:g}{_JOINED}g" for food, grams in held if grams]
            if most:
                yield f"{code}, at most in one meal: {', '.join(most)}."

    def _amounts(self, food: Food, extra: Sequence[Nutrient], look: Look) -> tuple[str, ...]:
        """The numbers of one line of the list."""
        grams = food.portion.one_g if self.per_portion else 100.0
        held = food.amount(grams)
        macros = [
            number(
                look.nutrient(getattr(held, field), field),
                0 if field == "energy_kcal" else _DIGITS_IN_LISTS,
            )
            for field in _MACROS
        ]
        return (*macros, *(held_text(one, food, grams) for one in extra))


class FoodCard(NamedTuple):
    """One food whole: who may eat it, how it is measured, and all that it holds."""

    food: Food
    see_also: Sequence[Food] = ()
    athlete: None = None

    @property
    def facts(self) -> Mapping[str, Callable[[Look], str]]:
        """The food as a list of one."""
        return FoodList([self.food], 1).facts

    def view(self, look: Look, medium: Medium) -> View:
        """The food's name and source, facts about it, its nutrients, and what they mean."""
        food = self.food
        portion = food.portion
        millilitres = "" if portion.one_ml is None else f"{portion.one_ml:g} ml, "
        measure = f"1 {portion.one} ({millilitres}{portion.one_g:g} g)"
        sizes = amounts(food)
        step, most = household_text(food, sizes[0]), household_text(food, sizes[-1])
        facts = (
            ("Called", ", ".join(food.synonyms)),
            ("Kind", f"{food.role}, for {', '.join(food.when)}"),
            *who_facts(who_may_eat([food])),
            ("Suits up to", _up_to(food)),
            ("Measure", f"{measure}; in steps of {step}, at most {most}"),
            ("Glycaemic index", _glycaemic(food)),
            ("Caution", food.caution),
        )
        names = ", ".join(other.name for other in self.see_also[:6])
        words = (*_footnotes(food, look), *([f"See also: {names}."] if names else []))
        return View(
            look.food(food),
            (
                Section("", (Facts(facts),)),
                *_nutrient_sections(food, look, medium),
                Section("", (Prose(words, is_indented=False),)),
            ),
            headline=f"{food.description} ({food.source})",
        )


def number(value: float | None, digits: int) -> str:
    """
    A number as it is printed, or the sign for a missing one.

    >>> number(0.69, 3), number(None, 3)
    ('0.690', '–')
    """
    return MISSING if value is None else f"{value:,.{digits}f}"


def held_text(nutrient: Nutrient, food: Food, grams: float) -> str:
    """An amount of a nutrient with its unit; "≥" where the source knows only a part of it."""
    held = food.held(nutrient, grams)
    if held.amount is None:
        return MISSING
    floor = "" if held.is_whole else "≥"
    return f"{floor}{number(held.amount, nutrient.digits)} {nutrient.unit}".rstrip()


def more_text(found: int, shown: int) -> str:
    """How many more there are than a list shows, or nothing."""
    return f"{found - shown} more; --limit {found} shows them all." if found > shown else ""


def _short_measure(food: Food) -> str:
    """One household measure beside the food's name: 1 medium (118 g)."""
    portion = food.portion
    words = portion.one.removesuffix(food.name).strip() or portion.one
    size, unit = (portion.one_g, "g") if portion.one_ml is None else (portion.one_ml, "ml")
    return f"1{_JOINED}{words} ({size:g}{_JOINED}{unit})"


def _signs(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """What the signs of a list mean, where they stand in it."""
    text = " ".join(cell for row in rows for cell in row[2:])
    if "≥" in text:
        yield "≥  At least: the source knows only a part of it."
    if MISSING in text:
        yield _NO_VALUE


def who_facts(who: Who) -> Iterator[tuple[str, str]]:
    """Who may eat something."""
    allergens = who.allergens
    yield "Allergens", "not reviewed" if allergens is None else ", ".join(allergens) or "none"
    yield "May contain", ", ".join(who.may_contain) or "nothing known"
    yield "Diet", diet_text(who.diet)
    yield "Suits", ", ".join(who.suits)


def diet_text(diet: str | None) -> str:
    """Every diet that may eat what the strictest may; says so when nobody has reviewed it."""
    return "not reviewed" if diet is None else ", ".join(DIETS[DIETS.index(diet) :])


def _up_to(food: Food) -> str:
    """Which restrictions allow how much of a food."""
    return ", ".join(f"{code}, {grams:g} g in one meal" for code, grams in food.suits_up_to_g)


def _glycaemic(food: Food) -> str:
    """The index as its table prints it; not what anybody takes it for."""
    index = food.glycaemic_index
    return "" if index is None else f"{index:g}, as published, glucose = 100"


def _nutrient_sections(food: Food, look: Look, medium: Medium) -> Iterator[Section]:
    """Every nutrient of 100 g and of a household measure; of 100 g alone where text is narrow."""
    portion, is_text = food.portion, medium == "text"
    held = [food.per_100g, food.amount(portion.one_g)]
    heads = ["100 g", f"1 {portion.one}, {portion.one_g:g} g"]
    widths = [9, min(max(len(heads[1]) - 1, 9), MOST_WIDTH - 46)]
    is_narrow = is_text and look.width < MOST_WIDTH
    if is_narrow:
        del held[1], heads[1], widths[1]
    for title, (first, last) in _GROUPS.items():
        is_first = first == NUTRIENT_NAMES[0]
        rows = []
        for field in NUTRIENT_NAMES[NUTRIENT_NAMES.index(first) : NUTRIENT_NAMES.index(last) + 1]:
            nutrient = NUTRIENT_OF[field]
            name = look.spelled(nutrient.title)
            cells = [_amount(getattr(nutrients, field), nutrient, look) for nutrients in held]
            rows.append(TableRow((f"{_JOINED * 2}{name}" if is_text else name, *cells)))
        columns = (
            Column("", width=0 if is_narrow else 25),
            *(
                # In text the first group stands close above the others, and heads them all.
                Column(head if is_first or not is_text else "", "unit", width)
                for head, width in zip(heads, widths, strict=True)
            ),
        )
        named = "Per" if is_first and is_text else title
        yield Section(named, (Table(columns, tuple(rows)),))


def _amount(value: float | None, nutrient: Nutrient, look: Look) -> str:
    """A number and its unit."""
    if value is None:
        return MISSING
    is_energy = nutrient.unit == "kcal"
    unit = look.energy_unit if is_energy else nutrient.unit
    held = look.nutrient(value, "energy_kcal") if is_energy else value
    return f"{number(held, nutrient.digits)} {unit}"


def _footnotes(food: Food, look: Look) -> Iterator[str]:
    """What the figures mean, as far as this food needs it."""
    if any(value is None for value in food.per_100g.values()):
        yield _NO_VALUE
    yield look.spelled("Carbohydrate includes the fibre.")
    if food.per_100g.ala_g is not None and food.ala_basis.startswith("18:3"):
        yield "ALA is all 18:3 here: the source does not tell the omega-3 apart."


def food_tree(food: Food) -> dict[str, Any]:
    """One food for other programs: missing as null, allergens null if not reviewed."""
    return {
        **fields_of(food, _WHAT_IT_IS),
        "suits_up_to_g": dict(food.suits_up_to_g),
        "portion": {"text": measure_text(food), **fields_of(food.portion, _PORTION)},
        **fields_of(food, _SAID_OF_IT),
        "per_100g": food.per_100g._asdict(),
        "per_portion": food.amount(food.portion.one_g)._asdict(),
    }
