"""Somebody's own foods and dishes: a TOML or JSON file, checked, that shadows the bundled ones."""

import re
from pathlib import Path
from types import MappingProxyType
from typing import IO, Annotated, Final, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from fuelcalc.errors import InputError
from fuelcalc.models.athlete import Diet
from fuelcalc.models.diets import allergens_named, restrictions_named
from fuelcalc.models.dishes import Dish
from fuelcalc.models.foods import NUTRIENT_NAMES, Food, Nutrients, Portion, Shown
from fuelcalc.models.record import In, Record, Text
from fuelcalc.models.tree import read_tree
from fuelcalc.pantry.dishes import dish_of
from fuelcalc.pantry.lookup import find, plain
from fuelcalc.pantry.table import FoodTable, food_table

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SODIUM_OF_SALT: Final = 1000.0 / 2.54
_OFF_SHARE, _OFF_KCAL = 0.20, 25.0
_HAIR: Final = 0.5

Role = Literal[
    "bread", "cereal", "cheese", "condiment", "dairy", "dried-fruit", "drink", "egg", "fat",
    "fish", "fruit", "grain", "legume", "meat", "nuts", "plant-milk", "poultry", "powder",
    "seeds", "shellfish", "snack", "soy", "sports", "spread", "starch", "sweet", "vegetable",
]  # fmt: skip


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text):
        raise ValueError(f'"{text[:40]}" is not an id; write small letters, digits and hyphens')
    return text


Slug = Annotated[str, Field(max_length=60), AfterValidator(_slug)]
Grams = Annotated[float | None, In("g"), Field(ge=0, le=1000)]
Milligrams = Annotated[float | None, In("mg"), Field(ge=0, le=50_000)]
Micrograms = Annotated[float | None, In("ug"), Field(ge=0, le=50_000)]


