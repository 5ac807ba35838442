"""What the conditions of an entry say, what the law still asks, and what they would have meant (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from leniency.forms.entries import ConditionForm
from leniency.models import LeniencyEntry
from leniency.reports.previewing import MONTHS, TRIED, worded
from leniency.rules.facts import ConditionTerms
from leniency.rules.previewing import lacking
from leniency.services import preview_entry
from leniency.services.previewing import Preview
from leniency.vocabulary import LAW_OF, TONE_OF_VERDICT, ListState

SHOWN = 40


class EntryPreviewPage(ThingPage):
    """Nothing that is tried here is stored; it is added to the draft by the act of that name."""

    model = LeniencyEntry
    permission = Permission.LENIENCY_READ
    template_name = "leniency/entry_preview.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return LeniencyEntry.objects.select_related("list__organ", "matter").prefetch_related("conditions")

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        entry, form = self.thing, self._form()
        tried = self._tried(form)
        months = next((m for m in MONTHS if str(m) == request.GET.get("months")), 12)
        found = preview_entry(entry, by=self.actor, at=self.now, months=months, tried=tried)
        terms = [c.terms for c in entry.conditions.all()]
        return self.show(
            {
                "entry": entry,
                "form": form,
                "months": months,
                "choices_of_months": MONTHS,
                "preview": found,
                "conditions": [worded(row) for row in found.now.conditions],
                "tried": worded(found.tried.conditions[-1]) if found.tried else None,
                "lacking": lacking(entry.list.type, terms),
                "law": LAW_OF[entry.list.type],
                "cases": told_cases(found),
                "add_url": self._add_url(form) if tried else "",
                "reads_cases": self.actor.may(Permission.CASE_READ),
            }
        )

    def _form(self) -> ConditionForm:
        asked = self.request.GET
        if "try" in asked:
            return ConditionForm(asked, actor=self.actor, at=self.now)
        return ConditionForm(initial={"kind": asked.get("kind", "")}, actor=self.actor, at=self.now)

    def _tried(self, form: ConditionForm) -> ConditionTerms | None:
        if not form.is_bound or not form.is_valid():
            return None
        return ConditionTerms(id=0, **{name: form.cleaned_data[name] for name in TRIED})

    def _add_url(self, form: ConditionForm) -> str:
        """Where what was tried is added, while the list is a draft and the reader edits lists."""
        drafts = self.thing.list.state == ListState.DRAFT and self.actor.may(Permission.LENIENCY_EDIT)
        if not drafts:
            return ""
        typed = {name: form.data[name] for name in TRIED if form.data.get(name)}
        return f"{reverse('leniency:entry_act', args=[self.thing.pk, 'add_condition'])}?{urlencode(typed)}"


def told_cases(found: Preview) -> list[dict[str, Any]]:
    """The latest cases, each with its verdict as the entry stands and as it would be."""
    after = found.tried.results if found.tried else found.now.results
    rows = zip(found.cases, found.now.results, after, strict=True)
    return [
        {"case": case, "now": now.applies, "then": then.applies, "tone": TONE_OF_VERDICT[then.applies].value}
        for case, now, then in list(rows)[:SHOWN]
    ]
