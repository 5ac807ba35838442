"""What the actions of the record are called when people read them (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from foundation.vocabulary import Tone


@dataclass(frozen=True, slots=True)
class Label:
    """How one action is told: what happened, with an icon of the sprite and a tone."""

    text: Any
    icon: str = ""
    tone: str = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Noun:
    """What actions are about, to choose among them: ``case``, ``guidance``, ``visit``."""

    text: Any
    icon: str = "point"


_labels: dict[str, Label] = {}
_nouns: dict[str, Noun] = {}


def register_noun(noun: str, text: Any, *, icon: str = "point") -> None:
    """Say what the actions ``noun:*`` are about; called in an app's ``ready()``."""
    _nouns[noun] = Noun(text, icon)


def register(action: str, text: Any, *, icon: str = "", tone: str = Tone.NEUTRAL) -> None:
    """Say how ``action`` (``noun:verb``) is told, in the past tense; called in an app's ``ready()``."""
    _labels[action] = Label(text, icon, tone)


def register_all(labels: Mapping[str, Any]) -> None:
    """Register many actions at once: each a text, or a ``Label``."""
    for action, label in labels.items():
        _labels[action] = label if isinstance(label, Label) else Label(label)


def label_of(action: str) -> Label:
    """The label of ``action``; one that nobody named shows its own code."""
    noun = action.partition(":")[0]
    label = _labels.get(action, Label(action))
    return label if label.icon else Label(label.text, _nouns.get(noun, Noun("")).icon, label.tone)


def labelled() -> frozenset[str]:
    """Every action that has a label."""
    return frozenset(_labels)


def nouns_among(actions: Iterable[str]) -> dict[str, Any]:
    """The nouns of ``actions`` with their names, in the order in which they were registered."""
    present = {action.partition(":")[0] for action in actions}
    return {noun: named.text for noun, named in _nouns.items() if noun in present}
