"""The days that a case must keep (Penalty Law, Art. 27-28, 45-71; Coercion Law, Art. 53)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.articles import COERCION, PENALTY, RECONSIDERATION, Citation

WINDOWS = frozenset({"defence", "litigation", "reconsideration"})
SIXTY, PUBLIC = Citation(PENALTY, "60"), Citation(PENALTY, "48")
COURT, MONEY = Citation(COERCION, "53"), Citation(PENALTY, "71")
ANSWER = Citation(RECONSIDERATION, "48")


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day to keep, and the day on which it was met. A right that ran out makes nobody late."""

    code: str
    label: Any
    due_on: date
    citation: Citation
    met_on: date | None = None
    is_window: bool = False

    def days_left(self, today: date) -> int | None:
        """Days until it is due, negative when it has passed; nothing once it was met or, a window, is over."""
        return None if self.met_on or self.is_over(today) else (self.due_on - today).days

    def is_over(self, today: date) -> bool:
        """Whether it is time that somebody was given and that has gone by: nothing was missed."""
        return self.is_window and self.due_on < today


def deadlines_of(
    *,
    deadline_on: date | None,
    decided_on: date | None,
    defence_until: date | None = None,
    waived_on: date | None = None,
    serve_by: date | None = None,
    served_on: date | None = None,
    carry_out_by: date | None = None,
    carried_out_on: date | None = None,
    correct_by: date | None = None,
    corrected_on: date | None = None,
    verify_by: date | None = None,
    file_by: date | None = None,
    handed_in_on: date | None = None,
    court_until: date | None = None,
    court_asked_on: date | None = None,
    crime_ask_by: date | None = None,
    crime_answered_on: date | None = None,
    publish_by: date | None = None,
    published_on: date | None = None,
    withdraw_by: date | None = None,
    withdrawn_on: date | None = None,
    review_by: date | None = None,
    answer_by: date | None = None,
    answer_source: Citation = ANSWER,
    hand_in_by: date | None = None,
    bank_by: date | None = None,
) -> Iterator[Deadline]:
    """The deadlines that are known, in the order of the procedure."""
    known = (
        ("verify", _("to be verified by"), verify_by, Citation(PENALTY, "54"), None),
        ("review", _("legal opinion due by"), review_by, Citation(PENALTY, "58"), None),
        ("decide", _("to be decided by"), deadline_on, SIXTY, decided_on),
        ("defence", _("defence until"), defence_until, Citation(PENALTY, "45"), waived_on or decided_on),
        ("correct", _("to be corrected by"), correct_by, Citation(PENALTY, "28"), corrected_on),
        ("crime", _("to be asked after by"), crime_ask_by, Citation(PENALTY, "27"), crime_answered_on),
        ("hand_in", _("to be filed with the organ by"), file_by, Citation(PENALTY, "52"), handed_in_on),
        ("serve", _("to be served by"), serve_by, Citation(PENALTY, "61"), served_on),
        ("carry_out", _("to be carried out by"), carry_out_by, Citation(PENALTY, "67"), carried_out_on),
        ("hand_in_money", _("collected money to be handed in by"), hand_in_by, MONEY, None),
        ("bank", _("collected money to be paid to the bank by"), bank_by, MONEY, None),
        ("answer", _("answer to the remedy to be handed in by"), answer_by, answer_source, None),
        ("court", _("court to be asked by"), court_until, COURT, court_asked_on or carried_out_on),
        ("publish", _("to be published by"), publish_by, PUBLIC, published_on),
        ("withdraw", _("to be withdrawn from publicity by"), withdraw_by, PUBLIC, withdrawn_on),
    )
    for code, label, due_on, citation, met_on in known:
        if due_on is not None:
            is_window = code in WINDOWS
            yield Deadline(code, label, due_on, citation, met_on, is_window)
