"""Filling a Word template with a letter; also run as a program of its own, so that a bomb harms nobody.

It imports nothing of the house: ``python docx_filling.py`` reads ``{"template": base64, "letter": {...}}`` and
writes the filled file, or leaves with 1 and ``{"fault": ..., "names": [...]}``.
"""

from __future__ import annotations

import base64
import io
import json
import resource
import sys
import time
from collections.abc import Iterator
from typing import Any

import segno
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

WORDS = frozenset(
    {
        "addressee",
        "blocks",
        "day",
        "edition",
        "language",
        "link",
        "link_words",
        "mark",
        "number",
        "organ",
        "qr",
        "seal",
        "signature",
        "title",
    }
)
PARTS = frozenset({"first", "index", "kind", "label", "last", "rows", "text", "value"})
LISTS = frozenset({"blocks", "rows"})
SQUARE = Mm(28)
MOST_TEXT = 8_000_000
MOST_SECONDS = 8.0
MOST_MEMORY = 1024 * 1024 * 1024
ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Const, nodes.For, nodes.If,
    nodes.Compare, nodes.Operand, nodes.Not, nodes.And, nodes.Or,
)  # fmt: skip


class TemplateFault(Exception):
    """Why a template cannot be used: ``fault`` is unreadable, unsafe, unknown or too_much."""

    def __init__(self, fault: str, names: list[str] | None = None) -> None:
        self.fault, self.names = fault, names or []
        super().__init__(fault)


class BoundedTemplate(Template):
    """Stops when the text or the time it takes exceeds what any document needs."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        pieces, size, until = [], 0, time.monotonic() + MOST_SECONDS
        for piece in self.generate(*args, **kwargs):
            size += len(piece)
            if size > MOST_TEXT or time.monotonic() > until:
                raise TemplateFault("too_much")
            pieces.append(piece)
        return "".join(pieces)


class LetterEnvironment(ImmutableSandboxedEnvironment):
    """Knows the words of a letter, loops over its parts and asks what they are: nothing else."""

    template_class = BoundedTemplate

    def from_string(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        check(self.parse(source))
        return super().from_string(source, *args, **kwargs)


def check(tree: nodes.Template) -> None:
    """Raise TemplateFault for anything that is no placeholder, loop or condition over the letter."""
    if odd := sorted({type(node).__name__ for node in _all(tree) if not isinstance(node, ALLOWED)}):
        raise TemplateFault("unsafe", odd)
    if any(not _is_list(loop.iter) for loop in tree.find_all(nodes.For)):
        raise TemplateFault("unsafe", ["for"])
    if any(_is_list(shown) for output in tree.find_all(nodes.Output) for shown in output.nodes):
        raise TemplateFault("unsafe", ["blocks"])
    if unknown := sorted(_unknown(tree)):
        raise TemplateFault("unknown", unknown)


def _all(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _is_list(node: nodes.Node) -> bool:
    return getattr(node, "name", getattr(node, "attr", "")) in LISTS


def _unknown(tree: nodes.Template) -> Iterator[str]:
    own = {name.name for loop in tree.find_all(nodes.For) for name in loop.target.find_all(nodes.Name)}
    own |= {loop.target.name for loop in tree.find_all(nodes.For) if isinstance(loop.target, nodes.Name)}
    known = WORDS | own | {"loop"}
    yield from {name.name for name in tree.find_all(nodes.Name)} - known
    yield from {part.attr for part in tree.find_all(nodes.Getattr)} - PARTS


class Square(InlineImage):
    """The link as a picture to scan; knows whether the template has a place for it."""

    placed = False

    def _insert_image(self) -> Any:
        self.placed = True
        return super()._insert_image()


def square_of(document: DocxTemplate, link: str) -> Square | str:
    """The square of ``link``, or nothing without one."""
    if not link:
        return ""
    picture = io.BytesIO()
    segno.make(link, error="m").save(picture, kind="png", scale=6, border=2)
    picture.seek(0)
    return Square(document, picture, width=SQUARE)


def place_at_the_end(document: DocxTemplate, square: Square, letter: dict[str, Any]) -> None:
    """Where a template of its own leaves no place for it: the link goes with every document that has one."""
    document.docx.add_paragraph(letter["link_words"])
    square.image_descriptor.seek(0)
    document.docx.add_paragraph().add_run().add_picture(square.image_descriptor, width=SQUARE)
    document.docx.add_paragraph(letter["link"])


def fill(template: bytes, letter: dict[str, Any]) -> bytes:
    """The template with the words of the letter; raises TemplateFault."""
    words = {name: letter[name] for name in WORDS - {"blocks", "qr"}}
    words["blocks"] = [
        {**block, "rows": [{"label": label, "value": value} for label, value in block["rows"]]}
        for block in letter["blocks"]
    ]
    try:
        document = DocxTemplate(io.BytesIO(template))
        words["qr"] = square = square_of(document, letter["link"])
        document.render(words, jinja_env=LetterEnvironment(autoescape=True))
        if isinstance(square, Square) and not square.placed:
            place_at_the_end(document, square, letter)
        filled = io.BytesIO()
        document.save(filled)
    except TemplateFault:
        raise
    except TemplateError as error:
        raise TemplateFault("unreadable", [str(error)[:200]]) from error
    except Exception as error:
        raise TemplateFault("unreadable") from error
    return filled.getvalue()


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    given = json.load(sys.stdin)
    try:
        filled = fill(base64.b64decode(given["template"]), given["letter"])
    except TemplateFault as error:
        sys.stderr.write(json.dumps({"fault": error.fault, "names": error.names}))
        return 1
    sys.stdout.buffer.write(filled)
    return 0


if __name__ == "__main__":
    sys.exit(main())
