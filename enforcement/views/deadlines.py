"""The deadline calculator: a question in the address, an answer that can be counted along."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from enforcement.forms.deadlines import CALCULATE, QuestionForm
from enforcement.rules.reckoning import Reckoning
from foundation.acts import perform
from foundation.obstacles import Obstacle, Refused
from foundation.pages import Page
from foundation.permissions import Permission


class CalculatorPage(Page):
    permission = Permission.MATTER_READ
    template_name = "enforcement/calculator.html"
    title = _("Deadline calculator")
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        asked = request.GET if "days" in request.GET else None
        form = QuestionForm(asked, actor=self.actor, at=self.now)
        found, obstacles = self._answer(form) if form.is_bound and form.is_valid() else (None, [])
        status = 409 if obstacles else 400 if form.errors else 200
        page = {"title": self.title, "form": form, "found": found, "obstacles": obstacles}
        return self.show(page, status=status)

    def _answer(self, form: Any) -> tuple[Reckoning | None, list[Obstacle]]:
        try:
            return perform(CALCULATE, form.service_data(), by=self.actor, at=self.now), []
        except Refused as refused:
            return None, list(refused.obstacles)
