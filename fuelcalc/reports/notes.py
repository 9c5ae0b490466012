"""What notes say, by code; each blank names a fact and how it is written (`reports.blanks`)."""

from collections.abc import Mapping
from typing import Final

from fuelcalc.reports.food_notes import FOOD_NOTES
from fuelcalc.reports.log_notes import LOG_NOTES

NOTES: Final[Mapping[str, str]] = {
    "age-beyond-fit": (
        "The resting-energy equation was fitted up to {fitted_y:whole} years; beyond, it is "
        "extrapolated."
    ),
    "assumed-pace": (
        "No pace was given for a part: {pace_s_per_km:both paces} is assumed, from {basis:basis}."
    ),
    "assumed-start": "No start was given for the {session:text}: {minute:time} is assumed.",
    "availability-covered": (
        "Energy availability{body_fat:body fat}: the plan covers your training."
    ),
    "availability-low": (
        "Energy availability{body_fat:body fat} is under {limit_kcal_per_kg_ffm:energy}/kg: for a "
        "short time only. Watch for fatigue, falling performance, aches, {reader:or signs}."
    ),
    "availability-now-low": (
        "What you usually eat, {usual_kcal:energy}, leaves about "
        "{now_kcal_per_kg_ffm:energy} for each kg of fat-free mass, under "
        "{limit_kcal_per_kg_ffm:whole}, if that log is complete: too little to stay well on. See "
        "a doctor or a sports dietitian, and tell them of {reader:low signs}.{training:training} "
        "Eat about {today_kcal:energy} today."
    ),
    "availability-reduced": (
        "Energy availability{body_fat:body fat} is reduced while the deficit lasts."
    ),
    "availability-check": (
        "Energy availability{body_fat:body fat} is under {limit_kcal_per_kg_ffm:energy}/kg "
        "although the plan covers what is spent: check mass, body fat and resting energy, and "
        "talk to a doctor or sports dietitian if they are right."
    ),
    "average-day": (
        "This is an average day of your week, from the weekly mileage and lifts alone; its "
        "sessions have no place on the clock. Add --run and --lift, or --rest, for a real day."
    ),
    "caffeine-too-late": (
        "No caffeine before the {session:session} at {minute:time}: it is within "
        "{clear_h:spelled} hours of sleep."
    ),
    "day-ends-behind": (
        "No sensible meal holds {behind_kcal:energy} of what this day asks for{later:later}."
    ),
    "deficit-is-long": (
        "You have eaten in deficit for {weeks:whole} weeks, and {most_weeks:whole} are enough: it "
        "pauses, and this day is planned at maintenance. Eat so for two weeks or longer, and leave "
        "balance and deficit_since out."
    ),
    "cold": (
        "About {air_degc:temperature} at the {session:text}: cover skin and mouth, keep moving, "
        "stay near shelter, and turn back before you are cold or wet."
    ),
    "eer-differs": (
        "The 2023 reference equation is {apart_share:percent} away for such a day; check mass, "
        "height and body fat."
    ),
    "extrapolated": (
        "Part of the run is {beyond:beyond}, beyond the runners measured; its cost is extrapolated."
    ),
    "early-alarm": (
        "Tomorrow's alarm is at {minute:time}: after sleep at {sleep_minute:time} that is "
        "{bed_h:hours} in bed. Go to bed earlier tonight if you can."
    ),
    "early-long-session": (
        "The {session:text} is long and there is little time to eat before it: wake earlier for a "
        "breakfast two to three hours before the start, if you can."
    ),
    "fasted-run": (
        "The run at {minute:time} starts before anything is eaten; eat protein and carbohydrate "
        "within an hour after."
    ),
    "fasted-run-building": (
        "The run at {minute:time} starts too soon after waking to eat first. While building "
        "muscle do not run on an empty stomach: wake ten minutes earlier for a small snack, and "
        "eat protein and carbohydrate within an hour after."
    ),
    "fasted-run-dumping": (
        "The run at {minute:time} starts before anything is eaten: after bariatric surgery food "
        "within {clear_min:whole} min of a start can bring dumping. Eat after it."
    ),
    "fat-gives-way": (
        "Fat is below the preferred {preferred_g_per_kg:plain} g/kg or {preferred_share:percent} "
        "of energy, so that protein and the carbohydrate of this day fit."
    ),
    "feeding-added": (
        "The day asks for more than its usual feedings hold well, and has {n_added:spelled} more "
        "between them."
    ),
    "fluid-by-thirst": (
        "Drink during sessions up to the amount shown, by thirst; never {weigh:weighing}."
    ),
    "fluid-capped": (
        "You sweat more than can sensibly be drunk back today ({held:held back}); the rest comes "
        "back with tomorrow's food and drink."
    ),
    "heat": (
        "Heat at the {session:text}: about {wbgt_degc:temperature} wet-bulb globe temperature, an "
        "estimate by the formula of the Australian Bureau of Meteorology for "
        "{air_degc:temperature} in moderate sun{humidity:humidity}. "
        "{going:slower}; getting used to it takes 10 to 14 days."
    ),
    "heat-danger": (
        "Dangerous heat at the {session:text}: about {wbgt_degc:temperature} wet-bulb globe "
        "temperature, an estimate for {air_degc:temperature} in moderate sun{humidity:humidity}. "
        "{going:not in heat}. Confusion or collapse in heat: cool first, with cold water, and call "
        "for help."
    ),
    "glycogen-load": (
        "Carbohydrate loading for the race: {carbohydrate_g:whole} g today "
        "({carbohydrate_g_per_kg:tenth} g/kg), from {foods:loading foods}. What is too much to "
        "chew goes down as juice, a sports drink or sweets."
    ),
    "late-session": (
        "The {session:session} ends {minute:time}, close to sleep: eat soon after it, so that "
        "some time is left before bed."
    ),
    "lift-then-run": (
        "Lift first, then run, back to back: the better order when there is one slot; keep the "
        "run easy."
    ),
    "loaded-water": (
        "Loading binds water: body mass rises {mass_low_kg:bare gain} to {mass_high_kg:gain} with "
        "it."
    ),
    "low-carbohydrate": (
        "Carbohydrate is below {limit_g:whole} g, the reference for the brain alone."
    ),
    "low-fodmap": (
        "A low-FODMAP diet is meant for {least_weeks:whole} to {most_weeks:whole} weeks, with a "
        "dietitian; then foods are reintroduced one by one, and only what does not agree with you "
        "stays out. The amounts belong to it: of many foods more at one meal is no longer low. "
        "Tofu is the firm one, drained."
    ),
    "mixed-carbohydrate": (
        "During the {session:session}: {carbohydrate_g_per_h:whole} g of carbohydrate an hour "
        "takes a trained gut and two kinds of sugar, 2:1 to 1:0.8 glucose to fructose."
    ),
    "long-day": (
        "From waking at {minute:time} to sleep at {end_minute:time} leaves under four hours for "
        "sleep: check both times."
    ),
    "meal-left-out": (
        "There is no {meal:text} at {asked_minute:time}, as you asked: sleep, a session or another "
        "meal takes its time."
    ),
    "meal-moved": (
        "Your {meal:text} stands at {minute:time}, not at {asked_minute:time} as you asked: sleep, "
        "a session or another meal is in the way."
    ),
    "no-caffeine": "Caffeine is left out here; ask a doctor first.",
    "no-painkillers": (
        "No ibuprofen or other anti-inflammatory before or during it: {took_share:percent} of "
        "those who took it over {distance_km:both distances} had their kidneys hurt, against "
        "{placebo_share:percent} without (Lipman 2017)."
    ),
    "order-reversed": (
        "Run before lift, back to back: if strength or muscle is what you train for, lift first "
        "and run right after."
    ),
    "own-target-held": (
        "You asked for {asked_g:whole} g {nutrient:text}, and {got_g:whole} g are planned: "
        "{holds:holds}."
    ),
    "race-goes-on": (
        "Yesterday's race goes on into today, and its page holds what you eat until bed at "
        "{minute:time}. This page is for the night after it: eat of it what you are hungry for, "
        "and from the morning on what tomorrow's page says."
    ),
    "race-unknown": (
        'Your plan has no race: {season:race season} add its day and run, such as "half marathon '
        'race in 1:45:00 09:00". Loading, the last dinner, the alarm and breakfast hang on it.'
    ),
    "race-unsaid": (
        "{distance_km:distance} is a marathon. If it is a race, say so, such as "
        '"marathon race in 3:55:00 09:00": loading, the last dinner, the alarm, breakfast and '
        "what to carry hang on it."
    ),
    "resting-differs": (
        "The resting energy you gave is {apart_share:percent} away from the equations; check that "
        "it is right, and that it is per day and in kcal."
    ),
    "scale-rises": (
        "When you eat more than before, the scale will likely rise by {first_low_kg:bare mass} to "
        "{first_high_kg:mass} in the first two weeks: stores of carbohydrate and their water, not "
        "fat. After that expect it between {low_kg_per_week:bare weekly} and "
        "{high_kg_per_week:weekly}, nine times in ten. One day says nothing, the mean of a week "
        "does; where watching the scale is hard, leave it."
    ),
    "sessions-close": (
        "The {first:text} and the {second:text} are {apart_h:hours} apart; {clear_h:spelled} "
        "hours or more{pair:pair} both work better."
    ),
    "small-feedings-behind": (
        "{behind_kcal:energy} of this day do not fit into small feedings. What to do about that "
        "is for your dietitian; training less on such a day is one answer."
    ),
    "small-feedings-unsafe": (
        "{session:unsafe}: {behind_kcal:energy} of what the day costs do not fit into small "
        "feedings. Talk to your dietitian and to whoever treats you first."
    ),
    "snacks-between": (
        "Snacks stand between your meals where there are five hours and more without food; "
        "snacks = false (--no-snacks) leaves them out."
    ),
    "tomorrow-is-long": (
        "A long or hard session comes tomorrow: more of today's carbohydrate is at the last meal."
    ),
    "very-high-day": (
        "This day costs more than {most_pal:plain} times resting energy: few people can eat "
        "that much in a day, so let the days around it help."
    ),
    "week-has-gaps": (
        "The plan says nothing of {dates:dates}. Write [[days]] with its date for a rest day too, "
        "or [week.monday] for days that repeat."
    ),
    "week-is-spread": (
        "Only the mileage and the number of lifts of this week are known: its days are what such "
        "a week usually looks like, an estimate. Write [week.tuesday] and so on for your own; "
        "until then fuelcalc day plans an average day."
    ),
    "week-unknown": (
        "Your weekly mileage is not known, so the surplus is sized from this day alone. Give "
        "weekly_mileage and weekly_lifts to keep it the same every day."
    ),
    "window-after": (
        "Your eating window closes too soon after the {session:session} that ends {minute:time}: "
        "what repairs it waits until the window opens again. Close it later on such a day."
    ),
    "window-before": (
        "The {session:session} at {minute:time} is before your eating window opens: nothing is "
        "eaten before it. Food and drink during a session are kept."
    ),
    "window-refused": (
        "Your eating window is not kept {reason:window}: fewer hours to eat in make people eat "
        "less than they mean to."
    ),
    "window-widened": (
        "Your eating window leaves fewer than ten hours awake, so it is {minute:time} to "
        "{end_minute:time} today. A fast through the day, as in Ramadan, is not planned."
    ),
    "yesterday-was-long": (
        "Yesterday was long or hard: more of today's carbohydrate is at the first meal."
    ),
    **FOOD_NOTES,
    **LOG_NOTES,
}
"""What a day and its menu ask to be said."""
