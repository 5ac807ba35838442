"""Words of a measure that hint at a duty or at a right taken away: a reminder to look, never a verdict (Art. 9)."""

from __future__ import annotations

import re

CHINESE = (
    "必须", "应当", "不得", "禁止", "罚款", "处罚", "责令", "停业", "停产", "关闭", "吊销", "暂扣", "扣押", "查封",
    "收费", "缴纳", "交纳", "保证金", "押金", "限期", "取消资格", "列入名单", "黑名单", "强制",
)  # fmt: skip
_ENGLISH = re.compile(
    r"\b(?:must not|may not|must|shall|forbidden|prohibited|fines?|penalty|suspen(?:d|sion)|close down|revoke"
    r"|seize|seal|fees?|pay|deposit|compulsory|mandatory|blacklist)\b",
    re.IGNORECASE,
)


def hints_in(chinese: str, english: str) -> tuple[str, ...]:
    """The words of both texts that are worth a second look, each once, the Chinese first."""
    found = [word for word in CHINESE if word in chinese]
    return tuple(dict.fromkeys([*found, *(word.casefold() for word in _ENGLISH.findall(english))]))
