"""Charts as inline SVG. Places are per cent and type is in em, so that no text shrinks."""

from collections.abc import Sequence

from markupsafe import Markup

from fuelcalc.reports.blocks import Bar, BarChart, BarRange, LineChart, Strip, StripPart

EMPTY = Markup("")


def across(place: float) -> str:
    """A place on a chart from its left."""
    return f"{100.0 * place:.2f}%"


def down(place: float) -> str:
    """A place on a chart from its top, given from its bottom."""
    return across(1.0 - place)


def points(shape: Sequence[tuple[float, float]]) -> str:
    """A line or an area, in a square of side 1 that is drawn from its top."""
    return " ".join(f"{x:.4f},{1.0 - y:.4f}" for x, y in shape)


def box(bar: Bar | StripPart) -> Markup:
    """Where a box stands on its chart, as attributes; a segment only from left to right."""
    if isinstance(bar, StripPart):
        return Markup('x="{}" width="{}"').format(across(bar.start), across(bar.end - bar.start))
    return Markup('x="{}" y="{}" width="{}" height="{}"').format(
        across(bar.left), down(bar.top), across(bar.right - bar.left), across(bar.top - bar.bottom)
    )


_SWATCH = Markup('<svg class="swatch" aria-hidden="true" focusable="false">{}</svg>')
"""A small picture in a legend."""


def swatch(kind: str) -> Markup:
    """The pattern of a kind, for a legend."""
    edge = Markup('<rect class="edge" width="100%" height="100%" fill="url(#{})"/>')
    return _SWATCH.format(edge.format(kind))


def strip_svg(strip: Strip) -> Markup:
    """A bar that adds up, with the range of its sum below and a mark above."""
    part = Markup(
        '<rect class="part" data-kind="{0}" {1} y="1.5em" height="2em" fill="url(#{0})"/>\n'
    )
    low, high = across(strip.low), across(strip.high)
    return Markup(
        '<svg class="strip" role="img" aria-label="{alt}" focusable="false">\n'
        '<text x="{mark}" dx="-0.7em" y="1em" text-anchor="end">to eat</text>\n'
        '<svg class="mark" x="{mark}" y="0.3em"><path d="M-4 0h8l-4 8z"/></svg>\n'
        "{parts}"
        '<g class="whisker"><line x1="{low}" x2="{high}" y1="4.2em" y2="4.2em"/>'
        '<line x1="{low}" x2="{low}" y1="3.85em" y2="4.55em"/>'
        '<line x1="{high}" x2="{high}" y1="3.85em" y2="4.55em"/></g>\n'
        '<text x="{high}" y="5.7em" text-anchor="end">spent: {text}</text>\n'
        "</svg>"
    ).format(
        alt=strip.alt,
        mark=across(strip.intake),
        parts=EMPTY.join(part.format(one.kind, box(one)) for one in strip.segments),
        low=low,
        high=high,
        text=strip.range_text,
    )


def line_svg(chart: LineChart, page: str = "") -> Markup:
    """A line over bars, what is below its limit, and the legend."""
    level = Markup(
        '<line class="grid" x1="0" x2="100%" y1="{0}" y2="{0}"/><text class="level" x="0" '
        'dx="-0.5em" y="{0}" dy="0.35em" text-anchor="end">{1}</text>\n'
    )
    tick = Markup(
        '<line class="grid" x1="{0}" x2="{0}" y1="0" y2="100%"/><text class="hour" x="{0}" '
        'y="100%" dy="1.5em" text-anchor="middle">{1}</text>\n'
    )
    band = Markup(
        '<rect class="band" data-kind="{0}" {1} fill="url(#{0})"><title>{2}</title></rect>\n'
    )
    bar = Markup('<rect class="bar" data-kind="{0}" {1} fill="url(#{0})"/>\n')
    return Markup(
        '<div class="plot"><svg role="img" aria-label="{alt}" focusable="false">\n'
        "{clip}{bands}{levels}{ticks}{bars}{below}"
        '<line class="zero" x1="0" x2="100%" y1="{zero}" y2="{zero}"/>\n'
        "{limit}"
        '<svg class="curve" viewBox="0 0 1 1" preserveAspectRatio="none" width="100%" '
        'height="100%"><polyline points="{line}" vector-effect="non-scaling-stroke"/></svg>\n'
        "{ranges}</svg></div>\n{legend}"
    ).format(
        alt=chart.alt,
        clip=_areas(chart, page),
        bands=EMPTY.join(band.format(one.kind, box(one), one.label) for one in chart.bands),
        levels=EMPTY.join(level.format(down(one.at), one.text) for one in chart.levels),
        ticks=EMPTY.join(tick.format(across(one.at), one.text) for one in chart.ticks),
        bars=EMPTY.join(bar.format(one.kind, box(one)) for one in chart.bars),
        below=_BELOW.format(page) if chart.below else "",
        zero=down(chart.zero),
        limit=_LIMIT.format(points(chart.limit)) if chart.limit else "",
        line=points(chart.line),
        ranges=EMPTY.join(map(_range, chart.ranges)),
        legend=_legend(chart),
    )


