"""Which cases: those that are open, late, of an officer, waiting for a step, or comparable (Art. 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import OPEN_STATES, CaseRole, CaseState, HardshipState, Unfinished


class CaseQuerySet(ScopedQuerySet):
    case_path = "pk"

    def open(self) -> Any:
        return self.filter(state__in=OPEN_STATES)

    def overdue(self, today: date) -> Any:
        return self.filter(deadline_on__lt=today, decided_on=None, state__in=OPEN_STATES)

    def not_overdue(self, today: date) -> Any:
        in_time = models.Q(deadline_on=None) | models.Q(deadline_on__gte=today)
        return self.filter(in_time | models.Q(decided_on__isnull=False) | ~models.Q(state__in=OPEN_STATES))

    def waiting_for(self, step: str, today: date) -> Any:
        """Decided cases whose decision waits for ``step``, one of Unfinished."""
        narrow = {
            Unfinished.SERVICE: models.Q(decision__served_on=None),
            Unfinished.LATE: models.Q(decision__carry_out_by__lt=today),
            Unfinished.ANSWER: models.Q(hardships__state=HardshipState.ASKED),
            Unfinished.PLAN: models.Q(hardships__state=HardshipState.GRANTED),
            Unfinished.COURT: models.Q(court_application__isnull=False),
        }
        decided = self.filter(narrow[Unfinished(step)], state=CaseState.DECIDED)
        return self.filter(pk__in=decided.order_by().values("pk"))

    def of_officer(self, officer_id: int) -> Any:
        return self.filter(people__officer_id=officer_id, people__role=CaseRole.HANDLER)

    def comparable_to(self, case: Any) -> Any:
        """Decided cases of the same matter, the latest first."""
        decided = self.filter(matter_id=case.matter_id, decided_on__isnull=False)
        return decided.exclude(pk=case.pk).order_by("-decided_on", "-id")
