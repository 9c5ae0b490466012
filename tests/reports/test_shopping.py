"""The shopping list as a page: aisles, boxes, need and pack, in any units and format."""

import csv
import io
import json
from datetime import timedelta

import pytest
from people import man, plan
from served import MONDAY, feeding, item, served

from fuelcalc import render
from fuelcalc.importers.own_foods.food_file import OwnFoods, own_pantry
from fuelcalc.models.shopping import OWN_AISLE
from fuelcalc.pantry import BUNDLED
from fuelcalc.pantry.table import AISLES
from fuelcalc.planning.week.shopping import shopping_list
from fuelcalc.reports.shopping import AISLES as NAMES
from fuelcalc.reports.shopping import ShoppingPage

PLATES = (
    ("oats", 481.0), ("white-rice", 550.0), ("egg", 700.0), ("banana", 177.0),
    ("chicken-breast", 240.0), ("reduced-fat-milk", 2000.0), ("potato-wedges", 1050.0),
    ("zucchini", 85.0), ("olive-oil", 22.5), ("salt-pinch", 0.4), ("aubergine", 200.0),
)  # fmt: skip
DAYS = [
    served(feeding("dinner", *(item(*one) for one in PLATES)), date=MONDAY),
    served(date=MONDAY + timedelta(6)),
]
LIST = shopping_list(DAYS, have=["rice"])
CURRY = feeding(
    "dinner", item("egg", 100.0), item("olive-oil", 9.0),
    preparation="Fry cumin, chilli and a pinch of sugar in the oil, and add the egg.",
)  # fmt: skip
SPICED = shopping_list([served(CURRY, date=MONDAY)])
CAREFUL = shopping_list([served(CURRY, date=MONDAY, who=man(avoid=["nuts", "mustard"]))])


def page(shopping=LIST, fmt="text", **asked):
    """A list in one of the formats, its numbers free from their units."""
    return render(ShoppingPage(shopping), fmt, **asked).replace("\u00a0", " ")


