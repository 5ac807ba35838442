"""Functions of the program, the rules that each names, and what each calls."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FLOORS = ("enforcement", "guidance", "riskcontrol", "leniency", "evaluation", "desk")
CODE = re.compile(r"[A-Z]{3}-[1-9][0-9]?")
_TOLD = re.compile(rf"(?:{CODE.pattern})(?:(?:, | and ){CODE.pattern})*(?=:)")
_PASSED_OVER = ("/migrations/", "/founding/", "/volume/", "/rulebook/", "/services/rules/")
_READS = frozenset({"parameter", "narrow_reasons"})


@dataclass(frozen=True, slots=True)
class Function:
    """One function: ``key`` is its module and name, ``calls`` are keys too."""

    key: str
    codes: frozenset[str]
    calls: frozenset[str]

    @property
    def room(self) -> str:
        return self.key.split(".")[1].split(":")[0]

    @property
    def is_public(self) -> bool:
        return not self.key.rpartition(":")[2].startswith("_")


def functions() -> dict[str, Function]:
    """Every function of the floors that have rules, by key."""
    found = {
        f.key: f for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py")) for f in _read(path)
    }
    names: dict[str, list[str]] = {}
    for key in found:
        names.setdefault(key.rpartition(":")[2], []).append(key)
    return {key: Function(key, f.codes, frozenset(_settled(f, found, names))) for key, f in found.items()}


def reached_from(key: str, known: dict[str, Function]) -> frozenset[str]:
    """The rules that ``key`` or anything it calls names."""
    seen, waiting = {key}, [key]
    while waiting:
        function = known.get(waiting.pop())
        fresh = function.calls - seen if function else frozenset()
        waiting += fresh
        seen |= fresh
    return frozenset(code for k in seen if k in known for code in known[k].codes)


def _read(path: Path) -> Iterator[Function]:
    if any(part in path.as_posix() for part in _PASSED_OVER):
        return
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    known = _imported(tree) | {
        n.name: f"{module}:{n.name}" for n in tree.body if isinstance(n, ast.FunctionDef)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            codes = frozenset(_codes_told(node)) | frozenset(_codes_given(node))
            calls = frozenset(known[name] for name in _named(node) if name in known)
            yield Function(f"{module}:{node.name}", codes, calls)


def _imported(tree: ast.Module) -> dict[str, str]:
    froms = (n for n in tree.body if isinstance(n, ast.ImportFrom) and n.module)
    return {a.asname or a.name: f"{n.module}:{a.name}" for n in froms for a in n.names}


def _named(node: ast.FunctionDef) -> Iterator[str]:
    return (n.id for n in ast.walk(node) if isinstance(n, ast.Name))


def _codes_told(node: ast.FunctionDef) -> Iterator[str]:
    """A rule that computes or makes work is told at the head of the docstring."""
    told = _TOLD.match(ast.get_docstring(node) or "")
    yield from CODE.findall(told.group()) if told else ()


def _codes_given(node: ast.FunctionDef) -> Iterator[str]:
    """A rule that speaks is named where its obstacle is made."""
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") not in _READS:
            for value in (*call.args, *(k.value for k in call.keywords)):
                yield from _codes_in(value)


def _codes_in(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.IfExp):
        yield from (*_codes_in(value.body), *_codes_in(value.orelse))
    elif isinstance(value, ast.Constant) and isinstance(value.value, str) and CODE.fullmatch(value.value):
        yield value.value


def _settled(function: Function, found: dict[str, Function], names: dict[str, list[str]]) -> Iterator[str]:
    """What is called, where a package only passes it on."""
    for call in function.calls:
        if call in found:
            yield call
            continue
        package, _colon, name = call.rpartition(":")
        yield from (key for key in names.get(name, ()) if key.startswith(f"{package}."))
