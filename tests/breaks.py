"""
The ways in which a line of code can be broken, read from its text.

Prose is not code here: docstrings, comments, citations and every text with a space in it stay as
they are, and so do annotations, aliases of types, imports and `__all__`.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS = {
    ast.Lt: ("<=", ">="), ast.LtE: ("<", ">"), ast.Gt: (">=", "<="), ast.GtE: (">", "<"),
    ast.Eq: ("!=",), ast.NotEq: ("==",), ast.Is: ("is not",), ast.IsNot: ("is",),
    ast.In: ("not in",), ast.NotIn: ("in",),
}  # fmt: skip
ARITHMETIC = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.Pow: "*", ast.FloorDiv: "/",
    ast.Mod: "*", ast.BitOr: "&", ast.BitAnd: "|",
}  # fmt: skip
SIGNS = {
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
    ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "**", ast.FloorDiv: "//",
    ast.Mod: "%", ast.BitOr: "|", ast.BitAnd: "&", ast.And: "and", ast.Or: "or",
}  # fmt: skip
SWAPS = {"min": "max", "least": "most", "minimum": "maximum", "any": "all"}
SWAPS |= {after: before for before, after in SWAPS.items()}
DEFAULTS = {
    "float": ("0.0",), "N": ("0.0",), "int": ("0",), "str": ('""',), "bool": ("False", "True"),
    "tuple": ("()",), "Sequence": ("()",), "list": ("[]",), "dict": ("{}",), "Mapping": ("{}",),
    "set": ("set()",), "frozenset": ("frozenset()",),
}  # fmt: skip
TYPES = frozenset(
    {
        "Annotated", "Callable", "Iterable", "Iterator", "Literal", "Mapping", "Optional",
        "Sequence", "Union", "bool", "bytes", "dict", "float", "frozenset", "int", "list", "set",
        "str", "tuple", "type",
    }
)  # fmt: skip
OPTIONAL = frozenset({"axis", "default", "key", "reverse", "start", "strict"})
"""Arguments of the standard library and of numpy that may be left out."""

_KEY = re.compile(rb"""(["'])[A-Za-z_][\w.-]*\1""")
_STEP = 1.25


@dataclass(frozen=True, order=True, slots=True)
class Break:
    """One way to break a line: the bytes from `start` to `end` give way to `after`."""

    line: int
    start: int
    end: int
    kind: str
    after: str


def optional_names(texts: list[str]) -> frozenset[str]:
    """The names of all arguments and fields that have a default, and may be left out."""
    names = set(OPTIONAL)
    for node in (node for text in texts for node in ast.walk(ast.parse(text))):
        if isinstance(node, ast.arguments):
            plain = [*node.posonlyargs, *node.args]
            names |= {arg.arg for arg in plain[len(plain) - len(node.defaults) :]}
            named = zip(node.kwonlyargs, node.kw_defaults, strict=True)
            names |= {arg.arg for arg, default in named if default is not None}
        elif isinstance(node, ast.AnnAssign) and node.value and isinstance(node.target, ast.Name):
            names.add(node.target.id)
    return frozenset(names)


def broken(text: str, way: Break) -> str | None:
    """The text with one line broken; None where that is no Python, or says the same."""
    code = text.encode()
    new = (code[: way.start] + way.after.encode() + code[way.end :]).decode()
    try:
        same = ast.dump(ast.parse(new)) == ast.dump(ast.parse(text))
    except SyntaxError:
        return None
    return None if same else new


def breaks_of(text: str, optional: frozenset[str] = OPTIONAL) -> list[Break]:
    """Every way to break a module, in the order of its lines."""
    page = Page(text)
    return sorted({way for node in code_of(page.tree) for way in page.ways(node, optional)})


def code_of(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all below it that can be broken, without prose, types and imports."""
    if _is_prose(node) or _is_type(node) or _is_alias(node):
        return
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns"}:
            continue
        children = value if isinstance(value, list) else [value]
        if isinstance(node, ast.Call) and name == "args":
            # What a value is cast to, or asked to be, is a type.
            children = {"isinstance": value[:1], "cast": value[1:]}.get(_name(node.func), value)
        for child in children:
            if isinstance(child, ast.AST):
                yield from code_of(child)


def _is_prose(node: ast.AST) -> bool:
    """Whether a node is an import, a docstring or a sentence."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr)


def _is_sentence(node: ast.AST) -> bool:
    """Whether a value is text for people."""
    text = isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value
    return text or isinstance(node, ast.JoinedStr)


def _is_type(node: ast.AST) -> bool:
    """Whether an expression is a type."""
    if isinstance(node, ast.Subscript):
        return _name(node.value) in TYPES
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        sides = (node.left, node.right)
        return any(
            _is_type(side)
            or _name(side) in TYPES
            or (isinstance(side, ast.Constant) and side.value is None)
            for side in sides
        )
    return False


def _is_alias(node: ast.AST) -> bool:
    """Whether a statement only names a type, or what is public, or imports for types."""
    match node:
        case ast.If():
            return _name(node.test) == "TYPE_CHECKING"
        case ast.AnnAssign():
            return _name(node.annotation) == "TypeAlias"
        case ast.Assign():
            made = _name(node.value.func) if isinstance(node.value, ast.Call) else ""
            return _name(node.targets[0]) == "__all__" or made in {"TypeVar", "NewType"}
    return False


def _name(node: ast.AST) -> str:
    """The last word of a name, or nothing."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _returns(function: ast.AST) -> Iterator[ast.Return]:
    """The return statements of a function, without those of functions inside it."""
    for child in ast.iter_child_nodes(function):
        if isinstance(child, ast.Return):
            yield child
        elif not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from _returns(child)


class Page:
    """A module as bytes, as a tree, and the way from one to the other."""

    def __init__(self, text: str) -> None:
        """Read a text."""
        self.code = text.encode()
        self.tree = ast.parse(text)
        self.starts = [0]
        for line in self.code.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def span(self, node: ast.AST) -> tuple[int, int]:
        """The bytes of a node, without brackets around it."""
        return (
            self.starts[node.lineno - 1] + node.col_offset,
            self.starts[node.end_lineno - 1] + node.end_col_offset,
        )

    def way(self, kind: str, start: int, end: int, after: str) -> Break:
        """A way to break the line on which these bytes begin."""
        return Break(self.code.count(b"\n", 0, start) + 1, start, end, kind, after)

    def ways(self, node: ast.AST, optional: frozenset[str]) -> Iterator[Break]:
        """How one node can be broken, those below it left aside."""
        match node:
            case ast.Constant():
                yield from self._constant(node)
            case ast.UnaryOp(op=ast.Not()):
                start = self.span(node)[0]
                yield self.way("not", start, start + len("not"), "")
            case ast.FunctionDef():
                yield from self._return_values(node)
            case ast.Call():
                yield from self._call(node, optional)
            case ast.List() | ast.Set() | ast.Tuple():
                yield from self._elements(node)
            case _:
                yield from self._signs(node)
                yield from self._branches(node)

    def _signs(self, node: ast.AST) -> Iterator[Break]:
        """Another sign between two sides."""
        match node:
            case ast.Compare():
                sides = [node.left, *node.comparators]
                for op, left, right in zip(node.ops, sides, sides[1:], strict=False):
                    for after in COMPARISONS[type(op)]:
                        yield from self._sign("comparison", left, right, op, after)
            case ast.BinOp() if type(node.op) in ARITHMETIC:
                after = ARITHMETIC[type(node.op)]
                yield from self._sign("arithmetic", node.left, node.right, node.op, after)
            case ast.AugAssign() if type(node.op) in ARITHMETIC:
                after = ARITHMETIC[type(node.op)]
                yield from self._sign("arithmetic", node.target, node.value, node.op, after)
            case ast.BoolOp():
                after = "or" if isinstance(node.op, ast.And) else "and"
                for left, right in zip(node.values, node.values[1:], strict=False):
                    yield from self._sign("logic", left, right, node.op, after)

    def _sign(
        self, kind: str, left: ast.AST, right: ast.AST, op: ast.AST, after: str
    ) -> Iterator[Break]:
        """Another sign between two operands."""
        start, end = self.span(left)[1], self.span(right)[0]
        between = re.sub(rb"#[^\n]*", lambda found: b" " * len(found[0]), self.code[start:end])
        sign = rb"\s+".join(re.escape(word.encode()) for word in SIGNS[type(op)].split())
        if found := re.search(sign, between):
            yield self.way(kind, start + found.start(), start + found.end(), after)

    def _constant(self, node: ast.Constant) -> Iterator[Break]:
        """A number a visible step further, a truth turned round, a key of another name."""
        start, end = self.span(node)
        match node.value:
            case bool():
                yield self.way("constant", start, end, str(not node.value))
            case int():
                yield self.way("constant", start, end, str(node.value + 1))
            case float():
                step = round(node.value * _STEP, 12) or node.value * _STEP
                yield self.way("constant", start, end, repr(step or 1.0))
            case str() if _KEY.fullmatch(self.code[start:end]):
                yield self.way("key", end - 1, end - 1, "-x")

    def _return_values(self, function: ast.FunctionDef) -> Iterator[Break]:
        """A default for what a function returns, of the type that it promises."""
        promised = function.returns
        outer = promised.value if isinstance(promised, ast.Subscript) else promised
        defaults = DEFAULTS.get(_name(outer) if outer else "", ("None",))
        for given in _returns(function):
            if given.value is not None and not _is_sentence(given.value):
                start, end = self.span(given.value)
                for after in defaults:
                    yield self.way("return", start, end, after)

    def _call(self, node: ast.Call, optional: frozenset[str]) -> Iterator[Break]:
        """The smallest for the largest, or an argument left out that has a default."""
        end = self.span(node.func)[1]
        name = _name(node.func)
        if name in SWAPS:
            yield self.way("swap", end - len(name), end, SWAPS[name])
        given = sorted([*node.args, *node.keywords], key=self.span)
        for place, argument in enumerate(given):
            if isinstance(argument, ast.keyword) and argument.arg in optional:
                yield from self._without("argument", given, place)

    def _branches(self, node: ast.AST) -> Iterator[Break]:
        """A condition that always holds, or never; a loop that never begins."""
        match node:
            case ast.If() | ast.IfExp() | ast.While():
                tests = [node.test]
            case ast.comprehension():
                tests = node.ifs
            case _:
                tests = []
        for test in tests:
            # A name that is made in the condition is wanted after it.
            if not any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(test)):
                for after in ("False",) if isinstance(node, ast.While) else ("True", "False"):
                    yield self.way("branch", *self.span(test), after)

    def _elements(self, node: ast.List | ast.Set | ast.Tuple) -> Iterator[Break]:
        """One element less; of tuples only those in brackets that list things, not figures."""
        rows = ast.Call | ast.Starred | ast.Tuple | ast.List | ast.Dict
        if isinstance(node, ast.Tuple) and not self.code.startswith(b"(", self.span(node)[0]):
            return
        for place, element in enumerate(node.elts):
            is_key = isinstance(element, ast.Constant) and isinstance(element.value, str)
            if not isinstance(node, ast.Tuple):
                yield from self._without("element", node.elts, place)
            elif is_key or isinstance(element, rows):
                if len(node.elts) == 2:
                    yield self._half(node.elts, place)
                else:
                    yield from self._without("element", node.elts, place)

    def _half(self, pair: list[ast.expr], place: int) -> Break:
        """One of two left out, where the other has to stay a tuple."""
        kept, gone = self.span(pair[1 - place]), self.span(pair[place])
        start, end = self.span(pair[0])[0], self.span(pair[1])[1]
        comma = b"" if self.code[end:].lstrip().startswith(b",") else b","
        after = (self.code[slice(*kept)] + comma).decode()
        return Break(self.way("element", *gone, "").line, start, end, "element", after)

    def _without(self, kind: str, items: list[ast.expr], place: int) -> Iterator[Break]:
        """One of several items left out, with the comma beside it."""
        spans = [self.span(item) for item in items]
        start, end = spans[place]
        if place + 1 < len(items):
            yield self.way(kind, start, spans[place + 1][0], "")
        elif place:
            found = self.way(kind, start, end, "")
            yield Break(found.line, spans[place - 1][1], end, kind, "")
        elif kind == "argument":
            yield self.way(kind, start, end, "")
