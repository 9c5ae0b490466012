"""Workbooks as spreadsheets write them, small enough to be read."""

import io
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def cell(value, place, strings):
    """A cell: a number, a text by its number, or nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        strings.append(value)
        return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def workbook(sheets, **more):
    """Sheets by their names, each a list of rows; *more* are members in place of its own."""
    strings = []
    bodies = [
        "".join(
            f'<row r="{n}">'
            + "".join(cell(value, f"{chr(65 + k)}{n}", strings) for k, value in enumerate(row))
            + "</row>"
            for n, row in enumerate(rows, start=1)
        )
        for rows in sheets.values()
    ]
    names = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(sheets, start=1)
    )
    targets = "".join(
        f'<Relationship Id="rId{n}" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    texts = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    members = {
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{targets}</Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
        **{
            f"xl/worksheets/sheet{n}.xml": (
                f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
            )
            for n, body in enumerate(bodies, start=1)
        },
        **more,
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            if content is not None:
                archive.writestr(name, content)
    return made.getvalue()
