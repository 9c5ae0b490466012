"""The parts of a page, for tests that look at one of them or change one."""

from types import SimpleNamespace

from fuelcalc.reports.blocks import Clock, Explanations, Facts, Notes, Prose, Section, Sources
from fuelcalc.reports.day.page import view_of

# What is no text for a reader: the names of kinds and of places.
_NAMES = frozenset(
    {"kind", "level", "version", "shape", "place", "session", "align", "Section.name"}
)


def texts(part, unseen=frozenset()):
    """Every text of a page, or of a part of it, but those of some fields."""
    if isinstance(part, str):
        yield part
        return
    for one in _held(part, _NAMES | unseen):
        yield from texts(one, unseen)


def _held(part, unseen):
    """What a part holds that its reader sees."""
    if isinstance(part, Facts):
        return [pair for pair in part.pairs if pair[1]]
    if isinstance(part, Section) and not any(map(_is_below, part.blocks)):
        return part.blocks
    if not isinstance(part, tuple):
        return ()
    names = getattr(part, "_fields", None)
    if names is None:
        return part
    kind = type(part).__name__
    return [getattr(part, name) for name in names if unseen.isdisjoint({name, f"{kind}.{name}"})]


def _is_below(block):
    """Whether a block needs a title: notes that are all warnings stand at the top."""
    return not isinstance(block, Notes) or block.others


def seen(plan, look, medium="page"):
    """What a reader sees of a day, part by part."""
    return parts_of(view_of(plan, look, medium))


def parts_of(view):
    """The parts of a day's page by name; None or nothing for what is not there."""
    clock = view.block("clock") or Clock((), None, "", "")
    notes = view.block("notes") or Notes(())
    sources = view.block("sources") or Sources(())
    figures = view.block("figures") or Explanations(())
    reasons = view.block("prose", "why") or Prose(())
    lines = {name: view.block("lines", name) for name in ("energy", "targets", "menu")}
    return SimpleNamespace(
        clock=clock.lines,
        total=clock.total,
        energy=() if lines["energy"] is None else lines["energy"].lines,
        targets=() if lines["targets"] is None else lines["targets"].lines,
        menu=() if lines["menu"] is None else lines["menu"].lines,
        strip=view.block("strip"),
        balance=view.block("line-chart"),
        protein=view.block("bar-chart"),
        reasons=reasons.texts,
        notes=notes.remarks,
        withheld=notes.withheld,
        sources=sources.citations,
        explained=figures.figures,
    )


def changed(view, shape, **values):
    """The page with other values in each block of a shape."""
    sections = (
        section._replace(
            blocks=tuple(
                block._replace(**values) if block.shape == shape else block
                for block in section.blocks
            )
        )
        for section in view.sections
    )
    return view._replace(sections=tuple(sections))
