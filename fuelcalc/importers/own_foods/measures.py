"""Words and steps of household measures that a label does not give."""


def step_of(one_g: float) -> float:
    """A quarter of what can be weighed in quarters."""
    return 0.25 if one_g >= 4.0 else 1.0


def counted(measure: str, name: str) -> str:
    """
    A measure with what is measured, unless the measure says it already.

    >>> counted("slice", "Mill bread"), counted("large egg", "Egg")
    ('slice Mill bread', 'large egg')
    """
    return measure if name.lower() in measure.lower() else f"{measure} {name}"


def plural(word: str) -> str:
    """
    More than one, near enough; a label may say better.

    >>> plural("slice"), plural("pouch")
    ('slices', 'pouches')
    """
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"
