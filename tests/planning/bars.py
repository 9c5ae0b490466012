"""How near menus come to what people cook: the figures of two weeks of days of drawn people."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

import numpy as np
from laws import broken_laws
from menu_laws import broken_menu_laws
from people import MONDAY, day, lift, run

from fuelcalc.models.athlete import Athlete
from fuelcalc.models.calendar import Calendar
from fuelcalc.models.day import Day
from fuelcalc.models.day_plan import DayPlan
from fuelcalc.models.timeline import Entry, Item
from fuelcalc.pantry import BUNDLED
from fuelcalc.planning.day import plan_day

SEED = 14
"""Which people are drawn; set before any menu was tuned."""

N_DAYS = 14

PATTERN = {
    "omnivore": {"fish": (2, 3), "poultry": (3, 5), "meat": (1, 3), "egg": (1, 2),
                 "pulses": (2, 4), "soy": (0, 2), "other": (0, 2)},
    "pescatarian": {"fish": (4, 5), "poultry": (0, 0), "meat": (0, 0), "egg": (2, 3),
                    "pulses": (3, 4), "soy": (2, 3), "other": (0, 3)},
    "vegetarian": {"fish": (0, 0), "poultry": (0, 0), "meat": (0, 0), "egg": (2, 4),
                   "pulses": (4, 5), "soy": (3, 4), "other": (2, 4)},
    "vegan": {"fish": (0, 0), "poultry": (0, 0), "meat": (0, 0), "egg": (0, 0),
              "pulses": (5, 6), "soy": (5, 8), "other": (0, 3)},
}  # fmt: skip
"""How many of a week's 14 lunches and dinners are of which kind, by diet."""

_GROUP = {"fish": "fish", "shellfish": "fish", "poultry": "poultry", "meat": "meat", "egg": "egg",
          "legume": "pulses", "soy": "soy"}  # fmt: skip
_FLESH = ("fish", "shellfish", "poultry", "meat")
_WITH_POWDER = ("during", "after")
_BY_THE_DOSE = ("during", "before")
_SMALL_KG, _SMALL_SHARE = 55.0, 0.8
_GRAIN_G, _LARGE_GRAIN_G, _LARGE_KG, _LARGE_KCAL = 300.0, 380.0, 80.0, 3500.0
_HAIR = 1e-6


def people(count: int) -> Iterator[Athlete]:
    """Athletes of 48 to 105 kg: half of them without any limit, of four diets and more."""
    lot = Random(SEED)  # noqa: S311 - people, no secret
    for _ in range(count):
        mass, diet = lot.uniform(48.0, 105.0), lot.choice(("omnivore", "omnivore", *PATTERN))
        limit = lot.choice(
            (
                {}, {}, {}, {}, {"restrictions": ["gluten-free"]},
                {"restrictions": ["dairy-free"]}, {"avoid": ["nuts"]},
                {"avoid": ["gluten", "milk"]},
                {"restrictions": ["halal"]}, {"restrictions": ["kosher"]},
            )
        )  # fmt: skip
        yield Athlete.of(
            sex=lot.choice(("female", "male")) if mass < 70.0 else "male",
            age=lot.randint(20, 60),
            mass_kg=round(mass, 1),
            height_cm=round(100.0 * (mass / lot.uniform(20.5, 26.0)) ** 0.5),
            diet=diet,
            **limit,
        )


def fortnight(number: int) -> list[Day]:
    """Fourteen dated days of one of three ways to train."""
    weeks = (
        ((run(),), (lift(),), (run("17:30"),), (), (run("06:30", effort="tempo"),), (), ()),
        ((lift("17:00"),), (run("12:15"),), (), (lift("17:00"),), (), (), ()),
        (
            (run(), lift()), (run("17:30"),), (run("06:30", effort="tempo"),), (lift(),), (run(),),
            (run("07:30", distance_km=25.0),), (),
        ),
    )  # fmt: skip
    week = weeks[number % len(weeks)]
    return [day(*week[n % 7], date=MONDAY + timedelta(n)) for n in range(N_DAYS)]


