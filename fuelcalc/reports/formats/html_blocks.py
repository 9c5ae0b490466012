"""Each block as a piece of HTML; all text in it is escaped."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup

from fuelcalc.reports import blocks
from fuelcalc.reports.formats.html_charts import EMPTY, bars_svg, line_svg, strip_svg, swatch
from fuelcalc.reports.formats.html_clock import BANG, clock_table

_FEW = 8


def section_html(section: blocks.Section, number: int, page: str = "") -> Markup:
    """
    A section with its heading and blocks; nothing where nothing stands in it.

    Args:
        section: What to show.
        number: Which of the page it is, for one without a name.
        page: What its anchors begin with, where several pages are one.
    """
    written = (block_html(block, page) for block in section.blocks)
    body = Markup("\n").join(filter(None, written))
    if not body:
        return EMPTY
    first = section.blocks[0]
    name, classes, unseen = section.name or str(number), section.name or section.place, EMPTY
    if isinstance(first, blocks.Clock):
        classes = "day few" if len(first.lines) < _FEW else "day"
        unseen = Markup(' class="unseen"')
    if not section.title:
        return Markup('<section class="{}">\n{}\n</section>').format(classes, body)
    unit = Markup(" <small>{}</small>").format(section.unit) if section.unit else ""
    return Markup(
        '<section class="{}" aria-labelledby="h-{name}">\n<h2 id="h-{name}"{}>{}{}</h2>\n{}\n'
        "</section>"
    ).format(classes, unseen, section.title, unit, body, name=f"{page}{name}")


def block_html(block: blocks.Block, page: str = "") -> Markup:
    """A block, by what it is; its anchors begin with those of the page."""
    if isinstance(block, blocks.Clock):
        return clock_table(block, page)
    if isinstance(block, blocks.LineChart):
        return line_svg(block, page)
    return _WRITERS[type(block)](block)


def _each(form: Markup, texts: Sequence[Any]) -> Markup:
    """A piece for each text that there is."""
    return EMPTY.join(form.format(text) for text in texts if text)


def _lines(block: blocks.Lines) -> Markup:
    """Amounts and their remarks: those that add up with their patterns, or side by side."""
    if block.is_sum:
        rows = EMPTY.join(_summed(line, block.named) for line in block.lines)
        return Markup('<dl class="sums">\n{}</dl>').format(rows)
    row = Markup("<div><dt>{}</dt><dd><b>{}</b> {}</dd></div>\n")
    kind = "amounts" if any(line.remark for line in block.lines) else "amounts pairs"
    rows = EMPTY.join(row.format(line.label, line.value, line.remark) for line in block.lines)
    return Markup('<dl class="{}">\n{}</dl>').format(kind, rows)


def _summed(line: blocks.Line, unit: str) -> Markup:
    """A line of a table that adds up; the unit stands behind its number."""
    is_unit = line.remark == unit
    remark = Markup('<dd class="remark">{}</dd>').format(line.remark)
    return Markup("<div{}><dt>{}{}</dt><dd>{}</dd>{}</div>\n").format(
        Markup(' class="sum"') if line.total else "",
        swatch(line.kind) + " " if line.kind else "",
        line.label,
        f"{line.value} {unit}" if is_unit else line.value,
        remark if line.remark and not is_unit else "",
    )


def _facts(block: blocks.Facts) -> Markup:
    row = Markup("<div><dt>{}</dt><dd>{}</dd></div>\n")
    rows = EMPTY.join(row.format(*pair) for pair in block.pairs if pair[1])
    return Markup('<dl class="facts">\n{}</dl>').format(rows)


def _table(block: blocks.Table) -> Markup:
    """The sentences above, the rows under their heads, and the sentences below."""
    sentence = Markup("<p>{}</p>\n")
    kinds = [
        Markup(' class="number"') if column.align != "left" else "" for column in block.columns
    ]
    head = Markup('<th scope="col"{}>{}</th>')
    heads = EMPTY.join(
        head.format(kind, column.head) for kind, column in zip(kinds, block.columns, strict=True)
    )
    first, cell = Markup('<th scope="row"{}>{}</th>'), Markup("<td{}>{}</td>")
    remark = Markup('<tr><td class="remark" colspan="{}">{}</td></tr>\n')
    rows = EMPTY.join(
        Markup("<tr>{}</tr>\n{}").format(
            EMPTY.join(
                (cell if place else first).format(kind, text)
                for place, (kind, text) in enumerate(zip(kinds, row.cells, strict=True))
            ),
            remark.format(len(kinds), row.remark) if row.remark else "",
        )
        for row in block.rows
    )
    table = Markup(
        '<table class="table">\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n'
    ).format(heads, rows)
    return _each(sentence, block.above) + (table if rows else "") + _each(sentence, block.below)


def _items(block: blocks.ItemList) -> Markup:
    """What to choose from, or what to tick off."""
    detail = Markup("<p>{}</p>")
    text = (
        Markup("{}") if block.is_numbered else Markup('<label><input type="checkbox"> {}</label>')
    )
    rows = EMPTY.join(
        Markup("<li>{}{}</li>\n").format(text.format(item.text), _each(detail, item.details))
        for item in block.items
    )
    if block.is_numbered:
        return Markup('<ol class="items">\n{}</ol>').format(rows)
    return Markup('<ul class="items ticks">\n{}</ul>').format(rows)


def _prose(block: blocks.Prose) -> Markup:
    return Markup("\n").join(Markup("<p>{}</p>").format(text) for text in block.texts)


def _notes(block: blocks.Notes) -> Markup:
    """The notes that do not stand at the top."""
    row = Markup('<li class="{}">{}{}</li>\n')
    rows = EMPTY.join(
        row.format(one.level, BANG + " " if one.level == "caution" else "", one.text)
        for one in block.others
    )
    return Markup('<ul class="remarks">\n{}</ul>').format(rows) if rows else EMPTY


def _sources(block: blocks.Sources) -> Markup:
    """Where the figures come from, estimates apart from what is published."""
    parts = []
    for is_estimate, label in ((True, "Estimates, made from"), (False, "As published")):
        texts = [one.text for one in block.citations if one.is_estimate == is_estimate]
        if texts:
            parts.append(Markup("<p>{}: {}.</p>").format(label, "; ".join(texts)))
    return Markup("\n").join(parts)


def _figures(block: blocks.Explanations) -> Markup:
    return Markup('<dl class="figures">\n{}</dl>').format(EMPTY.join(map(_figure, block.figures)))


def _figure(figure: blocks.Explained) -> Markup:
    """One figure with what is behind it."""
    span = Markup(' <span class="span">90 %: {}</span>').format(figure.span)
    told = EMPTY.join(Markup("<dd>{} {}</dd>\n").format(*pair) for pair in figure.behind)
    return Markup("<div>\n<dt>{} <b>{}</b>{}</dt>\n{}</div>\n").format(
        figure.name, figure.value, span if figure.span else "", told
    )


_WRITERS: Final[Mapping[type[blocks.Block], Callable[[Any], Markup]]] = {
    blocks.Lines: _lines,
    blocks.Facts: _facts,
    blocks.Table: _table,
    blocks.ItemList: _items,
    blocks.Prose: _prose,
    blocks.Strip: strip_svg,
    blocks.BarChart: bars_svg,
    blocks.Notes: _notes,
    blocks.Sources: _sources,
    blocks.Explanations: _figures,
}
