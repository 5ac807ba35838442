"""What the page of a case tells of hearing, discussion and referral (Penalty Law, Art. 27, 57, 63-65)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.models import Case
from enforcement.vocabulary import PENALISING
from foundation.pages.facts import Fact, fact, told


def hearing_card(case: Case, *, reads: bool) -> list[Fact]:
    """Request, time, presider, and once it was held its record and opinion."""
    hearing = getattr(case, "hearing", None)
    if hearing is None:
        return []
    shown = [
        fact(_("state"), hearing.get_state_display()),
        fact(_("requested on"), hearing.requested_on, "date"),
        fact(_("time of the hearing"), hearing.held_at, "datetime"),
        fact(_("place of the hearing"), hearing.place),
        fact(_("presider"), hearing.presider.name if hearing.presider else ""),
        fact(_("notice of the hearing on"), hearing.notice_on, "date"),
        fact(_("why it is not public"), hearing.closed_reason),
        _text(_("what the party asks"), hearing.request, reads=reads),
        _text(_("record of the hearing"), hearing.record, reads=reads),
        fact(_("signature of the party"), hearing.get_signature_display() if hearing.record else ""),
        _text(_("opinion of the presider"), hearing.opinion, reads=reads),
    ]
    return told(shown)


def discussion_card(case: Case, *, reads: bool) -> list[Fact]:
    """The minute of the collective discussion."""
    minute = getattr(case, "discussion", None)
    if minute is None:
        return []
    return [
        fact(_("held on"), minute.held_on, "date"),
        fact(_("chair"), minute.chair.name),
        _text(_("opinions, member by member"), minute.opinions, reads=reads),
        _text(_("conclusion"), minute.conclusion, reads=reads),
    ]


def crime_card(case: Case, *, reads: bool) -> list[Fact]:
    """Where a suspected crime was sent, and what was answered."""
    row = getattr(case, "crime_referral", None)
    if row is None:
        return []
    shown = [
        fact(_("sent to"), row.body),
        fact(_("sent on"), row.sent_on, "date"),
        fact(_("received on"), row.received_on, "date"),
        fact(_("number of the receipt"), row.receipt_number),
        fact(_("to be asked after by"), None if row.answered_on else row.ask_by, "date"),
        _text(_("what suggests a crime"), row.facts_suspected, reads=reads),
        fact(_("answer"), row.get_answer_display()),
        fact(_("answered on"), row.answered_on, "date"),
        _text(_("what was answered"), row.answer_note, reads=reads),
        *_came_back(row),
    ]
    return told(shown)


def _came_back(row: Any) -> list[Fact]:
    """The clue under which a case that was not opened is taken up again."""
    case = row.came_back_as
    return (
        [{**fact(_("taken up again as"), str(case), "link"), "url": case.get_absolute_url()}] if case else []
    )


def hidden_acts(case: Case) -> set[str]:
    """Acts of the state that have nothing to work on, or whose time is over."""
    hearing, crime = getattr(case, "hearing", None), getattr(case, "crime_referral", None)
    notice = getattr(case, "notice", None)
    pending = hearing is not None and hearing.state in ("requested", "arranged")
    hidden = {"ask_departure"}  # stands beside the benchmark
    if hearing is not None or not (notice and notice.hearing_told):
        hidden.add("request_hearing")
    if not pending:
        hidden |= {"arrange_hearing", "withdraw_hearing"}
    if hearing is None or hearing.state != "arranged":
        hidden.add("hold_hearing")
    decision = getattr(case, "decision", None)
    if decision is None or decision.file_by is None or decision.handed_in_on is not None:
        hidden.add("hand_in")
    if crime is not None:
        hidden.add("suspect_crime")
    if crime is None or crime.answer != "waiting":
        hidden |= {"answer_crime", "record_crime_receipt"}
    elif crime.receipt_number:
        hidden.add("record_crime_receipt")
    return hidden | _settled(case)


def _settled(case: Case) -> set[str]:
    """Publicity comes by itself; more time is for a review that waits, and money for who collected some."""
    begun = case.outcome not in PENALISING or getattr(case, "publication", None) is not None
    hidden = {"open_publicity"} if begun else set()
    waits = getattr(case, "review_due", None) is not None
    return hidden | {"bank_money", "hand_in_money"} | (set() if waits else {"extend_review"})


def _text(label: Any, value: str, *, reads: bool) -> Fact:
    return fact(label, value if reads or not value else TITLE_HIDDEN, "multiline")
