"""Spelling by remembered runs gives what spelling the whole name gives (Art. 8)."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin

from enforcement.rules.names import syllables_of
from enforcement.rules.readings import READINGS
from tests.enforcement.readings import misread

SIGNS = st.sampled_from("重庆银行长乐音都市行善治甲乙A z19é·ø（）－Ω〇")


class TestSpelling:
    @given(
        text=st.text(alphabet=SIGNS, max_size=14), style=st.sampled_from([Style.NORMAL, Style.FIRST_LETTER])
    )
    def test_run_by_run_is_spelling_the_whole(self, text: str, style: Style) -> None:
        assert "".join(syllables_of(text, style)) == "".join(lazy_pinyin(text, style=style))

    @pytest.mark.parametrize("text", ["重庆3号长乐店", "甲乙17号银行ABC音乐厅", "", "12", "ABC"])
    def test_keeps_the_readings_of_phrases(self, text: str) -> None:
        assert syllables_of(text) == lazy_pinyin(text)

    def test_reads_every_phrase_as_the_whole_dictionary_does(self, tmp_path: Path) -> None:
        known = READINGS.read_text(encoding="utf-8").splitlines()
        assert misread(dict(line.split("\t") for line in known), tmp_path) == {}

    def test_sees_a_phrase_that_is_missing(self, tmp_path: Path) -> None:
        known = READINGS.read_text(encoding="utf-8").splitlines()
        kept = dict(line.split("\t") for line in known if not line.startswith("重庆"))
        assert misread(kept, tmp_path)["重庆"] == "chong qing"
