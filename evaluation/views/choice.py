"""What an address says of organ and period."""

from __future__ import annotations

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from evaluation.reports.choosing import Choice, OutOfReach, choose
from foundation.pages import Page


class ChoosingPage(Page):
    """A page about one organ and period, chosen by ``?organ=`` and ``?period=``."""

    def choose(self) -> Choice:
        """Raises Http404 for a period or organ that does not exist for this actor."""
        asked: QueryDict = self.request.GET
        try:
            return choose(
                self.actor, at=self.now, organ=asked.get("organ", ""), period=asked.get("period", "")
            )
        except OutOfReach as error:
            raise Http404 from error


def query_of(choice: Choice) -> str:
    """The organ and period of ``choice`` as an address says them."""
    organ = "all" if choice.organ_id is None else str(choice.organ_id)
    return urlencode({"organ": organ, "period": choice.period.code if choice.period else ""})


def evidence_url(code: str, choice: Choice) -> str:
    return f"{reverse('evaluation:evidence', args=[code])}?{query_of(choice)}"


def scorecard_url(choice: Choice, organ_id: int) -> str:
    period = choice.period.code if choice.period else ""
    return f"{reverse('evaluation:scorecard')}?{urlencode({'organ': str(organ_id), 'period': period})}"
