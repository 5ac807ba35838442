"""Parts of the page of a case that come by themselves: carrying out, and the file (Penalty Law, Art. 61-72)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from enforcement.forms.cases import CASE_ACTS
from enforcement.models import Case, whole_files
from enforcement.reports.debts import Obligation, obligation_of
from enforcement.reports.files import file_of
from enforcement.rules.archiving import Holding
from enforcement.rules.surcharge import Balance
from enforcement.views.case_procedure import CasePanel
from enforcement.vocabulary import CaseState, CourtState
from enforcement.vocabulary.filing_away import Shelf


class ExecutionPanel(CasePanel):
    """Services with their receipts, what is owed and paid, the plan, and the way to the court."""

    template_name = "enforcement/_case_execution.html"

    def rows(self) -> Any:
        return Case.objects.select_related("court_application", "decision", "demand", "organ")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        case, today = self.thing, timezone.localdate(self.now)
        owed = obligation_of(case)
        balance = owed.balance(today) if owed else None
        return self.show(
            {
                "case": case,
                "reads": self.reads,
                "services": case.services.select_related("receipt_file"),
                "owed": owed,
                "balance": balance,
                "parts": _parts(owed),
                "demand": getattr(case, "demand", None),
                "court": getattr(case, "court_application", None),
                "acts": self._acts(owed, balance),
            }
        )

    def _acts(self, owed: Obligation | None, balance: Balance | None) -> list[dict[str, Any]]:
        """What can be done now, the likeliest first."""
        names = [n for n, makes_sense in _offered(self.thing, owed, balance) if makes_sense]
        return [
            {"name": name, "label": CASE_ACTS[name].label}
            for name in names
            if self.may(name, CASE_ACTS[name].permission)  # type: ignore[arg-type]  # each has one
        ]


class FilePanel(CasePanel):
    """What the file holds and what it lacks, main file and side file."""

    template_name = "enforcement/_case_file.html"

    def rows(self) -> Any:
        return whole_files()

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        case = self.thing
        pieces = file_of(case, owed=obligation_of(case), today=timezone.localdate(self.now))
        return self.show(
            {
                "case": case,
                "shelves": [(shelf.label, _on(shelf, pieces)) for shelf in Shelf],
                "missing": sum(holding.is_missing for holding in pieces),
                "is_late": case.state in (CaseState.CLOSED, CaseState.CARRIED_OUT),
                "is_archived": case.state == CaseState.ARCHIVED,
            }
        )


def _offered(case: Case, owed: Obligation | None, balance: Balance | None) -> tuple[tuple[str, bool], ...]:
    decision = getattr(case, "decision", None)
    served = decision is not None and decision.served_on is not None
    is_open = balance is not None and not balance.is_settled
    waiting = owed is not None and owed.waiting is not None
    asked, payments = getattr(case, "court_application", None), owed.payments if owed else ()
    return (
        ("serve_decision", decision is not None and not served),
        ("hand_in_money", any(row.is_held and row.handed_in_on is None for row in payments)),
        ("bank_money", any(row.is_held and row.handed_in_on is not None for row in payments)),
        ("record_payment", is_open),
        ("answer_hardship", waiting),
        ("apply_hardship", is_open and not waiting),
        ("demand_performance", is_open and asked is None),
        ("ask_court", is_open and asked is None),
        ("record_court_answer", asked is not None and asked.state in (CourtState.ASKED, CourtState.ACCEPTED)),
        ("serve_decision", served),
        ("serve_paper", True),
    )


def _parts(owed: Obligation | None) -> list[dict[str, Any]]:
    """The parts of the plan in force, each with whether it is paid."""
    if owed is None or owed.granted is None:
        return []
    paid, parts = sum(p.amount for p in owed.payments), []
    debt = owed.debt
    for due in sorted(debt.dues, key=lambda due: due.due_on):
        parts.append({"due": due, "is_paid": paid >= due.amount})
        paid = max(0, paid - due.amount)
    return parts


def _on(shelf: Shelf, pieces: tuple[Holding, ...]) -> list[Holding]:
    return [holding for holding in pieces if holding.shelf == shelf]
