"""Drafts and candidates before everybody's eyes, with a form to comment without an account (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from rest_framework.throttling import BaseThrottle

from foundation.acts import perform
from foundation.acts.limits import count
from foundation.obstacles import Refused
from foundation.pages import ListPage, Page
from foundation.pages.facts import fact, told
from guidance.forms.publications import COMMENT
from guidance.lists.open_drafts import PUBLIC_DRAFTS, PUBLIC_ENDED
from guidance.models import GuidanceAction
from guidance.services.publications import COMMENTED
from guidance.vocabulary import GuidanceState

_LARGEST = 2**63


class PublicDraftList(ListPage):
    spec = PUBLIC_DRAFTS
    public = True
    template_name = "guidance/public_list.html"
    subtitle = _(
        "Major guidance before it is approved, and candidates before they are named: say what you think."
    )
    empty_title = _("Nothing is open to comments at present")
    empty_text = _("What was published before stands in the list of published guidance.")


class PublicEndedList(ListPage):
    spec = PUBLIC_ENDED
    public = True
    template_name = "guidance/public_list.html"
    subtitle = _("What was withdrawn or replaced, and why. What was done in reliance on it stays protected.")
    empty_title = _("No guidance was withdrawn")
    empty_text = _("Guidance that is withdrawn is named here, with the reason.")


class PublicDraftPage(Page):
    """One draft or candidate; kept out of search engines, since it may still change."""

    public = True
    template_name = "guidance/public_draft.html"
    http_method_names = ["get", "head", "post", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self._answer(self._form(initial={"action": self.draft.pk}))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        form = self._form({**request.POST.dict(), "action": self.draft.pk})
        if wait := count(COMMENTED, str(BaseThrottle().get_ident(request)), at=self.now):  # type: ignore[arg-type]
            return self._too_many(form, wait)
        if not form.is_valid():
            return self._answer(form, status=400)
        try:
            perform(COMMENT, form.service_data(), by=self.actor, at=self.now)
        except Refused as refused:
            return self._answer(form, refused.obstacles, status=409)
        return redirect(f"{request.path}?thanks=1")

    @cached_property
    def draft(self) -> GuidanceAction:
        """The draft of the address; raises Http404 for what is not open to comments."""
        key = self.kwargs["pk"] if self.kwargs["pk"] < _LARGEST else None
        rows = GuidanceAction.objects.open_to_comment().filter(pk=key)
        found = rows.select_related("organ", "field", "guide", "demo__exemplar", "public_life").first()
        if found is None:
            raise Http404
        return found

    def _form(self, data: Any = None, **kwargs: Any) -> Any:
        return COMMENT.form(data, actor=self.actor, at=self.now, **kwargs)

    def _too_many(self, form: Any, wait: int) -> HttpResponseBase:
        form.is_valid()
        form.add_error(None, _("Too many comments came from here; try again in an hour."))
        response = self._answer(form, status=429)
        response["Retry-After"] = str(wait)
        return response

    def _answer(self, form: Any, obstacles: Any = (), *, status: int = 200) -> HttpResponseBase:
        draft, today = self.draft, timezone.localdate(self.now)
        life: Any = draft.public_life
        page = {
            "title": draft.title,
            "object": draft,
            "life": life,
            "is_candidate": draft.state == GuidanceState.CANDIDACY,
            "days": (life.shown_until - today).days,
            "facts": told(facts_of(draft)),
            "form": form,
            "obstacles": obstacles,
            "may_comment": today <= life.shown_until,
            "thanks": "thanks" in self.request.GET and status == 200,
        }
        response = self.show(page, status=status)
        response["X-Robots-Tag"] = "noindex"
        return response


def facts_of(draft: Any) -> list[dict[str, Any]]:
    """What everybody may know of a draft; no officer is named."""
    life, demo = draft.public_life, getattr(draft, "demo", None)
    return [
        fact(_("model recommended"), demo.exemplar.name if demo and demo.exemplar else ""),
        fact(_("what makes it exemplary"), demo.criteria if demo else "", "multiline"),
        fact(_("audience"), draft.audience),
        fact(_("purpose and reasons"), draft.reasons, "multiline"),
        fact(_("legal or policy basis"), draft.basis, "multiline"),
        fact(_("organ"), str(draft.organ)),
        fact(_("public telephone"), draft.organ.phone),
        fact(_("open to the public from"), life.shown_from, "date"),
        fact(_("comments until"), life.shown_until, "date"),
    ]
