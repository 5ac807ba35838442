"""Reading citations of law out of words: 《…》第12条第3款第(四)项 (Art. 3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"《(?P<law>[^》]{1,80})》|第(?P<article>[0-9零〇一二三四五六七八九十百]{1,7})条"
    r"|第(?P<paragraph>[0-9零一二三四五六七八九十]{1,4})款"
    r"|第[（(]?(?P<item>[0-9零一二三四五六七八九十]{1,4})[）)]?项"
)
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0}
_ITEMS = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation; ``article`` is written 48, 48(1), 34(三) or 60(1)(一), and empty for the whole law."""

    law: str
    article: str = ""

    @property
    def containing(self) -> tuple[str, ...]:
        """The article as cited, then what contains it, up to the whole article."""
        parts = re.findall(r"^\d+|\([^)]+\)", self.article)
        return tuple("".join(parts[:size]) for size in range(len(parts), 0, -1))


def citations_in(text: str) -> tuple[Cited, ...]:
    """Every provision that the words name, in their order, each once."""
    return tuple(dict.fromkeys(_read(text)))


def overlap(one: Cited, other: Cited) -> bool:
    """Whether one names the other, a part of it, or what contains it; a whole law names no article in particular."""
    if one.law != other.law or not one.article or not other.article:
        return False
    return one.article in other.containing or other.article in one.containing


def plain_name(law: str) -> str:
    """The name by which a law is known: without the country, brackets or spaces."""
    bare = re.sub(r"[（(][^）)]*[）)]|\s", "", law)
    return bare.removeprefix("中华人民共和国")


def _read(text: str) -> Iterator[Cited]:
    law = article = paragraph = item = ""
    for match in _WORD.finditer(text):
        kind, word = match.lastgroup, match[match.lastgroup or 0]
        if _is_full(kind, article, paragraph, item):
            yield Cited(law, article + paragraph + item)
            item = ""
        if kind == "law":
            if law and not article:
                yield Cited(law)
            law, article, paragraph = plain_name(word), "", ""
        elif kind == "article":
            article, paragraph = str(_number(word)), ""
        elif kind == "paragraph":
            paragraph = f"({_number(word)})"
        else:
            item = f"({_item(_number(word))})"
    if law:
        yield Cited(law, article + paragraph + item)


def _is_full(kind: str | None, article: str, paragraph: str, item: str) -> bool:
    """Whether what was gathered ends before a word of this kind."""
    if kind in ("law", "article"):
        return bool(article)
    return bool(paragraph or item) if kind == "paragraph" else bool(item)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    total, digit = 0, 0
    for char in word:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def _item(number: int) -> str:
    """Items are written in Chinese, so that they are not taken for paragraphs."""
    if number <= 10:
        return _ITEMS[number]
    tens, ones = divmod(number, 10)
    return (_ITEMS[tens] if tens > 1 else "") + "十" + (_ITEMS[ones] if ones else "")