class TestText:
    """The list as a shopper reads it."""

    @pytest.mark.parametrize("units", ["metric", "uk", "us"])
    def test_stands_in_the_order_of_its_readers_words(self, units):
        """Rocket is arugula in the US, and stands before bananas there."""
        green = ("rocket", "banana", "zucchini", "aubergine", "spinach")
        day = served(feeding("dinner", *(item(one, 200.0) for one in green)), date=MONDAY)
        text = page(shopping_list([day]), units=units)
        names = [line[4:].partition(":")[0] for line in text.splitlines() if line[:3] == "[ ]"]
        assert len(names) == len(green)
        assert names == sorted(names)
        assert (names.index("arugula") == 0) if units == "us" else ("rocket" in names)

    def test_prints_aisles_boxes_need_and_pack(self):
        """Each thing once under its aisle, and what may be at home at the end."""
        assert page() == (
            "Shopping list · Mon 23 Nov - Sun 29 Nov 2026\n"
            "For 2 days.\n"
            "\n"
            "FRUIT AND VEGETABLES\n"
            "[ ] aubergine: 1 (need 250 g)\n"
            "[ ] bananas: 2 (need 1.5)\n"
            "[ ] zucchini: 1 pack of 500 g (need 100 g)\n"
            "\n"
            "MEAT AND FISH\n"
            "[ ] chicken breast: 350 g (need 320 g)\n"
            "\n"
            "DAIRY, EGGS AND PLANT DRINKS\n"
            "[ ] eggs: 3 boxes of 6 (need 14)\n"
            "[ ] semi-skimmed milk: 2 cartons of 1 l (need 1.94 l)\n"
            "\n"
            "FROZEN\n"
            "[ ] frozen oven chips: 2 bags of 1 kg (need 1.5 kg)\n"
            "\n"
            "DRY GOODS AND CEREALS\n"
            "[ ] oats: 1 bag of 500 g (need 481 g)\n"
            "\n"
            "HAVE YOU SOME?\n"
            "[ ] olive oil: 25 ml (else 1 bottle of 500 ml)\n"
            "[ ] salt: 1 g (else 1 jar of 750 g)\n"
            "\n"
            "Left out, since it is there: rice.\n"
        )

    def test_asks_after_spices_without_amounts(self):
        """Behind what the table measures, in the reader's own words and order."""
        oil = "[ ] olive oil: 10 ml (else 1 bottle of 500 ml)\n"
        rack = "[ ] chilli\n[ ] cumin\n[ ] sugar\n"
        assert page(SPICED).endswith(f"HAVE YOU SOME?\n{oil}{rack}")
        assert "[ ] chili\n[ ] cumin\n" in page(SPICED, units="us")

    def test_asks_after_spices_alone(self):
        """Where a kitchen may have nothing else."""
        list_of_one = shopping_list([served(CURRY)], have=["olive oil"])
        assert "HAVE YOU SOME?\n[ ] chilli\n" in page(list_of_one)

    def test_says_whose_labels_to_read(self):
        """Who avoids nuts looks for a brand without their traces; sugar has none."""
        assert " ".join(page(CAREFUL).split()).endswith(
            "[ ] chilli (a brand without traces of peanut, tree nut, mustard) "
            "[ ] cumin (a brand without traces of peanut, tree nut, mustard) [ ] sugar"
        )

    def test_weighs_in_ounces_and_says_american_words(self):
        """Pounds from sixteen ounces on, quarts from 32; pieces are pieces."""
        text = page(shopping_list(DAYS, units="us"), units="us")
        for line in (
            "[ ] eggplant: 1 (need 8.8 oz)",
            "[ ] bananas: 2 (need 1.5)",
            "[ ] chicken breast: 12 oz (need 11.3 oz)",
            "[ ] eggs: 2 cartons of 12 (need 14)",
            "[ ] reduced-fat milk: 3 cartons of 1 qt (need 2.05 qt)",
            "[ ] frozen oven fries: 2 bags of 2 lb (need 3.31 lb)",
            "[ ] olive oil: 0.8 fl oz (else 1 bottle of 16 fl oz)",
            "[ ] salt: 0.1 oz (else 1 jar of 1.5 lb)",
        ):
            assert line in text.splitlines()

    @pytest.mark.parametrize(
        ("food", "grams", "said", "us"),
        [
            ("canned-chickpeas", 300.0, "2 tins of 240 g (need 300 g)", "2 cans (need 10.6 oz)"),
            ("garlic", 87.0, "2 bulbs (need 100 g)", "2 bulbs (need 3.5 oz)"),
            ("lemon-juice", 40.0, "1 (need 100 g)", "1 (need 3.5 oz)"),
            ("wholewheat-bread", 900.0, "2 loaves of 800 g (need 900 g)",
             "2 loaves of 1 lb (need 1.98 lb)"),
            ("skyr", 800.0, "2 pots of 450 g (need 800 g)", "2 tubs of 1 lb (need 1.76 lb)"),
            ("parsley", 9.0, "1 bunch of 30 g (need 10 g)", "1 bunch of 1 oz (need 0.4 oz)"),
        ],
    )  # fmt: skip
    def test_calls_packs_what_a_shop_calls_them(self, food, grams, said, us):
        """Tins, bulbs, loaves, and one lemon where it was a pack of 110 g."""
        meal = [served(feeding("dinner", item(food, grams)), date=MONDAY)]
        for units, words in (("metric", said), ("us", us)):
            text = page(shopping_list(meal, units=units), units=units)
            assert f": {words}\n" in text

    def test_says_for_how_many(self):
        """Two are said, one is not; a lone day has one date."""
        one = served(feeding("dinner", item("oats", 250.0)), date=MONDAY)
        text = page(shopping_list([one], people=2))
        assert text.startswith(
            "Shopping list · Mon 23 Nov 2026\nFor 1 day and 2 people who eat the same.\n"
        )
        assert text.endswith("[ ] oats: 1 bag of 500 g (need 500 g)\n")

    @pytest.mark.parametrize(
        ("people", "said"),
        [
            (1.0, "For 1 day and 2 people, each by a plan of their own.\n"),
            (2.0, "For 1 day and 4 people: what 2 have planned, 2 times.\n"),
        ],
    )
    def test_counts_who_has_a_plan(self, people, said):
        """Two plans for one date are two people; twice that are four."""
        one = served(feeding("dinner", item("oats", 250.0)), date=MONDAY)
        assert said in page(shopping_list([one, one], people=people))

    def test_says_an_amount_once(self):
        """Where the basket holds just what is needed."""
        meal = served(feeding("dinner", item("banana", 236.0), item("chicken-breast", 150.0)))
        text = page(shopping_list([meal]))
        assert "[ ] bananas: 2\n" in text
        assert "[ ] chicken breast: 200 g\n" in text
        assert text.startswith("Shopping list\nFor 1 day.\n")

    def test_keeps_the_words_of_own_foods(self):
        """A fibre bar stays one for US readers, under its own head."""
        bar = {"name": "fibre bar", "role": "snack", "per": "50 g", "energy": "200 kcal",
               "protein": "5 g", "carbohydrate": "30 g", "fat": "6.5 g"}  # fmt: skip
        pantry = own_pantry(OwnFoods.from_tree({"foods": [bar]}, path=""))
        meal = served(feeding("snack", item("fibre-bar", 50.0, pantry)))
        text = page(shopping_list([meal], foods=pantry), units="us")
        assert text.endswith("FOODS OF YOUR OWN\n[ ] fibre bar: 1.8 oz\n")

    @pytest.mark.parametrize(
        ("plans", "said"),
        [
            ([plan(man())], "Nothing to buy: no menu was asked for."),
            ([plan(man()), served()], "Nothing to buy for 1 of 2 days: no menu was asked for."),
            (
                [plan(man(mass_kg=45.0), menu=True)],
                "Nothing to buy: no foods are chosen where a plan withholds its figures.",
            ),
        ],
    )
    def test_says_why_there_is_nothing(self, plans, said):
        """An empty list has its reason."""
        assert " ".join(page(shopping_list(plans)).split()).endswith(f" {said}")

    def test_names_every_aisle(self):
        """No aisle of the table is without a head."""
        assert tuple(NAMES) == (*AISLES, OWN_AISLE)


