"""An official document as blocks of plain text, written once and rendered as page, DOCX and PDF (Art. 6, 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any, Self

PARAGRAPH, HEADING, FACTS, NOTICE = "paragraph", "heading", "facts", "notice"
_NOT_FOR_PAPER = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)


def plain(text: Any) -> str:
    """``text`` without signs that no XML can hold, or that turn the order of others round."""
    return _NOT_FOR_PAPER.sub("", str(text)).replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the body: a paragraph, a heading, rows of facts, or a notice in a frame."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, str], ...] = ()

    @classmethod
    def paragraphs(cls, text: Any) -> Iterator[Self]:
        """One block a line; empty lines fall away."""
        yield from (cls(PARAGRAPH, line.strip()) for line in plain(text).split("\n") if line.strip())

    @classmethod
    def heading(cls, text: Any) -> Self:
        return cls(HEADING, plain(text))

    @classmethod
    def notice(cls, text: Any) -> Self:
        return cls(NOTICE, plain(text))

    @classmethod
    def facts(cls, *rows: tuple[Any, Any]) -> Self:
        """Rows of label and value; what has no value is left out."""
        told = ((plain(label), plain(value)) for label, value in rows if value not in (None, ""))
        return cls(FACTS, rows=tuple(row for row in told if row[1]))


@dataclass(frozen=True, slots=True)
class Letter:
    """The whole text of one document; frozen with it.

    ``link`` is the address at which its addressee reads and answers it; it opens a door, so who may not see
    protected data does not see it either.
    """

    language: str
    organ: str
    title: str
    number: str
    addressee: str
    blocks: tuple[Block, ...]
    signature: str
    day: str
    seal: str = ""
    edition: str = ""
    mark: str = ""
    personal: tuple[str, ...] = ()
    link: str = ""
    link_words: str = ""

    def as_dict(self) -> dict[str, Any]:
        """As it is frozen."""
        blocks = [
            {"kind": b.kind, "text": b.text, "rows": [list(row) for row in b.rows]} for b in self.blocks
        ]
        return {**asdict(self), "blocks": blocks, "personal": list(self.personal)}

    @classmethod
    def from_dict(cls, stored: dict[str, Any]) -> Self:
        """The letter as it was frozen."""
        blocks = tuple(
            Block(b["kind"], b["text"], tuple((label, value) for label, value in b["rows"]))
            for b in stored["blocks"]
        )
        return cls(**{**stored, "blocks": blocks, "personal": tuple(stored["personal"])})

    def masked(self, mask: str) -> Self:
        """The letter for who may not see protected personal data."""
        blocks = tuple(
            replace(
                b, rows=tuple((label, mask if value in self.personal else value) for label, value in b.rows)
            )
            for b in self.blocks
        )
        return replace(self, blocks=blocks, personal=(), link="", link_words="")

    def texts(self) -> list[str]:
        """Every text that a complete rendering shows, in its order."""
        body = [text for block in self.blocks for text in (block.text, *sum(block.rows, ()))]
        head = [self.organ, self.title, self.number, self.addressee]
        return [text for text in (*head, *body, self.signature, self.day) if text]
