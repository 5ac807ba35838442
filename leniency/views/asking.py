"""Asking the lists before there is a case: a question in the address, an answer that is stored nowhere (Art. 10)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from foundation.acts import perform
from foundation.pages import Page
from foundation.permissions import Permission
from leniency.forms.asking import ASK, AskForm
from leniency.forms.asking_case import question_about
from leniency.reports.weighing import ToldAnswer, told_answer

LONGEST_KEY = 18


class AskPage(Page):
    """The facts on one side, the answer beside them; who passes the address on passes the question on."""

    permission = Permission.LENIENCY_READ
    template_name = "leniency/ask.html"
    title = _("Ask the lists")
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        asked = request.GET if "act_on" in request.GET else None
        case = self._case(request.GET.get("case", ""))
        initial = {name: request.GET[name] for name in ("matter",) if name in request.GET}
        initial |= question_about(case) if case is not None and asked is None else {}
        form = AskForm(asked, actor=self.actor, at=self.now, initial=initial)
        found = self._answer(form) if form.is_bound and form.is_valid() else None
        page: dict[str, Any] = {"title": self.title, "form": form, "found": found, "case": case}
        page["own_assessment"] = case is not None
        if found is not None:
            page["missing"] = labels_of(found.weighed.missing)
        return self.show(page, status=400 if form.errors else 200)

    def _case(self, key: str) -> Case | None:
        """The case whose facts fill the form: one that the reader sees; others are as if they were not."""
        if not key.isdigit() or len(key) > LONGEST_KEY or not self.actor.may(Permission.CASE_READ):
            return None
        rows = Case.objects.visible_to(self.actor).select_related("circumstances", "counterpart", "matter")
        return rows.filter(pk=key).first()

    def _answer(self, form: AskForm) -> ToldAnswer | None:
        try:
            return told_answer(perform(ASK, form.service_data(), by=self.actor, at=self.now))
        except ValidationError as fault:
            form.add_error(None, fault)
            return None


def labels_of(facts: Iterable[str]) -> list[Any]:
    """Facts by the words in which the form asks for them, each once."""
    names = dict.fromkeys(fact.partition(".")[0] for fact in facts)
    return [AskForm.base_fields[name].label for name in names]
