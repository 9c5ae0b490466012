"""XML one element after the other: no document type, no control characters, and not too deep."""

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Final, NamedTuple, cast

from fuelcalc.errors import InputError, one_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_DEPTH: Final = 64
START, END = False, True
_CHUNK: Final = 1 << 16
_LONGEST_PROLOG: Final = 1_000_000
_CONTROL: Final = bytes(set(range(32)) - {9, 10, 13})
_DOCTYPE: Final = b"<!DOCTYPE"
_SUBSET_END: Final = re.compile(rb"\]\s*>")


class Step(NamedTuple):
    """
    The start of an element, when its attributes are known, or its end, when its text is.

    Attributes:
        is_end: Whether it is the end.
        name: Its name, without its namespace.
        parent: That of the element around it; "" for the outermost.
        attributes: What stands in its tag.
        text: Its own text, trimmed; "" at the start.
    """

    is_end: bool
    name: str
    parent: str
    attributes: dict[str, str]
    text: str


def root_of(head: bytes) -> str:
    """
    The name of the outermost element of a file that begins so; "" where it is no XML.

    >>> root_of(b'  <?xml version="1.0"?><!-- mine --><gpx version="1.1">')
    'gpx'
    """
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\xef\xbb\xbf \t\r\n")
    if not text.startswith(b"<"):
        return ""
    text = re.sub(rb"<\?.*?\?>|<!--.*?-->", b"", text, flags=re.DOTALL)
    found = re.search(rb"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)", _without_doctype(text) or text)
    return found[1].decode("ascii", "replace") if found else ""


def steps(stream: IO[bytes]) -> Iterator[Step]:
    """
    Walk through a file, keeping nothing of what was passed.

    Raises:
        InputError: It is not well formed from somewhere on, or nested too deeply.
    """
    from xml.etree.ElementTree import ParseError, XMLPullParser

    # What could expand or fetch anything is a document type, and that never reaches the parser.
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    names: list[str] = [""]
    inside: list[Element] = []
    try:
        for chunk in _clean(stream):
            parser.feed(chunk)
            for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                if event == "start":
                    name = element.tag.rpartition("}")[2]
                    yield Step(START, name, names[-1], element.attrib, "")
                    names.append(name)
                    inside.append(element)
                    _check_depth(len(inside))
                    continue
                name, text = names.pop(), (element.text or "").strip()
                yield Step(END, name, names[-1], element.attrib, text)
                inside.pop()
                element.clear()
                if inside:
                    inside[-1].remove(element)
        parser.close()
    except ParseError as error:
        problem = f"not well-formed XML: {one_line(str(error))[:80]}"
        raise InputError(problem) from None


def _check_depth(depth: int) -> None:
    if depth > MOST_DEPTH:
        raise InputError(f"nested over {MOST_DEPTH} elements deep")


def _clean(stream: IO[bytes]) -> Iterator[bytes]:
    """The file without its document type and without what XML does not allow."""
    start = stream.read(_CHUNK).removeprefix(b"\xef\xbb\xbf").lstrip()
    if _DOCTYPE in start:
        shorter = _without_doctype(start)
        while shorter is None:
            more = stream.read(_CHUNK)
            if not more or len(start) > _LONGEST_PROLOG:
                raise InputError("a document type without an end")
            start += more
            shorter = _without_doctype(start)
        start = shorter
    chunk = start
    while chunk:
        yield chunk.translate(None, _CONTROL)
        chunk = stream.read(_CHUNK)


def _without_doctype(text: bytes) -> bytes | None:
    """A beginning without its document type; None where that does not end in it."""
    before, sign, behind = text.partition(_DOCTYPE)
    if not sign:
        return text
    bracket, close = behind.find(b"["), behind.find(b">")
    if close < 0:
        return None
    if not 0 <= bracket < close:
        return before + behind[close + 1 :]
    end = _SUBSET_END.search(behind, bracket)
    return None if end is None else before + behind[end.end() :]
