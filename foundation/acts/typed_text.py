"""Text as people type it: without signs that nobody sees and that make twins of equal words."""

from __future__ import annotations

import re
from typing import Any

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def tidy(value: Any) -> Any:
    """``value`` without zero-width, direction and control signs when it is text; else as it is."""
    if not isinstance(value, str):
        return value
    return _CONTROLS.sub("", _UNSEEN.sub("", value))
