"""What guards say, by code; each blank names a fact and how it is written (`reports.blanks`)."""

from collections.abc import Mapping
from typing import Final

GUARDS: Final[Mapping[str, str]] = {
    "minor": (
        "Under 18 the body is still growing. This is maintenance, as information to go through "
        "with a parent or guardian and a doctor or dietitian; fuelcalc sets no surplus, no "
        "deficit and no body-fat or energy-availability figure."
    ),
    "pregnancy": (
        "Pregnancy, breastfeeding and the year after birth need more energy than these "
        "equations give, so no figures are shown. Eat to hunger with regular meals and snacks, "
        "drink to thirst, and plan training and food with a midwife, doctor or dietitian."
    ),
    "under-fuelling-signs": (
        "Signs such as yours can come from too little fuel, and figures can do harm. The clock "
        "and the foods are shown without numbers; eating enough comes before training. A doctor "
        "or sports dietitian can help, and so can an eating-disorder helpline."
    ),
    "very-low-mass": (
        "Body mass is very low for this height (BMI under 16). Eating more has to be planned "
        "with a doctor at such a mass, so no figures are shown. Check mass and height; if they "
        "are right, please see a doctor soon, and train only with their word."
    ),
    "lean": (
        "Body mass or body fat is low for somebody who trains (BMI under 18.5, or body fat "
        "under 12 % for women, 5 % for men). Check the measurement; if it is right, talk to a "
        "doctor or sports dietitian about relative energy deficiency (REDs)."
    ),
    "nearly-lean": (
        "Body fat is close to the level (12 % for women, 5 % for men) below which training "
        "starts to cost health, and measurements are off by 3 to 5 points: no deficit is "
        "planned. Watch for fatigue, falling performance, aches or illness."
    ),
    "kidney": (
        "With kidney disease or one kidney, protein, sodium and fluid have to be set by your "
        "kidney team, so no food targets are shown."
    ),
    "diabetes": (
        "With insulin, a sulfonylurea or an SGLT2 inhibitor, the timing of carbohydrate around "
        "training has to fit the medicine: low blood sugar or ketoacidosis can follow. No clock "
        "is shown; carry fast carbohydrate and plan sessions with your diabetes team."
    ),
    "medicine": (
        "With a GLP-1 medicine, thyroid disease or after bariatric surgery, the equations may "
        "be far off. Take these figures to whoever treats you before using them."
    ),
    "small-feedings": (
        "With a GLP-1 medicine or after bariatric surgery, eat at least six small feedings a "
        "day, protein first, and drink between meals rather than with them. Leave more time "
        "before runs. What does not fit is for your dietitian to plan."
    ),
    "carbohydrate-timing": (
        "After bariatric surgery gels and sports drinks can bring dumping and low blood sugar "
        "hours later, so no carbohydrate is timed around training or loaded for a race: plan that "
        "with your dietitian."
    ),
    "heart-and-fluid": (
        "With heart failure, or diuretics for blood pressure, how much to drink and how much "
        "sodium to have is for your doctor to set, so neither is shown; the foods are chosen low "
        "in sodium. Ask about potassium too, and before you train in the heat."
    ),
    "blood-pressure": (
        "With high blood pressure sodium is a ceiling for the day, and what is sweated is not "
        "added to your meals. Talk to your doctor about training, heat and your "
        "medicines."
    ),
    "iron": (
        "With haemochromatosis nothing here is advice about iron: take no iron supplement and "
        "ask before changing iron-rich food."
    ),
    "kidney-stones": (
        "With kidney stones take no high-dose vitamin C or calcium supplement without advice, "
        "and spread drinks over the whole day."
    ),
    "older": (
        "From 65 on each feeding carries more protein. Losing weight takes muscle along at this "
        "age, so a deficit is planned only once a clinician agrees (clinician_agreed)."
    ),
}
"""What the guards say."""
