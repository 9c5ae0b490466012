"""A plan file: an athlete, a goal and the days, from TOML or JSON."""

from fuelcalc.importers.tree import OpenFile, kind_of, read_tree
from fuelcalc.kinds import holds_kinds
from fuelcalc.models.plan import Plan


def identify(data: bytes) -> bool:
    """
    Whether bytes are a plan file.

    >>> identify(b'[athlete]'), identify(b'[[foods]]')
    (True, False)
    """
    return kind_of(data) == "plan"


@holds_kinds()
def read_plan(file: OpenFile) -> Plan:
    r"""
    Read a plan file.

    Args:
        file: A path, or an open file.

    Returns:
        The athlete, the goal and the days, checked.

    Raises:
        InputError: The file cannot be read or does not hold a plan; one line says where.

    >>> import io
    >>> text = b'[athlete]\nsex = "male"\nage = 30\nmass = "70 kg"\nheight = "175 cm"'
    >>> read_plan(io.BytesIO(text)).athlete.mass_kg
    70.0
    """
    return Plan.from_tree(read_tree(file, kind="plan"), path="")


read = read_plan
