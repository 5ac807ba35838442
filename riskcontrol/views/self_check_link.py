"""The self-check as the party sees it behind its link: on a phone, without an account, saved as typed (Art. 9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import Any, ClassVar
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from foundation.acts import Act, ActForm, Answer, KeyReused, fingerprint_of, once, perform
from foundation.acts.limits import Limit, count
from foundation.obstacles import Refused
from foundation.pages.submissions import another_content, fingerprint_parts, put_errors
from guidance.services.links import note_opening
from guidance.views.link_door import LinkPage
from guidance.vocabulary import GuidanceState
from riskcontrol.forms.self_checks import CORRECT, SUBMIT, SelfCheckForm
from riskcontrol.models import PointEdition, SelfCheck, SelfCheckDraft
from riskcontrol.reports.self_check_cards import cards_of
from riskcontrol.services.self_checks import add_photos, begin_and_save
from riskcontrol.services.self_checks.doors import check_of
from riskcontrol.services.self_checks.points import editions_of

TYPED = Limit("self_check:typed", 900, timedelta(hours=1))
TYPED_FROM = Limit("self_check:typed_from", 1800, timedelta(hours=1))
FILES_SENT = Limit("self_check:files", 60, timedelta(hours=1))
FILES_FROM = Limit("self_check:files_from", 180, timedelta(hours=1))


class SelfCheckDoor(LinkPage):
    """A page behind the link of guidance that offers a self-check; others have nothing here."""

    limit: ClassVar[Limit] = TYPED
    self_check: SelfCheck

    def _closed(self, token: str) -> HttpResponseBase | None:
        closed = super()._closed(token)
        if closed is not None:
            return closed
        found = check_of(self.link)
        if found is None or self.link.action.state == GuidanceState.WITHDRAWN:
            return self.nothing_here(404, self.link)
        self.self_check = found
        return None

    @cached_property
    def editions(self) -> list[PointEdition]:
        return editions_of(self.self_check)

    @property
    def address(self) -> str:
        return reverse("riskcontrol:self_check_link", args=[self.link.token])

    def too_often(self, request: HttpRequest) -> int:
        """Seconds to wait; photos are counted apart, since each is looked into."""
        wait = count(TYPED_FROM, self.caller, at=self.now)
        if request.FILES and not wait:
            wait = count(FILES_SENT, str(self.link.pk), at=self.now) or count(
                FILES_FROM, self.caller, at=self.now
            )
        return wait

    def once(self, act: Act, values: Callable[[], dict[str, Any]], key: Any) -> None:
        """Do ``act`` once, however often it is sent."""

        def done() -> Answer:
            perform(act, {**values(), "link": self.link}, by=self.actor, at=self.now)
            return Answer(303)

        once(
            done,
            actor=self.actor,
            at=self.now,
            key=f"link:{self.link.pk}:{key}" if key else "",
            fingerprint=fingerprint_of(self.request.path, *fingerprint_parts(self.request)),
        )


class LinkedSelfCheck(SelfCheckDoor):
    """The cards; without a script the buttons save or submit them all at once."""

    template_name = "riskcontrol/self_check_link.html"
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if not self.is_officer:
            note_opening(self.link, at=self.now)
        initial = {"submission_key": uuid4(), **self._typed_before()}
        form = SelfCheckForm(actor=self.actor, at=self.now, editions=self.editions, initial=initial)
        return self._show(form, sent=request.GET.get("sent", ""))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if wait := self.too_often(request):
            return self.too_many(wait)
        form = SelfCheckForm(
            request.POST, request.FILES, actor=self.actor, at=self.now, editions=self.editions
        )
        try:
            self._keep(request, form)
            if "submit" not in request.POST:
                return redirect(f"{self.address}?sent=saved")
            if not form.is_valid():
                return self._show(form, status=400)
            self.once(SUBMIT, form.service_data, form.cleaned_data.get("submission_key"))
        except Refused as refused:
            return self._refused(form, refused)
        except KeyReused:
            return self._show(form, [another_content()], status=409)
        except ValidationError as error:
            put_errors(form, error)
            return self._show(form, status=400)
        return redirect(f"{self.address}?sent=submit")

    def _keep(self, request: HttpRequest, form: SelfCheckForm) -> None:
        """What was typed and chosen is kept first: a mistake elsewhere on the page loses nothing."""
        if self.self_check.is_submitted:
            return
        begin_and_save(by=self.actor, at=self.now, link=self.link, typed=request.POST.dict())
        for edition, files in form.photos().items():
            add_photos(by=self.actor, at=self.now, link=self.link, edition=edition, photos=files)

    def _typed_before(self) -> dict[str, Any]:
        if self.is_officer:
            return {}
        draft = SelfCheckDraft.objects.filter(self_check=self.self_check).first()
        return draft.values if draft else {}

    def _refused(self, form: SelfCheckForm, refused: Refused) -> HttpResponseBase:
        form.is_valid()
        for obstacle in refused.obstacles:
            if obstacle.field in form.fields:
                form.add_error(obstacle.field, str(obstacle.message))
        return self._show(form, refused.obstacles, status=409)

    def _show(
        self, form: ActForm, obstacles: Any = (), *, sent: str = "", status: int = 200
    ) -> HttpResponseBase:
        page = {"title": self.link.action.title, "form": form, "obstacles": obstacles, "sent": sent}
        return self.show(page, status=status)

    def context(self) -> dict[str, Any]:
        if not hasattr(self, "self_check"):
            return {}
        return {
            "link": self.link,
            "letter": self.link.action,
            "self_check": self.self_check,
            "address": self.address,
            "looks_on": self.is_officer,
        }

    def show(self, page: dict[str, Any], *, status: int = 200, template: str = "") -> HttpResponseBase:
        if "form" in page:
            page["cards"] = cards_of(self.self_check, self.editions, page["form"])
        return super().show(page, status=status, template=template)


class SelfCheckTyped(SelfCheckDoor):
    """What the script sends while somebody types: all fields, or one photo; answered with the time of saving."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if wait := self.too_often(request):
            return JsonResponse({"wait": wait}, status=429, headers={"Retry-After": str(wait)})
        try:
            self._keep(request)
        except Refused as refused:
            return JsonResponse({"error": " ".join(str(o.message) for o in refused.obstacles)}, status=409)
        except ValidationError as error:
            return JsonResponse({"error": " ".join(error.messages)}, status=400)
        except SelfCheck.DoesNotExist:
            return JsonResponse({"error": ""}, status=404)
        return JsonResponse({"saved_at": self.now.isoformat()})

    def _keep(self, request: HttpRequest) -> None:
        if not request.FILES:
            begin_and_save(by=self.actor, at=self.now, link=self.link, typed=request.POST.dict())
            return
        sent = request.POST.get("edition", "")
        edition = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 19 else 0
        photos = request.FILES.getlist("photos")
        add_photos(by=self.actor, at=self.now, link=self.link, edition=edition, photos=photos)


