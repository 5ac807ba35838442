"""How Chinese phrases are read, as far as it differs from reading sign by sign (Art. 8).

The whole dictionary of pypinyin takes 41 MB in every process; these phrases give the same readings.
"""

from __future__ import annotations

from pathlib import Path

from pypinyin import load_phrases_dict

READINGS = Path(__file__).resolve().parent.parent / "data" / "readings.txt"


def load_readings() -> None:
    """Teach pypinyin the phrases; PYPINYIN_NO_PHRASES kept its own out."""
    lines = (line.split("\t") for line in READINGS.read_text(encoding="utf-8").splitlines())
    load_phrases_dict({phrase: [[syllable] for syllable in read.split(" ")] for phrase, read in lines})