class TestPages:
    """The same list laid out."""

    def test_has_boxes_to_tick_in_html(self):
        """One a thing, within its label."""
        html = page(fmt="html")
        assert html.count('<label><input type="checkbox"> ') == len(LIST.lines)
        assert "Have you some?" in html

    def test_is_a_task_list_in_markdown(self):
        """One a thing."""
        assert page(fmt="markdown").count("\n- [ ] ") == len(LIST.lines)

    @pytest.mark.parametrize("fmt", ["html", "markdown"])
    def test_has_boxes_for_spices(self, fmt):
        """One a thing, as for what is bought."""
        box = '<label><input type="checkbox"> ' if fmt == "html" else "\n- [ ] "
        shown = page(SPICED, fmt)
        assert shown.count(box) == len(SPICED.lines) + len(SPICED.seasonings)
        assert f"{box}chilli" in shown

    @pytest.mark.parametrize("asked", [{}, {"page": "letter", "large": True}])
    def test_is_a_pdf(self, asked):
        """With every thing on it."""
        import pypdfium2

        for shown in (LIST, SPICED):
            document = pypdfium2.PdfDocument(render(ShoppingPage(shown), "pdf", **asked))
            text = "".join(one.get_textpage().get_text_bounded() for one in document)
            for line in (*shown.lines, *shown.seasonings):
                assert line.name in text

    def test_is_a_page_of_two_columns(self):
        """Fifty things and more fit one sheet of A4, each within its half."""
        import pypdfium2

        foods = [food for food in BUNDLED.foods if food.bought][::7]
        meal = served(feeding("dinner", *(item(food.food_id, 100.0) for food in foods)))
        long = shopping_list([meal])
        assert len(long.lines) >= 50
        document = pypdfium2.PdfDocument(render(ShoppingPage(long), "pdf"))
        assert len(document) == 1


class TestFiles:
    """The list for programs: canonical units and words."""

    def test_writes_json_as_the_week_does(self):
        """`buy` with amount, unit and packs; `pantry` says what is asked after."""
        tree = json.loads(page(fmt="json", units="us"))
        assert tree["schema"] == "fuelcalc/shopping/1"
        assert (tree["first"], tree["last"], tree["people"]) == ("2026-11-23", "2026-11-29", 1.0)
        assert (tree["had"], tree["days"], tree["unfed"]) == (["rice"], 2, 0)
        (oats,) = [line for line in tree["lines"] if line["food_id"] == "oats"]
        assert oats == {
            "aisle": "dry", "food_id": "oats", "name": "oats", "need_g": 481.0, "need": 481.0,
            "buy": {"amount": 500.0, "unit": "g", "packs": 1, "pack": 500.0}, "pantry": False,
            "foods": ["oats"], "days": ["2026-11-23"],
        }  # fmt: skip

    def test_writes_one_row_a_thing(self):
        """Empty cells where there are no packs."""
        rows = list(csv.DictReader(io.StringIO(page(fmt="csv"))))
        assert [row["name"] for row in rows] == [line.name for line in LIST.lines]
        by_name = {row["name"]: row for row in rows}
        assert by_name["eggs"] == {
            "aisle": "dairy-eggs", "food_id": "egg", "name": "eggs", "need_g": "795.454545",
            "need": "14.0", "amount": "18.0", "unit": "pieces", "packs": "3", "pack": "6.0",
            "pantry": "False", "traces": "",
        }  # fmt: skip
        assert by_name["bananas"]["packs"] == by_name["bananas"]["pack"] == ""
        assert by_name["olive oil"]["pantry"] == "True"

    def test_writes_spices_in_json(self):
        """By name, with the traces that matter to who eats."""
        tree = json.loads(page(CAREFUL, "json"))
        codes = ["peanut", "tree-nut", "mustard"]
        assert tree["seasonings"] == [
            {"name": "chilli", "traces": codes}, {"name": "cumin", "traces": codes},
            {"name": "sugar", "traces": []},
        ]  # fmt: skip

    def test_writes_spices_in_rows(self):
        """Behind all others, asked after, with empty cells for amounts."""
        *_, chilli, _, sugar = csv.DictReader(io.StringIO(page(CAREFUL, "csv")))
        empty = dict.fromkeys(sugar, "")
        there = {"aisle": "spices-oils", "pantry": "True"}
        assert chilli == {
            **empty, **there, "name": "chilli", "traces": "peanut tree-nut mustard",
        }  # fmt: skip
        assert sugar == {**empty, **there, "name": "sugar"}

    def test_takes_the_units_of_the_athlete(self):
        """As every page does."""
        shown = ShoppingPage(LIST, man(units="us"))
        assert "lb" in render(shown)