class LinkedCorrection(SelfCheckDoor):
    """That one thing that was found is now corrected."""

    template_name = "riskcontrol/self_check_correct.html"
    http_method_names = ["get", "head", "post", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if self._edition is None:
            return self.nothing_here(404, self.link)
        form = CORRECT.form(actor=self.actor, at=self.now, initial={"submission_key": uuid4()})
        return self._show(form)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if wait := self.too_often(request):
            return self.too_many(wait)
        if self._edition is None:
            return self.nothing_here(404, self.link)
        form = CORRECT.form(request.POST, request.FILES, actor=self.actor, at=self.now)
        if not form.is_valid():
            return self._show(form, status=400)
        try:
            values = {**form.service_data(), "edition": self._edition.pk}
            self.once(CORRECT, lambda: values, form.cleaned_data.get("submission_key"))
        except Refused as refused:
            return self._show(form, refused.obstacles, status=409)
        except KeyReused:
            return self._show(form, [another_content()], status=409)
        except ValidationError as error:
            put_errors(form, error)
            return self._show(form, status=400)
        return redirect(f"{self.address}?sent=correct")

    @cached_property
    def _edition(self) -> PointEdition | None:
        return next((row for row in self.editions if row.pk == self.kwargs["edition_pk"]), None)

    def _show(self, form: ActForm, obstacles: Any = (), *, status: int = 200) -> HttpResponseBase:
        page = {
            "title": CORRECT.label, "act": CORRECT, "form": form, "obstacles": obstacles, "edition": self._edition,
            "back": self.address, "letter": self.link.action, "looks_on": self.is_officer,
        }  # fmt: skip
        return self.show(page, status=status)