class OwnFood(Record):
    """
    One food as its label prints it, per 100 g or per serving.

    A European label's carbohydrate leaves the fibre out and gives salt; `label = "eu"` says so.

    >>> bread = OwnFood.of(
    ...     name="Mill bread", role="bread", energy="240 kcal", protein="9 g",
    ...     carbohydrate="44 g", fat="2 g", allergens=["gluten", "wheat"], diet="vegan",
    ... )
    >>> bread.food().per_100g.carbohydrate_g
    44.0
    """

    food_id: Slug | None = None
    name: Annotated[Text, Field(min_length=1)]
    synonyms: Annotated[tuple[Text, ...], Field(max_length=20)] = ()
    role: Role
    when: tuple[Literal["breakfast", "meal", "snack", "session"], ...] = ("meal", "snack")
    per_g: Annotated[float, In("g"), Field(ge=1, le=2000)] = 100.0
    label: Literal["us", "eu"] = "us"
    energy_kcal: Annotated[float, In("kcal"), Field(ge=0, le=9000)]
    protein_g: Annotated[float, In("g"), Field(ge=0, le=1000)]
    carbohydrate_g: Annotated[float, In("g"), Field(ge=0, le=1000)]
    fat_g: Annotated[float, In("g"), Field(ge=0, le=1000)]
    fibre_g: Grams = None
    sugars_g: Grams = None
    saturated_fat_g: Grams = None
    salt_g: Grams = None
    sodium_mg: Milligrams = None
    potassium_mg: Milligrams = None
    calcium_mg: Milligrams = None
    iron_mg: Milligrams = None
    magnesium_mg: Milligrams = None
    zinc_mg: Milligrams = None
    selenium_ug: Micrograms = None
    vitamin_d_ug: Micrograms = None
    vitamin_b12_ug: Micrograms = None
    folate_dfe_ug: Micrograms = None
    vitamin_c_mg: Milligrams = None
    caffeine_mg: Milligrams = None
    epa_g: Grams = None
    dha_g: Grams = None
    ala_g: Grams = None
    leucine_g: Grams = None
    lysine_g: Grams = None
    allergens: Annotated[tuple[str, ...], AfterValidator(allergens_named)] | None = None
    may_contain: Annotated[tuple[str, ...], AfterValidator(allergens_named)] = ()
    diet: Diet | None = None
    suits: Annotated[tuple[str, ...], AfterValidator(restrictions_named)] = ()
    measure: Text | None = None
    measures: Text | None = None
    weighs_g: Annotated[float | None, In("g"), Field(gt=0, le=2000)] = None
    holds_ml: Annotated[float | None, In("ml"), Field(gt=0, le=2000)] = None
    shown: Shown | None = None
    step: Annotated[float | None, Field(gt=0, le=100)] = None
    most: Annotated[float | None, Field(gt=0, le=100)] = None
    caution: Text = ""

    @model_validator(mode="after")
    def _plausible(self) -> Self:
        self._check_label()
        self._check_measure()
        return self

    def _check_label(self) -> None:
        """Hold that a label's figures can be true together."""
        if self.salt_g is not None and self.sodium_mg is not None:
            raise ValueError("salt and sodium are the same thing; keep one")
        macros = self.protein_g + self._carbohydrate_g + self.fat_g
        if macros > self.per_g + _HAIR:
            raise ValueError(
                f"protein, carbohydrate and fat weigh {macros:.1f} g together, more than the "
                f"{self.per_g:g} g they are in; check per"
            )
        for name, part, whole_name, whole in (
            ("fibre", self.fibre_g, "carbohydrate", self._carbohydrate_g),
            ("sugars", self.sugars_g, "carbohydrate", self._carbohydrate_g),
            ("saturated_fat", self.saturated_fat_g, "fat", self.fat_g),
        ):
            if part is not None and part > whole + _HAIR:
                raise ValueError(f"{name} {part:g} g is more than the {whole_name}, {whole:g} g")
        high = 4.0 * self.protein_g + 4.0 * self._carbohydrate_g + 9.0 * self.fat_g
        low = high - 4.0 * (self.fibre_g or 0.0)
        slack = _OFF_KCAL * self.per_g / 100.0
        if (
            not low * (1 - _OFF_SHARE) - slack
            <= self.energy_kcal
            <= high * (1 + _OFF_SHARE) + slack
        ):
            raise ValueError(
                f"energy {self.energy_kcal:.0f} kcal does not go with the macronutrients, which "
                f"give about {high:.0f} kcal; check the figures and their units"
            )

    def _check_measure(self) -> None:
        """Hold that a household measure is whole."""
        if (self.measure is None) != (self.weighs_g is None):
            raise ValueError('a measure needs its weight: measure = "slice", weighs = "40 g"')
        if self.holds_ml is not None and self.weighs_g is None:
            raise ValueError("holds needs measure and weighs beside it")
        if (self.shown == "ml") != (self.holds_ml is not None) and self.shown is not None:
            raise ValueError('shown = "ml" and holds belong together')
        step, most = self.step or 0.0, self.most
        if most is not None and most < step:
            raise ValueError(f"most {most:g} is less than one step, {step:g}")

    @property
    def _carbohydrate_g(self) -> float:
        """Carbohydrate with the fibre, as the table counts it."""
        fibre = self.fibre_g if self.label == "eu" and self.fibre_g is not None else 0.0
        return self.carbohydrate_g + fibre

    def food(self, stands_for: Food | None = None) -> Food:
        """
        The food as the table holds it.

        Args:
            stands_for: The bundled food that it replaces, whose measure it keeps if it has none.
        """
        values = {name: getattr(self, name, None) for name in NUTRIENT_NAMES}
        values["carbohydrate_g"] = self._carbohydrate_g
        if self.salt_g is not None:
            values["sodium_mg"] = self.salt_g * _SODIUM_OF_SALT
        return Food(
            food_id=self.food_id
            or (plain(self.name).replace(" ", "-") if stands_for is None else stands_for.food_id),
            name=self.name,
            synonyms=self.synonyms,
            source="own food",
            description=f"{self.name}, from your own file",
            role=self.role,
            when=self.when,
            allergens=self.allergens,
            may_contain=self.may_contain,
            diet=self.diet,
            suits=self.suits,
            portion=self._portion(stands_for),
            eaten_as_is=True,
            pre_run="" if stands_for is None else stands_for.pre_run,
            high_fodmap=False if stands_for is None else stands_for.high_fodmap,
            glycaemic_index=None,
            ala_basis="" if self.ala_g is None else "ALA",
            caution=self.caution,
            per_100g=Nutrients(**values).times(100.0 / self.per_g),
        )

    def _portion(self, stands_for: Food | None) -> Portion:
        """Its own measure, else that of the food it replaces, else portions of 100 g."""
        if self.measure is None or self.weighs_g is None:
            if stands_for is not None:
                return stands_for.portion
            return Portion("portion", "portions", 100.0, None, "grams", self.step or 0.1,
                           self.most or 3.0)  # fmt: skip
        shown: Shown = self.shown or ("count" if self.holds_ml is None else "ml")
        step = self.step or (1.0 if shown == "count" else 0.25)
        most = max(self.most or 4.0, step)
        return Portion(
            one=self.measure,
            many=self.measures or f"{self.measure}s",
            one_g=self.weighs_g,
            one_ml=self.holds_ml,
            shown=shown,
            step=step,
            most=step * int(most / step + 1e-9),
        )


