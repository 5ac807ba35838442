"""What a page says about a thing: labels with their values, in the order of reading."""

from __future__ import annotations

from typing import Any

Fact = dict[str, Any]


def fact(label: Any, value: Any, kind: str = "text", **more: Any) -> Fact:
    """One line of ``foundation/_facts.html``, whose ``kind`` says how the value is shown."""
    return {"label": label, "value": value, "kind": kind, **more}


def told(facts: list[Fact]) -> list[Fact]:
    """Those of ``facts`` that say something."""
    return [one for one in facts if one["value"] not in (None, "", [])]