def _range(one: BarRange) -> Markup:
    """How far a bar may be off, with a cap at each end."""
    cap = Markup('<svg x="{0}" y="{1}"><line x1="-4" x2="4"/></svg>')
    return Markup(
        '<g class="whisker"><line x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>{3}{4}</g>\n'
    ).format(
        across(one.at),
        down(one.low),
        down(one.high),
        *(cap.format(across(one.at), down(end)) for end in (one.low, one.high)),
    )


_BELOW = Markup(
    '<rect class="below" width="100%" height="100%" fill="url(#below)" '
    'clip-path="url(#{}below-areas)"/>\n'
)
_LIMIT = Markup(
    '<svg viewBox="0 0 1 1" preserveAspectRatio="none" width="100%" height="100%">'
    '<polyline class="limit" fill="none" points="{}" vector-effect="non-scaling-stroke"/></svg>\n'
)


def _areas(chart: LineChart, page: str) -> Markup:
    """The areas below the limit, as what is cut out of their pattern; nothing without any."""
    if not chart.below:
        return EMPTY
    area = Markup('<polygon points="{}"/>\n')
    return Markup(
        '<defs><clipPath id="{}below-areas" clipPathUnits="objectBoundingBox">\n{}'
        "</clipPath></defs>\n"
    ).format(page, EMPTY.join(area.format(points(one)) for one in chart.below))


def _legend(chart: LineChart) -> Markup:
    """What the patterns and the lines are."""
    line = Markup('<line class="key" x2="100%" y1="50%" y2="50%"/>')
    span = Markup(
        '<g class="whisker"><line x1="50%" x2="50%" y2="100%"/><line x1="25%" x2="75%" y1="1" '
        'y2="1"/><line x1="25%" x2="75%" y1="100%" y2="100%"/></g>'
    )
    limit = Markup(
        '<rect width="100%" height="100%" fill="url(#below)"/>'
        '<line class="limit" x2="100%" y1="1" y2="1"/>'
    )
    keys = [
        (_SWATCH.format(line) if kind == "line" else swatch(kind), label)
        for kind, label in chart.keys
    ]
    if chart.ranges:
        keys.append((_SWATCH.format(span), chart.range_text))
    if chart.limit:
        keys.append((_SWATCH.format(limit), f"over {chart.limit_text}"))
    keys += dict.fromkeys((swatch(one.kind), one.label) for one in chart.bands)
    entry = Markup("<li>{} {}</li>\n")
    return Markup('<ul class="legend">\n{}</ul>\n<p class="caption">{}</p>').format(
        EMPTY.join(entry.format(*key) for key in keys), chart.caption
    )


def bars_svg(chart: BarChart) -> Markup:
    """Bars below each other against a mark."""
    mark = across(chart.mark)
    row = Markup(
        '<span class="time">{time}</span> <span class="of">{label}</span>\n'
        '<svg class="amount" focusable="false"><rect class="edge" y="18%" height="64%" '
        'width="{width}" fill="url(#{fill})"/><line class="limit" x1="{mark}" x2="{mark}" '
        'y2="100%"/></svg>\n<span class="value">{value}</span>\n'
    )
    rows = (
        row.format(
            time=bar.time,
            label=bar.label,
            width=across(bar.share),
            fill="surplus" if bar.is_full else "less",
            mark=mark,
            value=bar.value,
        )
        for bar in chart.bars
    )
    return Markup(
        '<div class="protein" role="img" aria-label="{}">\n'
        '<span class="dose"><svg focusable="false"><text x="{}" text-anchor="{}" y="1em">{}</text>'
        '</svg></span>\n{}</div>\n<p class="caption">{}</p>'
    ).format(
        chart.alt,
        mark,
        "end" if chart.mark > 0.5 else "start",
        chart.mark_text,
        EMPTY.join(rows),
        chart.caption,
    )
