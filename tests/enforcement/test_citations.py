"""Citations of law are read out of words as they stand; what is no citation is not guessed."""

from __future__ import annotations

import pytest

from enforcement.rules.citations import Cited, citations_in, plain_name


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("《食品安全法》第67条、第71条", [("食品安全法", "67"), ("食品安全法", "71")]),
        (
            "《大气污染防治法》第117条第（一）项、第（二）项",
            [("大气污染防治法", "117(一)"), ("大气污染防治法", "117(二)")],
        ),
        ("《行政强制法》第5条、第16条第2款", [("行政强制法", "5"), ("行政强制法", "16(2)")]),
        ("《消防法》第60条第1款第（一）项", [("消防法", "60(1)(一)")]),
        ("《中华人民共和国道路运输条例》第三十三条第二款", [("道路运输条例", "33(2)")]),
        ("《甲法》第一百零二条第一款第（十二）项", [("甲法", "102(1)(十二)")]),
        ("《甲法》第3条第1款、第2款", [("甲法", "3(1)"), ("甲法", "3(2)")]),
        ("《甲法》、《乙条例》第3条", [("甲法", ""), ("乙条例", "3")]),
        ("《机动车维修管理规定》", [("机动车维修管理规定", "")]),
        ("价格法第十三条", []),
        ("第12条", []),
        ("", []),
    ],
)
def test_are_read_as_they_stand(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.law, c.article) for c in citations_in(words) if c.law] == expected


def test_are_found_by_what_contains_them() -> None:
    assert Cited("消防法", "60(1)(一)").containing == ("60(1)(一)", "60(1)", "60")
    assert Cited("消防法").containing == ()


def test_a_law_is_known_by_its_plain_name() -> None:
    assert plain_name("中华人民共和国道路运输条例（2023年修订）") == "道路运输条例"


def test_the_same_citation_counts_once() -> None:
    assert len(citations_in("《甲法》第3条;《甲法》第3条")) == 1
