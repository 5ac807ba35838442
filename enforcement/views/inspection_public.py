"""What a firm does without an account: verify who stands at the door, and rate the visit (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.core.cache import caches
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from rest_framework.throttling import SimpleRateThrottle

from enforcement.forms.inspections import RATE
from enforcement.lists.inspections import PUBLIC_CAPS
from enforcement.models import Inspection
from enforcement.services.inspections import inspection_of_code
from enforcement.vocabulary import InspectionState
from foundation.acts import perform
from foundation.obstacles import Refused
from foundation.pages import ListPage, Page

_CODE_SIGNS = 12


class CodeThrottle(SimpleRateThrottle):
    """By address: a code has fifty bits, and nobody tries thirty of them a minute."""

    scope = "inspection_code"
    cache = caches["default"]
    THROTTLE_RATES = {"inspection_code": "30/min"}

    def get_cache_key(self, request: Any, view: Any) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}


class PublicCaps(ListPage):
    """How often a firm is inspected at most, for everybody."""

    spec = PUBLIC_CAPS
    public = True
    template_name = partial_template = "enforcement/public_caps.html"
    subtitle = _(
        "Published for each organ and year. A visit beyond it needs a complaint, a transfer or an alarm."
    )
    empty_title = _("No cap is published yet")
    empty_text = _("Each organ publishes here how often it visits one firm in a year at most.")


class CodePage(Page):
    """Known to nobody but who holds the code: counted by address, kept out of search engines."""

    public = True
    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        throttle: Any = CodeThrottle()
        if throttle.allow_request(request, self):
            response = super().dispatch(request, *args, **kwargs)
        else:
            response = self._too_many(int(throttle.wait() or 60))
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "private, no-store"
        return response

    def _too_many(self, wait: int) -> HttpResponseBase:
        page = {"title": _("Too many tries"), "unknown": "", "too_many": True}
        response = self.show(page, status=429, template="enforcement/inspection_code.html")
        response["Retry-After"] = str(wait)
        return response


class CodeEntry(CodePage):
    """Type the code that the officers show."""

    template_name = "enforcement/inspection_code.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        typed = "".join(sign for sign in request.GET.get("code", "") if sign.isascii() and sign.isalnum())
        if typed and inspection_of_code(typed[:_CODE_SIGNS], at=self.now):
            return redirect("enforcement:inspection_verify", code=typed.upper())
        page = {"title": _("Who is at my door?"), "unknown": typed, "too_many": False}
        return self.show(page, status=404 if typed else 200)


class VerifyVisit(CodePage):
    """Officers, organ, purpose, basis and time of the visit; afterwards, the firm's word on it."""

    template_name = "enforcement/inspection_verify.html"

    def get(self, request: HttpRequest, code: str) -> HttpResponseBase:
        return self._answer(self._visit(code), self._form())

    def post(self, request: HttpRequest, code: str) -> HttpResponseBase:
        visit, form = self._visit(code), self._form(request.POST)
        if visit is None or not form.is_valid():
            return self._answer(visit, form, status=400)
        try:
            perform(RATE, {**form.service_data(), "code": code}, by=self.actor, at=self.now)
        except Refused as refused:
            return self._answer(visit, form, refused.obstacles, status=409)
        return redirect(f"{request.path}?thanks=1")

    def _visit(self, code: str) -> Inspection | None:
        return inspection_of_code(code[:_CODE_SIGNS], at=self.now)

    def _form(self, data: Any = None) -> Any:
        return RATE.form(data, actor=self.actor, at=self.now)

    def _answer(
        self, visit: Inspection | None, form: Any, obstacles: Any = (), *, status: int = 200
    ) -> HttpResponseBase:
        if visit is None:
            page = {"title": _("Who is at my door?"), "unknown": self.kwargs["code"], "too_many": False}
            return self.show(page, status=404, template="enforcement/inspection_code.html")
        rated = hasattr(visit, "rating")
        page = {
            "title": _("This visit is genuine"),
            "visit": visit,
            "form": form,
            "obstacles": obstacles,
            "may_rate": visit.state == InspectionState.CONCLUDED and not rated and not self.actor.officer_id,
            "rated": rated,
        }
        return self.show(page, status=status)
