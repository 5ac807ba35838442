"""Pages that make exactly one service call from a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property

from foundation.acts import Act, ActForm, Answer, KeyReused, fingerprint_of, once, perform
from foundation.lifecycle import Lifecycle
from foundation.obstacles import Forbidden, Obstacle, Refused, Stale
from foundation.pages.page import Page
from foundation.pages.submissions import (
    another_content,
    fingerprint_parts,
    put_errors,
    refuse_unseen,
    somebody_was_quicker,
)
from foundation.pages.thing_page import ThingPage


class FormPage(Page):
    """GET shows the form of ``act``; POST does it once, however often it is sent."""

    template_name = "foundation/form.html"
    act: Act
    thing: Any = None
    intro: Any = ""
    submit_label: Any = ""
    cancel_url: ClassVar[str] = ""
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        form = self.make_form(initial=self.initial())
        obstacles = self.foreseen()
        if obstacles and self.act.takes_overrides and Refused(obstacles).can_be_overridden:
            form.ask_reasons(obstacles)
        return self.show_form(form, obstacles)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        form = self.make_form(request.POST, request.FILES)
        if not form.is_valid():
            return self.show_form(form, status=400)
        try:
            answer = self._submit(form)
        except Refused as error:
            return self._refused(form, error)
        except Stale as error:
            return self._stale(form, error)
        except KeyReused:
            return self.show_form(form, [another_content()], status=409)
        except ValidationError as error:
            put_errors(form, error)
            return self.show_form(form, status=400)
        messages.success(request, self.act.done)
        return redirect(answer.location)

    def make_form(self, *args: Any, **kwargs: Any) -> ActForm:
        return self.act.form(*args, actor=self.actor, at=self.now, thing=self.thing, **kwargs)

    def initial(self) -> dict[str, Any]:
        """What stands in a fresh form; the address may suggest values by field name."""
        suggested = {n: v for n, v in self.request.GET.items() if n in self.act.inputs}
        return {"submission_key": uuid4(), **suggested}

    def foreseen(self) -> Sequence[Obstacle]:
        """Obstacles that are known before anything is sent."""
        return ()

    def expected(self, form: ActForm) -> int | None:
        return None

    def location(self, result: Any) -> str:
        """Where to go when it is done."""
        return result.get_absolute_url()

    def back(self) -> str:
        return reverse(self.cancel_url) if self.cancel_url else "/"

    def heading(self) -> Any:
        return self.title or self.act.label

    def show_form(
        self, form: ActForm, obstacles: Sequence[Obstacle] = (), *, status: int = 200
    ) -> HttpResponseBase:
        page = {
            "title": self.heading(),
            "intro": self.intro or self.act.intro,
            "cancel_url": self.back(),
            "submit_label": self.submit_label or self.heading(),
            "form": form,
            "obstacles": obstacles,
            "object": self.thing,
        }
        self._shown = {"form": form, "obstacles": obstacles, "object": self.thing}
        return self.show(page, status=status)

    def context(self) -> dict[str, Any]:
        return {**self._shown, **super().context()}

    def _submit(self, form: ActForm) -> Answer:
        key = form.cleaned_data.get("submission_key")
        return once(
            lambda: self._do(form),
            actor=self.actor,
            at=self.now,
            key=f"form:{key}" if key else "",
            fingerprint=fingerprint_of(self.request.path, *fingerprint_parts(self.request)),
        )

    def _do(self, form: ActForm) -> Answer:
        result = perform(
            self.act,
            form.service_data(),
            by=self.actor,
            at=self.now,
            thing_id=None if self.thing is None else self.thing.pk,
            expected=self.expected(form),
            reasons=form.reasons(),
            thing=self.thing,
        )
        if self.thing is None:
            refuse_unseen(result, self.actor)
        return Answer(303, location=self.location(result))

    def _refused(self, form: ActForm, error: Refused) -> HttpResponseBase:
        for obstacle in error.obstacles:
            if obstacle.field in form.fields:
                form.add_error(obstacle.field, str(obstacle.message))
        if error.can_be_overridden and self.act.takes_overrides:
            form.ask_reasons(error.obstacles)
        return self.show_form(form, error.obstacles, status=409)

    def _stale(self, form: ActForm, error: Stale) -> HttpResponseBase:
        read = form.cleaned_data.get("expected_version") or 0
        data: Any = form.data
        form.data = data.copy()
        form.data["expected_version"] = str(error.current_version)  # type: ignore[index]
        return self.show_form(form, [somebody_was_quicker(self.thing, read)], status=409)


class CreatePage(FormPage):
    """Makes a new thing by ``act``."""


class ActPage(FormPage, ThingPage):
    """Does ``act`` to the thing of the address; only who works on it may."""

    @cached_property
    def thing(self) -> Any:
        found = self.find()
        if not type(found).objects.workable_by(self.actor).filter(pk=found.pk).exists():
            raise Forbidden(self.act.permission or "work")
        return found

    def initial(self) -> dict[str, Any]:
        stored = self.act.form.initial_for(self.thing)
        return {"expected_version": self.thing.version, **stored, **super().initial()}

    def expected(self, form: ActForm) -> int | None:
        """The version that was read; a form without it was not made by this page."""
        found = form.cleaned_data.get("expected_version")
        if found is None:
            raise Stale(self.thing.version)
        return int(found)

    def location(self, result: Any) -> str:
        target = result if hasattr(result, "get_absolute_url") else self.thing
        return target.get_absolute_url()

    def back(self) -> str:
        return self.thing.get_absolute_url()


class TransitionPage(ActPage):
    """All acts on a thing at one address: ``<pk>/do/<act>/`` with ``acts`` and their ``lifecycle``."""

    acts: ClassVar[Mapping[str, Act]]
    lifecycle: ClassVar[Lifecycle | None] = None

    @cached_property
    def act(self) -> Act:  # type: ignore[override]
        found = self.acts.get(self.kwargs["act"])
        if found is None:
            raise Http404
        return found

    @property
    def is_transition(self) -> bool:
        return self.lifecycle is not None and any(t.name == self.act.name for t in self.lifecycle.transitions)

    def heading(self) -> Any:
        if self.act.label or not self.is_transition:
            return super().heading()
        assert self.lifecycle is not None  # noqa: S101 - is_transition says so
        return self.lifecycle.transition(self.act.name).label

    def foreseen(self) -> Sequence[Obstacle]:
        if self.lifecycle is None or not self.is_transition:
            return ()
        found = self.lifecycle.obstacles(self.thing, self.act.name, by=self.actor, at=self.now)
        return self.act.unanswered(found)
