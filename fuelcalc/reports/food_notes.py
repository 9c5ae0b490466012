"""What is said of a day's food, by code; blanks as in `reports.notes`."""

from collections.abc import Mapping
from typing import Final

FOOD_NOTES: Final[Mapping[str, str]] = {
    "appetite-high": (
        "For a large appetite: bulky dishes, more fruit, vegetables and potatoes, less oil and "
        "nuts; the amounts of the day are the same."
    ),
    "appetite-low": (
        "For a small appetite: dense dishes and drinks, little fruit, vegetables and potatoes; "
        "the amounts of the day are the same."
    ),
    "boiled-spoils": (
        "Out of the fridge {words:list} may spoil after {most_h:whole} h (an estimate; four at "
        "most by the FDA Food Code, one from {hot_degc:temperature} on): carry what is boiled "
        "cold, and have what is for later from a cool bag or an aid station."
    ),
    "eaten": (
        "What you have eaten ({what:list}) stands as it was; what is left of the day after "
        "{minute:time} is planned around it. Feedings before it are taken as eaten."
    ),
    "eaten-is-guessed": (
        "Only the energy of {what:list} is known: protein, carbohydrate and fat are taken to be "
        "those of a mixed meal, 16, 48 and 36 % of it, an estimate."
    ),
    "eggs-firm": (
        "From 65 on eggs are better cooked until white and yolk are firm, at breakfast too."
    ),
    "elsewhere": (
        "What you eat elsewhere ({meals:list}) is in no sum here: the food planned is held against "
        "{share:percent} of the day's reference intakes, its share of the energy."
    ),
    "elsewhere-limits": (
        "Ask what is in the food that you eat elsewhere, traces included, every time: you are "
        "planned {limits:limits}."
    ),
    "fodmap-powder": (
        "Few protein powders have been measured for FODMAPs, so none is planned. {most_g:whole} g "
        "of pea protein isolate were low (Monash University): one that is certified, as a food of "
        "your own (docs/own-foods.md), would help."
    ),
    "free-from": (
        "For {words:list} the plain food would do, but what is sold of it may hold traces of what "
        "you avoid, or does not suit your diet: a brand that does is as good."
    ),
    "halal-meat": (
        "{words:list} is halal only where it is bought as such, and so is stock: look for a mark "
        "that you trust."
    ),
    "menu-amino-acids": (
        "The day's foods are short of essential amino acids: "
        "{names:list}. Have a pulse, or another protein food that suits you, beside the grains."
    ),
    "menu-fat": (
        "Fat is all that the day is short of: a spoonful more of oil with lunch or dinner is "
        "enough, and of other foods {foods:list} would help most."
    ),
    "menu-fibre": (
        "{misses:misses} The dishes bring it along: get used to it over weeks, drink with it, and "
        "keep it away from runs."
    ),
    "menu-gap": (
        "With {limits:limits} the foods at hand do not reach the day. Of those that you may eat, "
        "{foods:list} would help most; add a food or dish of your own that suits you "
        "(docs/own-foods.md)."
    ),
    "menu-low": (
        "Low in today's food, against the reference intake: {low:low}. The week counts, not the "
        "day; what stays low for weeks is worth a word with a doctor or dietitian."
    ),
    "menu-lunch": "{misses:misses} No dish that you may eat does, or you have set it yourself.",
    "menu-missed": (
        "The foods miss some targets; of the dishes that suit you and the day none was found that "
        "comes closer: {misses:feedings} {misses:mend}."
    ),
    "menu-more": (
        "{misses:feedings} The dishes bring it along; so much more does no harm, and the day's "
        "total counts."
    ),
    "menu-portions": (
        "{misses:feedings} Portions that people take, and what goes on one plate, come no "
        "nearer; the day's other feedings make up for it."
    ),
    "menu-salt": (
        "Salty today: the day's foods hold {held_mg:salt} of sodium, and {most_mg:salt} is where "
        "it begins to be much for you. Rinse what is canned, and take less sauce and stock; the "
        "week counts, not the day."
    ),
    "menu-slow": "{misses:misses} Quicker dishes did not fit the day, or you have set it yourself.",
    "plant-iron": (
        "Iron from plants is taken up less well, so the reference for vegetarians is 1.8 times as "
        "much: {iron_mg:mg}, of which today's foods hold {held_mg:whole}. Eat something with "
        "vitamin C beside beans and grains, have your ferritin measured, and take no supplement "
        "without a result."
    ),
    "season-vitamin-d": (
        "Once a season: {low:low} in today's food. Food seldom holds enough of it; the sun makes "
        "most, and hardly any from autumn to spring away from the tropics. A blood test tells "
        "whether you need a supplement."
    ),
    "vegan-supplements": (
        "Without animal food, vitamin B12 has to come from a supplement or fortified food. "
        "Iodine, vitamin D and algal omega-3 (EPA and DHA) are worth checking too."
    ),
    "use-up-not-for": (
        "To use up, but not from the shared pot: {words:quoted}. It is not for {people:people}."
    ),
    "use-up-limits": (
        "To use up, but not in today's food: {words:quoted}. What you eat and must not eat rules "
        "it out."
    ),
    "use-up-no-dish": (
        "To use up, but not in today's food: {words:quoted}. No dish that you may eat holds it."
    ),
    "use-up-not-today": (
        "To use up, but not in today's food: {words:quoted}. No dish with it fits a meal of today."
    ),
    "word-unknown": (
        "No food or dish is called {words:quoted}, which changes nothing.{near:did you mean} "
        "Likes, dislikes and foods to use up go by the names that fuelcalc foods and fuelcalc "
        "dishes list."
    ),
}
"""Notes on food by code."""
