"""Who imports files, into which plan, and what a scale exports."""

WOMAN = '[athlete]\nsex = "female"\nage = 24\nmass = "58 kg"\nheight = "168 cm"\n'

PLAN = (
    '# mine\n[athlete]\nsex = "female"\nage = 34\nmass = "62 kg"\nheight = "168 cm"\n\n'
    "[[days]]\ndate = 2026-11-20\nlifts = ['60min heavy 18:00'] # legs\n"
)

PERSON = ("--sex", "male", "--age", "30", "--mass", "70kg", "--height", "175cm", "--no-menu")

WITHINGS = (
    'Date,"Weight (kg)","Fat mass (kg)",Comments\n'
    '"2026-11-25 07:01:00",62.5,12.0,\n"2026-11-24 07:00:00",62.4,,\n'
)
