"""Parts of the page of a case that come by themselves: recusals, records (Penalty Law, Art. 43, 47)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property

from enforcement.lifecycle import STATES_OF_ACT
from enforcement.models import Case, whole_files
from enforcement.reports.whole_process import coverage_of
from enforcement.vocabulary import Phase, PreservationState, RecusalState
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission


class CasePanel(ThingPage):
    """A part of the page, read with the case."""

    model = Case
    permission = Permission.CASE_READ
    http_method_names = ["get", "head", "options"]

    @cached_property
    def works_here(self) -> bool:
        """Whether the case is in the reader's reach to work on."""
        found: bool = Case.objects.workable_by(self.actor).filter(pk=self.thing.pk).exists()
        return found

    def may(self, act: str, permission: Permission) -> bool:
        """Whether ``act`` makes sense here and now for the reader."""
        return self.works_here and self.actor.may(permission) and self.thing.state in STATES_OF_ACT[act]

    @property
    def reads(self) -> bool:
        return self.actor.may(Permission.COUNTERPART_READ)


class RecusalsPanel(CasePanel):
    """Who was asked to withdraw, and what was decided."""

    template_name = "enforcement/_case_recusals.html"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        rows = list(self.thing.recusals.select_related("officer", "decided_by"))
        waiting = any(row.state == RecusalState.APPLIED for row in rows)
        return self.show(
            {
                "case": self.thing,
                "recusals": rows,
                "reads": self.reads,
                "may_apply": self.may("apply_recusal", Permission.CASE_READ),
                "may_decide": waiting and self.may("decide_recusal", Permission.RECUSAL_DECIDE),
            }
        )


class RecordsPanel(CasePanel):
    """The record of the whole process, phase by phase, and evidence that was registered first."""

    template_name = "enforcement/_case_records.html"

    def rows(self) -> Any:
        return whole_files().prefetch_related("preservations", "process_records", "review_requests")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        case, states = self.thing, {p.state for p in self.thing.preservations.all()}
        return self.show(
            {
                "case": case,
                "covers": [(Phase(c.phase).label, c) for c in coverage_of(case)],
                "records": case.process_records.all(),
                "preservations": case.preservations.all(),
                "reads": self.reads,
                "may_record": self.may("record_process", Permission.CASE_HANDLE),
                "may_preserve": self.may("preserve_evidence", Permission.CASE_HANDLE),
                "may_approve": PreservationState.PROPOSED in states
                and self.may("approve_preservation", Permission.CASE_APPROVE),
                "may_end": PreservationState.APPROVED in states
                and self.may("end_preservation", Permission.CASE_HANDLE),
            }
        )
