"""Which phrases are not read sign by sign; ``python -m tests.enforcement.readings`` rewrites the file of them.

Needs pypinyin with its whole dictionary of phrases, which a process of its own loads (41 MB).
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from enforcement.rules.readings import READINGS

ASK = """
import sys
from pypinyin import lazy_pinyin
from pypinyin.phrases_dict import phrases_dict
for phrase in sorted(phrases_dict):
    print(phrase, *lazy_pinyin(phrase), sep="\\t")
"""
ASK_WITH = """
import sys
from pypinyin import lazy_pinyin, load_phrases_dict
known, asked = (open(name, encoding="utf-8").read().splitlines() for name in sys.argv[1:])
load_phrases_dict({p: [[s] for s in r.split(" ")] for p, r in (line.split("\\t") for line in known)})
for phrase in asked:
    print(phrase, *lazy_pinyin(phrase), sep="\\t")
"""


def said(program: str, *words: str, whole: bool) -> dict[str, str]:
    """What ``program`` prints, a phrase and its syllables a line."""
    env = {name: value for name, value in os.environ.items() if name != "PYPINYIN_NO_PHRASES"}
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        env=env if whole else env | {"PYPINYIN_NO_PHRASES": "true"},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    lines = (line.split("\t") for line in done.stdout.splitlines())
    return {phrase: " ".join(syllables) for phrase, *syllables in lines}


def lines_of(readings: dict[str, str]) -> str:
    return "".join(f"{phrase}\t{spelled}\n" for phrase, spelled in sorted(readings.items()))


def misread(kept: dict[str, str], folder: Path) -> dict[str, str]:
    """Phrases that are read otherwise when only ``kept`` are known, with their true reading."""
    true = said(ASK, whole=True)
    known, asked = folder / "known", folder / "asked"
    known.write_text(lines_of(kept), encoding="utf-8")
    asked.write_text("\n".join(true), encoding="utf-8")
    found = said(ASK_WITH, str(known), str(asked), whole=False)
    return {phrase: true[phrase] for phrase in true if found[phrase] != true[phrase]}


def main(folder: Path) -> None:
    kept: dict[str, str] = {}
    while wrong := misread(kept, folder):
        kept |= wrong
    READINGS.write_text(lines_of(kept), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        main(Path(place))
