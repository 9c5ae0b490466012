"""A food as its label prints it, checked, and turned into a food of the table."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, model_validator

from fuelcalc.errors import InputError
from fuelcalc.importers.own_foods.entry import LongText, OwnEntry, Slug, one_of, slug_of
from fuelcalc.importers.own_foods.measures import counted, plural, step_of, stepped
from fuelcalc.importers.own_foods.review import contradictions
from fuelcalc.models.athlete import Diet
from fuelcalc.models.diets import allergens_named, restrictions_named
from fuelcalc.models.foods import Food, Measure, Shown
from fuelcalc.models.marks import In
from fuelcalc.models.nutrients import NUTRIENT_NAMES, NUTRIENT_OF, Nutrients
from fuelcalc.models.text import Name, Text
from fuelcalc.pantry.table import ROLES, WHEN
from fuelcalc.science.macronutrients import CARBOHYDRATE_KCAL_PER_G, energy_449_kcal
from fuelcalc.units import bare_name, parse_amount, suffix_of
from fuelcalc.units.conversion import scaled

# Regulation (EU) 1169/2011, annex I: the salt of a label is its sodium times 2.5.
_SALT_PER_SODIUM: Final = 2.5
_IN_G: Final = {"g": 1.0, "mg": 1e-3, "ug": 1e-6}

# Labels print whole grams, and general energy factors are this far off for single foods.
_OFF_SHARE, _OFF_KCAL_PER_100G = 0.20, 15.0
_ROUNDED_KCAL, _ROUNDED_KCAL_PER_G = 15.0, 4.0
_ROUNDED_PART_G, _ROUNDED_SUM_G = 1.0, 1.5

_OTHER_WORDS: Final[Mapping[str, str]] = {
    **{
        word.casefold().replace(" ", "_"): bare_name(nutrient.key)
        for nutrient in NUTRIENT_OF.values()
        for word in nutrient.also
    },
    "kj": "energy",
    "serving": "per",
    "serving_size": "per",
    "sugar_alcohol": "polyols",
    "contains": "allergens",
}
"""What labels call a key."""

Role = Annotated[str, AfterValidator(one_of(ROLES)), WithJsonSchema({"enum": list(ROLES)})]
When = Annotated[str, AfterValidator(one_of(WHEN)), WithJsonSchema({"enum": list(WHEN)})]
Allergens = Annotated[tuple[str, ...], Field(max_length=40), AfterValidator(allergens_named)]
Kcal = Annotated[float, In("kcal"), Field(ge=0, le=9000)]
Macro = Annotated[float, In("g"), Field(ge=0, le=1000)]
Grams = Annotated[float | None, In("g"), Field(ge=0, le=1000)]
Milligrams = Annotated[float | None, In("mg"), Field(ge=0, le=50_000)]
Micrograms = Annotated[float | None, In("ug"), Field(ge=0, le=50_000)]
Millilitres = Annotated[float | None, In("ml"), Field(ge=1, le=2000)]


class OwnFood(OwnEntry):
    """
    One food as its label prints it, per 100 g, per serving or per 100 ml.

    A European label's carbohydrate leaves the fibre out, and it gives salt in place of sodium:
    `label = "eu"`, which goes without saying where there is salt.

    >>> bread = OwnFood.of(
    ...     name="Mill bread", role="bread", energy="240 kcal", protein="9 g",
    ...     carbohydrate="44 g", fat="2 g", allergens=["gluten", "wheat"], diet="vegan",
    ... )
    >>> bread.food().per_100g.carbohydrate_g
    44.0
    """

    must: ClassVar[Mapping[str, str]] = {"name": '"Mill bread"', "role": '"bread"'}
    other_words: ClassVar[Mapping[str, str]] = _OTHER_WORDS

    food_id: Slug | None = Field(
        default=None, description="An id; that of a bundled food replaces it"
    )
    name: Name = Field(description="What you call it")
    synonyms: tuple[Text, ...] = Field(
        default=(), max_length=20, description="Other names that it answers to"
    )
    role: Role = Field(description="What it is in the kitchen")
    when: tuple[When, ...] = Field(
        default=("meal", "snack"), min_length=1, max_length=4, description="When it is eaten"
    )
    per_g: Annotated[float | None, In("g"), Field(ge=1, le=2000)] = Field(
        default=None, description="What the figures are for; 100 g if it does not say"
    )
    per_volume_ml: Millilitres = Field(
        default=None, description="What the figures are for, where that is a volume"
    )
    label: Literal["us", "eu"] | None = Field(
        default=None, description="Whether carbohydrate holds the fibre (us) or not (eu)"
    )
    energy_kcal: Kcal = Field(description="Energy")
    protein_g: Macro = Field(description="Protein")
    carbohydrate_g: Macro = Field(description="Carbohydrate")
    fat_g: Macro = Field(description="Fat")
    fibre_g: Grams = None
    sugars_g: Grams = Field(default=None, description="Sugars, a part of the carbohydrate")
    polyols_g: Grams = Field(
        default=None, description="Sugar alcohols and allulose, a part of the carbohydrate"
    )
    alcohol_g: Grams = Field(default=None, description="Alcohol")
    saturated_fat_g: Grams = None
    salt_g: Grams = Field(default=None, description="Salt; or sodium")
    sodium_mg: Milligrams = Field(default=None, description="Sodium; or salt")
    potassium_mg: Milligrams = None
    calcium_mg: Milligrams = None
    iron_mg: Milligrams = None
    magnesium_mg: Milligrams = None
    zinc_mg: Milligrams = None
    selenium_ug: Micrograms = None
    vitamin_d_ug: Micrograms = Field(default=None, description="Vitamin D; 40 IU are 1 ug")
    vitamin_b12_ug: Micrograms = None
    folate_dfe_ug: Micrograms = Field(default=None, description="Folate equivalents (DFE)")
    vitamin_c_mg: Milligrams = None
    caffeine_mg: Milligrams = Field(default=None, description="Caffeine")
    epa_g: Grams = Field(default=None, description="EPA, an omega-3 fat")
    dha_g: Grams = Field(default=None, description="DHA, an omega-3 fat")
    ala_g: Grams = Field(default=None, description="ALA, an omega-3 fat")
    leucine_g: Grams = None
    lysine_g: Grams = None
    allergens: Allergens | None = Field(
        default=None, description="What it contains, [] for none; left out is not reviewed"
    )
    may_contain: Allergens = Field(default=(), description="Allergens that it may have traces of")
    diet: Diet | None = Field(
        default=None, description="The strictest diet that eats it; left out is not reviewed"
    )
    suits: Annotated[tuple[str, ...], AfterValidator(restrictions_named)] = Field(
        default=(), max_length=10, description="Ways of eating that it is known to suit"
    )
    measure: Text | None = Field(default=None, description="One household measure, such as slice")
    measures: Text | None = Field(default=None, description="More of them, such as slices")
    weighs_g: Annotated[float | None, In("g"), Field(ge=0.5, le=2000)] = Field(
        default=None, description="What one measure weighs"
    )
    holds_ml: Millilitres = Field(default=None, description="What one measure of a drink holds")
    shown: Shown | None = Field(default=None, description="How an amount is said")
    step: Annotated[float | None, Field(ge=0.05, le=50)] = Field(
        default=None, description="Smallest sensible step, in measures"
    )
    most: Annotated[float | None, Field(ge=0.05, le=50)] = Field(
        default=None, description="Largest sensible portion, in measures"
    )
    as_is: bool | None = Field(default=None, description="Whether it is eaten as it comes")
    caution: LongText = Field(default="", description="What to know when buying it")

    @classmethod
    def read_key(cls, key: Any, value: Any) -> tuple[str, Any]:
        """Turn one key and its value into a field's; per may be a volume."""
        if key == "per" and not isinstance(value, int | float):
            try:
                return "per_volume_ml", parse_amount(value, "ml", name=key)
            except InputError:
                pass  # a mass then, or what the next line refuses as one
        return super().read_key(key, value)

    @model_validator(mode="after")
    def _plausible(self) -> Self:
        problems = (*self._measure_problems(), *self._label_problems(), *self._diet_problems())
        for problem, remedy in problems:
            raise InputError(problem, remedy=remedy)
        return self

    def _label_problems(self) -> Iterator[tuple[str, str]]:
        """Why a label's figures cannot be true together."""
        if self.salt_g is not None and self.sodium_mg is not None:
            yield "salt and sodium are the same thing", "keep one"
        per_g = self._label_g
        held = {
            "protein": self.protein_g,
            "carbohydrate": self._carbohydrate_g,
            "fat": self.fat_g,
            "alcohol": self.alcohol_g or 0.0,
            "salt": self._salt_g,
        }
        if (weight := sum(held.values())) > per_g + _ROUNDED_SUM_G:
            names = [name for name, grams in held.items() if grams > 0.0]
            weighed = f"{', '.join(names)} weigh {weight:.1f} g together"
            yield f"{weighed}, more than the {per_g:g} g they are in", "check per"
        for name, scale in _AMOUNTS.items():
            amount = getattr(self, name)
            if amount is not None and amount * scale > per_g:
                problem = f"{name} {amount:g} is more than the {per_g:g} g it is in"
                yield problem, "check its unit"
        printed_g, all_g = self.carbohydrate_g, self._carbohydrate_g
        for whole, whole_g, parts in (
            ("carbohydrate", all_g, ("fibre",)),
            ("carbohydrate", printed_g, ("sugars", "polyols")),
            ("fat", self.fat_g, ("saturated_fat", "epa", "dha", "ala")),
            ("protein", self.protein_g, ("leucine", "lysine")),
        ):
            for part in parts:
                part_g = getattr(self, f"{part}_g") or 0.0
                if part_g > whole_g + _ROUNDED_PART_G:
                    problem = f"{part} {part_g:g} g is more than the {whole}, {whole_g:g} g"
                    yield problem, "check both"
        yield from self._energy_problems()

    def _energy_problems(self) -> Iterator[tuple[str, str]]:
        """Why the energy cannot be that of the macronutrients."""
        high = 7.0 * (self.alcohol_g or 0.0) + energy_449_kcal(
            protein_g=self.protein_g, carbohydrate_g=self._carbohydrate_g, fat_g=self.fat_g
        )
        low = high - CARBOHYDRATE_KCAL_PER_G * ((self.fibre_g or 0.0) + (self.polyols_g or 0.0))
        rounded = min(_ROUNDED_KCAL, _ROUNDED_KCAL_PER_G * self._label_g)
        slack = rounded + _OFF_KCAL_PER_100G * self._label_g / 100.0
        low, high = low * (1.0 - _OFF_SHARE) - slack, high * (1.0 + _OFF_SHARE) + slack
        if low <= self.energy_kcal <= high:
            return
        remedy = "check the figures and their units, and write fibre, polyols and alcohol if any"
        if low <= scaled(self.energy_kcal, "kJ", "kcal") <= high:
            remedy = f'if it is in kJ, write energy = "{self.energy_kcal:.0f} kJ"; else {remedy}'
        given = f"energy {self.energy_kcal:.0f} kcal does not go with the macronutrients"
        yield f"{given}, which give {max(low, 0.0):.0f} to {high:.0f} kcal", remedy

    def _measure_problems(self) -> Iterator[tuple[str, str]]:
        """Why a household measure is not whole."""
        if (self.measure is None) != (self.weighs_g is None):
            yield "a measure needs its weight", 'write measure = "slice" and weighs = "40 g"'
        if self.measure is None and (self.measures, self.holds_ml, self.shown) != (None,) * 3:
            problem = "measures, holds and shown belong to a measure"
            yield problem, "write measure and weighs too"
        if self.shown == "ml" and self.holds_ml is None:
            yield 'shown = "ml" needs what a measure holds', 'write holds = "250 ml"'
        if self.weighs_g is not None and self.holds_ml is not None:
            density = self.weighs_g / self.holds_ml
            if not 0.2 <= density <= 2.0:
                problem = f"{self.holds_ml:g} ml that weigh {self.weighs_g:g} g are no food"
                yield problem, "check weighs and holds"
        if self.per_volume_ml is not None and self.per_g is not None:
            yield "per is there twice, as a mass and as a volume", "keep one"
        if self.per_volume_ml is not None and self.holds_ml is None:
            yield (
                f"per {self.per_volume_ml:g} ml needs to know what that weighs",
                'write measure = "glass", weighs = "258 g" and holds = "250 ml"',
            )

    def _diet_problems(self) -> Iterator[tuple[str, str]]:
        """Why its diet or what it suits cannot be, with what it is and contains."""
        yield from contradictions(
            role=self.role,
            allergens=self.allergens or (),
            may_contain=self.may_contain,
            diet=self.diet,
            suits=self.suits,
            alcohol_share=(self.alcohol_g or 0.0) / self._label_g,
        )

    @property
    def _label_g(self) -> float:
        """The grams that the figures are for."""
        if self.per_volume_ml is None or self.weighs_g is None or self.holds_ml is None:
            return 100.0 if self.per_g is None else self.per_g
        return self.per_volume_ml * self.weighs_g / self.holds_ml

    @property
    def _carbohydrate_g(self) -> float:
        """Carbohydrate with the fibre, as the table counts it."""
        is_eu = self.label == "eu" or (self.label is None and self.salt_g is not None)
        return self.carbohydrate_g + ((self.fibre_g or 0.0) if is_eu else 0.0)

    @property
    def _salt_g(self) -> float:
        """Its salt, or what its sodium is of salt; nothing where the label has neither."""
        if self.salt_g is not None:
            return self.salt_g
        return (self.sodium_mg or 0.0) * _SALT_PER_SODIUM / 1000.0

    def food(self, ours: Food | None = None) -> Food:
        """
        The food as the table holds it.

        Args:
            ours: The bundled food that it replaces: it keeps answering to the names of ours,
                and is measured alike unless it has a measure of its own.

        Raises:
            InputError: The name gives no id, or its steps cannot be measured.
        """
        values = {name: getattr(self, name, None) for name in NUTRIENT_NAMES}
        values["carbohydrate_g"] = self._carbohydrate_g
        if self.salt_g is not None:
            values["sodium_mg"] = self.salt_g * 1000.0 / _SALT_PER_SODIUM
        food_id = self.food_id or (slug_of(self.name) if ours is None else ours.food_id)
        if not food_id:
            remedy = 'write food_id = "my-food"'
            raise InputError("gives no id", argument="name", value=self.name, remedy=remedy)
        if ours is None:
            names, as_is, high_fodmap = self.synonyms, True, False
        else:
            names = tuple(dict.fromkeys([*self.synonyms, ours.name, *ours.synonyms]))
            as_is, high_fodmap = ours.eaten_as_is, ours.high_fodmap
        # Its own measure, else that of the food it replaces, else what its label is for.
        measured = self._measured() if ours is None or self.measure is not None else ours.portion
        return Food(
            food_id=food_id,
            name=self.name,
            synonyms=names,
            source="own food",
            description=f"{self.name}, from your own file",
            role=self.role,
            when=self.when,
            allergens=self.allergens,
            may_contain=self.may_contain,
            diet=self.diet,
            suits=self.suits,
            portion=stepped(measured, step=self.step, most=self.most),
            eaten_as_is=as_is if self.as_is is None else self.as_is,
            high_fodmap=high_fodmap,
            glycaemic_index=None,
            ala_basis="" if self.ala_g is None else "ALA",
            caution=self.caution,
            per_100g=Nutrients(**values).times(100.0 / self._label_g),
            bought=None if ours is None else ours.bought,
        )

    def _measured(self) -> Measure:
        """The household measure that it states, or its serving, or 100 g."""
        if self.measure is None or self.weighs_g is None:
            if self._label_g == 100.0:
                return Measure("portion", "portions", 100.0, None, "grams", 0.1, 3.0)
            step = step_of(self._label_g)
            return Measure("serving", "servings", self._label_g, None, "grams", step, 3.0)
        default: Shown = "count" if self.holds_ml is None else "ml"
        said = self.shown or default
        many = self.measures or plural(self.measure)
        return Measure(
            one=counted(self.measure, self.name) if said == "count" else self.measure,
            many=counted(many, self.name) if said == "count" else many,
            one_g=self.weighs_g,
            one_ml=self.holds_ml if said == "ml" else None,
            shown=said,
            step=1.0 if said == "count" else step_of(self.weighs_g),
            most=4.0,
        )


_AMOUNTS: Final = {
    name: _IN_G[suffix]
    for name in OwnFood.model_fields
    for suffix in (suffix_of(name),)
    if suffix in _IN_G and name in {*NUTRIENT_NAMES, "salt_g", "polyols_g", "alcohol_g"}
}
"""The fields that are amounts of something in the food, and what one of their unit weighs."""