@dataclass
class Bars:
    """What a number of people's fortnights come to."""

    energy_off: list[float] = field(default_factory=list)
    share_off: list[float] = field(default_factory=list)
    protein_g_per_kg: list[float] = field(default_factory=list)
    flesh_g: list[float] = field(default_factory=list)
    buys: list[int] = field(default_factory=list)
    hands_on: list[float] = field(default_factory=list)
    times_ms: list[float] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    breaches: Counter[str] = field(default_factory=Counter)
    unnatural: Counter[str] = field(default_factory=Counter)

    def add(self, athlete: Athlete, days: Sequence[Day]) -> None:
        """Plan some days of one person, and count what comes of them."""
        calendar, plans = Calendar(days=tuple(days)), []
        for one in days:
            before, after = calendar.neighbours(one)
            start = time.process_time()
            plans.append(plan_day(athlete, one, before=before, after=after, week=days))
            self.times_ms.append(1000.0 * (time.process_time() - start))
        for plan in plans:
            self._day(plan)
        for first in range(0, len(plans), 7):
            self._week(plans[first : first + 7], athlete)

    def _day(self, plan: DayPlan) -> None:
        """Count one day."""
        assert plan.menu is not None
        assert plan.targets is not None
        fed, kg = _fed(plan), plan.athlete.mass_kg
        asked = sum(entry.energy_kcal or 0.0 for entry in fed)
        totals = plan.menu.totals
        self.energy_off.append(totals.energy_kcal / plan.targets.energy_kcal - 1.0)
        self.protein_g_per_kg.append(totals.protein_g / kg)
        most = max(2.2 * kg, 0.18 * asked / 4.0, 1.1 * plan.targets.protein_g)
        self.counts["days of too much protein"] += totals.protein_g > most + _HAIR
        self.counts["days of too little protein"] += (
            totals.protein_g < 0.95 * plan.targets.protein_g - _HAIR
        )
        for entry in fed:
            if entry.kind not in _BY_THE_DOSE or entry.name:
                off = entry.served.energy_kcal / entry.energy_kcal - 1.0
                self.share_off.append(off)
            if entry.kind != "during":
                self._portions(entry, plan.athlete)
                is_large = kg > _LARGE_KG or plan.targets.energy_kcal > _LARGE_KCAL
                most_g = _LARGE_GRAIN_G if is_large else _GRAIN_G
                self.counts["plates of much grain"] += any(
                    BUNDLED.by_id[item.food_id].role == "grain" and item.grams > most_g + _HAIR
                    for item in entry.items
                )
        mains = [_main(entry).food_id for entry in _mains(plan)]
        self.counts["days with one main twice"] += len(set(mains)) < len(mains)
        scoops = [
            item.food_id
            for entry in fed
            if entry.kind not in _WITH_POWDER or entry.name
            for item in entry.items
            if BUNDLED.by_id[item.food_id].role == "powder"
        ]
        self.counts["days with two powders"] += len(scoops) > 1
        dishes = [entry.dish_id for entry in fed if entry.kind != "during"]
        self.counts["days with one dish twice"] += len(set(dishes)) < len(dishes)
        self.counts["days with a line on portions"] += any(
            note.code == "menu-portions" for note in plan.notes
        )
        for law in broken_laws(plan) + broken_menu_laws(plan):
            self.breaches[law] += 1

    def _portions(self, entry: Entry, athlete: Athlete) -> None:
        """Count the portions of a plate that nobody would serve."""
        dish = {dish.dish_id: dish for dish in BUNDLED.dishes}.get(entry.dish_id or "")
        for item in entry.items:
            food = BUNDLED.by_id[item.food_id]
            measures = item.grams / food.portion.one_g
            self.counts["items"] += 1
            natural = food.portion.natural
            if dish is not None and not any(abs(measures - one) < _HAIR for one in natural):
                self.unnatural[item.food_id] += 1
            parts = [one for place in dish.places for one in place] if dish else []
            least = [one.least for one in parts if one.food_id == item.food_id]
            share = _SMALL_SHARE if athlete.mass_kg < _SMALL_KG else 1.0
            if least and measures < share * min(least) - _HAIR:
                self.counts["portions under least"] += 1
            if food.role in _FLESH and "meal" in food.when and item.grams > 0.0:
                self.flesh_g.append(item.grams)

    def _week(self, plans: Sequence[DayPlan], athlete: Athlete) -> None:
        """Count one week."""
        found = Counter(_group(entry) for plan in plans for entry in _mains(plan))
        pattern = PATTERN[athlete.diet]
        self.counts["weeks"] += 1
        self.counts["weeks in pattern"] += all(
            low <= found[group] <= high for group, (low, high) in pattern.items()
        )
        foods = {BUNDLED.by_id[i.food_id] for p in plans for e in _fed(p) for i in e.items}
        self.buys.append(
            len(
                {
                    food.bought.item
                    for food in foods
                    if food.bought
                    and not food.bought.in_cupboard
                    and food.role not in {"sports", "powder"}
                }
            )
        )
        made = {dish.dish_id: dish for dish in BUNDLED.dishes}
        eaten: set[str | None] = set()
        for plan in plans:
            today = {entry.dish_id for entry in _fed(plan)}
            # What keeps is eaten again without being made again.
            cooked = [
                made[one]
                for one in today
                if one in made and not (one in eaten and made[one].keeps and made[one].hands_on > 5)
            ]
            self.hands_on.append(sum(dish.hands_on for dish in cooked))
            eaten = today

    def lines(self) -> list[str]:
        """The figures, a line each."""
        off, share = 100.0 * np.array(self.energy_off), 100.0 * np.array(self.share_off)
        flesh, protein = np.array(self.flesh_g), np.array(self.protein_g_per_kg)
        median, late = np.percentile(self.times_ms, (50, 95))
        return [
            f"days {len(off)}, weeks {self.counts['weeks']}",
            (
                f"energy by the table: mean {off.mean():+.2f} %, sd {off.std():.2f}, within 3 % on "
                f"{100.0 * (np.abs(off) <= 3.0).mean():.1f} % of days"
            ),
            (
                f"off their share by over 25 %: {100.0 * (np.abs(share) > 25).mean():.1f} %, "
                f"mean {share.mean():+.1f} %, sd {share.std():.1f} %; within 5 % "
                f"{100.0 * (np.abs(share) <= 5).mean():.0f} %, said on "
                f"{self.counts['days with a line on portions']} days"
            ),
            (
                f"protein: {np.median(protein):.2f} g/kg, most {protein.max():.2f}; days over "
                f"{self.counts['days of too much protein']}, under "
                f"{self.counts['days of too little protein']}"
            ),
            (
                f"meat and fish: median {np.median(flesh):.0f} g, "
                f"under 100 g {100.0 * (flesh < 100.0 - _HAIR).mean():.0f} %"
            ),
            (
                f"portions under their least: {self.counts['portions under least']} of "
                f"{self.counts['items']}; in amounts that nobody takes "
                f"{sum(self.unnatural.values())}"
            ),
            f"weeks in pattern as served: {self.counts['weeks in pattern']}",
            f"foods to buy a week: mean {np.mean(self.buys):.1f}, most {max(self.buys)}",
            f"minutes of work a day: mean {np.mean(self.hands_on):.1f}",
            (
                f"days of one main food twice: {self.counts['days with one main twice']}, dish "
                f"twice: {self.counts['days with one dish twice']}, two powders: "
                f"{self.counts['days with two powders']}, plates of much grain: "
                f"{self.counts['plates of much grain']}"
            ),
            f"time of a day: median {median:.0f} ms, 95 % within {late:.0f} ms",
            f"breaches: {sum(self.breaches.values())}",
            *(f"  {n} x {law}" for law, n in self.breaches.most_common(12)),
        ]


def _fed(plan: DayPlan) -> list[Entry]:
    return [entry for entry in plan.timeline or () if entry.items]


def _mains(plan: DayPlan) -> list[Entry]:
    """The lunch and dinner of a day."""
    return [entry for entry in _fed(plan) if entry.name in {"lunch", "dinner"}]


def _main(entry: Entry) -> Item:
    """The food that brings most protein to a plate."""
    return max(entry.items, key=lambda item: item.protein_g or 0.0)


def _group(entry: Entry) -> str:
    """What kind of meal it is, by what a cook would call its protein."""
    roles = Counter[str]()
    for item in entry.items:
        group = _GROUP.get(BUNDLED.by_id[item.food_id].role)
        if item.food_id == "seitan":
            group = "soy"
        if group is not None:
            roles[group] += item.protein_g or 0.0
    group, most = max(roles.items(), key=lambda pair: pair[1], default=("other", 0.0))
    return group if most > 6.0 else "other"


def measured(count: int) -> Bars:
    """The figures of so many people."""
    bars = Bars()
    for number, athlete in enumerate(people(count)):
        bars.add(athlete, fortnight(number))
    return bars