class OwnDish(Record):
    """One dish in the columns of the bundled ones, its foods as a list of lines."""

    dish_id: Slug | None = None
    name: Annotated[Text, Field(min_length=1)]
    meals: Annotated[tuple[str, ...], Field(min_length=1, max_length=9)]
    minutes: Annotated[float, In("min"), Field(ge=0, le=600)] = 15.0
    serves: Annotated[int, Field(ge=1, le=50)] = 1
    kitchen: Text = "own"
    foods: Annotated[tuple[Text, ...], Field(min_length=1, max_length=7)]
    how: Text = ""

    def dish(self, table: FoodTable) -> Dish:
        """
        The dish, its foods looked up by id or by name.

        Raises:
            InputError: A food is unknown, or an amount is not measured.
        """
        return dish_of(
            {
                "dish_id": self.dish_id or plain(self.name).replace(" ", "-"),
                "name": self.name,
                "meals": " ".join(self.meals),
                "minutes": str(self.minutes),
                "serves": str(self.serves),
                "kitchen": self.kitchen,
                "foods": " + ".join(self.foods),
                "how": self.how,
            },
            table,
        )


class OwnFoods(Record):
    """What the file holds: tables of foods and of dishes."""

    foods: Annotated[tuple[OwnFood, ...], Field(max_length=2000)] = ()
    dishes: Annotated[tuple[OwnDish, ...], Field(max_length=2000)] = ()


def read_foods(file: str | Path | IO[bytes] | IO[str]) -> FoodTable:
    r"""
    The bundled foods and dishes with somebody's own, which shadow ours of the same name.

    A food without `allergens` and `diet` counts as not reviewed: it is only for somebody
    without any limit.

    Args:
        file: A TOML or JSON file with [[foods]] and [[dishes]]; a path, or an open file.

    Returns:
        A table for `plan_day(foods=...)`.

    Raises:
        InputError: The file cannot be read, a unit is unknown, or a label cannot be true; one
            line says where.

    >>> import io
    >>> text = b'[[foods]]\nname = "Mill bread"\nrole = "bread"\nper = "40 g"\n'
    >>> text += b'energy = "96 kcal"\nprotein = "4 g"\ncarbohydrate = "17 g"\nfat = "1 g"\n'
    >>> read_foods(io.BytesIO(text)).foods[0].per_100g.protein_g
    10.0
    """
    own = OwnFoods.from_tree(read_tree(file, kind="food"), path="")
    return own_table(own)


def own_table(own: OwnFoods) -> FoodTable:
    """
    Lay somebody's own foods and dishes over the bundled ones.

    Raises:
        InputError: Two own foods or dishes have one id, or a dish cannot be read.
    """
    bundled = food_table()
    foods: dict[str, Food] = {}
    for one in own.foods:
        food = one.food(_stands_for(one, bundled))
        if food.food_id in foods:
            raise InputError(f"foods: {food.name} stands twice; keep one, or give a food_id")
        foods[food.food_id] = food
    rest = {key: food for key, food in bundled.by_id.items() if key not in foods}
    table = FoodTable((*foods.values(), *rest.values()), MappingProxyType({**foods, **rest}))
    dishes: dict[str, Dish] = {}
    for number, own_dish in enumerate(own.dishes, start=1):
        try:
            dish = own_dish.dish(table)
        except InputError as error:
            raise InputError(f"dishes[{number}]: {error}") from None
        if dish.dish_id in dishes:
            raise InputError(f"dishes: {dish.name} stands twice; keep one, or give a dish_id")
        dishes[dish.dish_id] = dish
    return FoodTable(table.foods, table.by_id, tuple(dishes.values()))


def _stands_for(one: OwnFood, bundled: FoodTable) -> Food | None:
    """The bundled food that an own one replaces: by id, else by its very name."""
    if one.food_id is not None:
        return bundled.by_id.get(one.food_id)
    called = find(one.name, limit=1, table=bundled)
    return called[0] if called and plain(called[0].name) == plain(one.name) else None
