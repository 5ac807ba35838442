"""What the counterpart sees behind its link, on a phone and without an account (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language

from enforcement.serializers.evidence_file import as_attachment
from foundation.acts import Act, ActForm, Answer, KeyReused, fingerprint_of, once, perform
from foundation.acts.limits import Limit, count
from foundation.obstacles import Refused
from foundation.pages.facts import fact, told
from foundation.pages.submissions import another_content, fingerprint_parts, put_errors
from guidance.forms.replies import COUNTERPART_ACTS
from guidance.models import CounterpartReply, GuidanceAction
from guidance.rules.replies import obstacles_to_replying
from guidance.services.documents import columns_of
from guidance.services.links import (
    facts_of_reply,
    next_link_of,
    note_opening,
    parts_of,
    replies_of,
    served_file,
)
from guidance.views.link_door import LinkPage
from guidance.vocabulary import VOLUNTARY_NOTICE, GuidanceState, ReplyKind, Way

SENT = Limit("link:sent", 20, timedelta(hours=1))
SENT_FROM = Limit("link:sent_from", 60, timedelta(hours=1))
WORDS = (ReplyKind.ACKNOWLEDGE, ReplyKind.ACCEPT, ReplyKind.DECLINE)


class LinkedGuidance(LinkPage):
    """Who writes, what is advised, why, on what basis, that it is voluntary, and what can be answered."""

    template_name = "guidance/link.html"

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if not self.is_officer:
            note_opening(self.link, at=self.now)
        sent = COUNTERPART_ACTS.get(request.GET.get("sent", ""))
        return self.show({"title": self.link.action.title, "sent": sent.done if sent else ""})

    def context(self) -> dict[str, Any]:
        if not hasattr(self, "link"):
            return {}
        action, gone = self.link.action, self.link.action.state == GuidanceState.WITHDRAWN
        replies = list(replies_of(action))
        offered = list(self._offered(action, replies))
        return {
            "link": self.link,
            "action": action,
            "notice": VOLUNTARY_NOTICE,
            "officers": [row.officer for row in action.officers.select_related("officer")],
            "facts": told([fact(label, words, "multiline") for label, words in columns_of(action)]),
            "items": list(action.rectification_items.all()) if action.page.has_rectification else [],
            "answers": [point for point in action.points if action.way == Way.COUNSEL and point.answer],
            "paper": served_file(action, get_language() or ""),
            "is_gone": gone,
            "next_link": next_link_of(self.link, at=self.now) if gone else None,
            "parts": [] if gone else parts_of(self.link, at=self.now),
            "replies": replies,
            "words": [act for act in offered if act.name in WORDS],
            "more": [act for act in offered if act.name not in WORDS],
            "looks_on": self.is_officer,
            "submission_key": uuid4(),
        }

    def _offered(self, action: GuidanceAction, replies: list[CounterpartReply]) -> Iterator[Act]:
        """What can be said now, and was not said last."""
        done = {
            ReplyKind.ACKNOWLEDGE: action.state == GuidanceState.ACKNOWLEDGED,
            ReplyKind.DECLINE: action.state == GuidanceState.DECLINED,
            ReplyKind.ACCEPT: bool(replies) and replies[0].kind == ReplyKind.ACCEPT,
            ReplyKind.WRITTEN: action.written_asked_on is not None,
        }
        for act in COUNTERPART_ACTS.values():
            facts = facts_of_reply(action, act.name, at=self.now)
            if not done.get(ReplyKind(act.name)) and not list(obstacles_to_replying(facts)):
                yield act


class LinkedAct(LinkPage):
    """One word or one short form; sent twice it has one effect, and what was typed stays."""

    template_name = "guidance/link_act.html"
    http_method_names = ["get", "head", "post", "options"]

    @cached_property
    def act(self) -> Act | None:
        return COUNTERPART_ACTS.get(self.kwargs["act"])

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        if self.act is None:
            return self.nothing_here(404, self.link)
        form = self.act.form(actor=self.actor, at=self.now, initial={"submission_key": uuid4()})
        return self._show(self.act, form)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        wait = count(SENT, str(self.link.pk), at=self.now) or count(SENT_FROM, self.caller, at=self.now)
        if wait:
            return self.too_many(wait)
        if self.act is None:
            return self.nothing_here(404, self.link)
        form = self.act.form(request.POST, request.FILES, actor=self.actor, at=self.now)
        if not form.is_valid():
            return self._show(self.act, form, status=400)
        return self._send(self.act, form)

    def _send(self, act: Act, form: ActForm) -> HttpResponseBase:
        try:
            self._once(act, form)
        except Refused as refused:
            return self._show(act, form, refused.obstacles, status=409)
        except KeyReused:
            return self._show(act, form, [another_content()], status=409)
        except ValidationError as error:
            put_errors(form, error)
            return self._show(act, form, status=400)
        return redirect(f"{self.link.get_absolute_url()}?sent={act.name}")

    def _once(self, act: Act, form: ActForm) -> None:
        key = form.cleaned_data.get("submission_key")
        once(
            lambda: self._done(act, form),
            actor=self.actor,
            at=self.now,
            key=f"link:{self.link.pk}:{key}" if key else "",
            fingerprint=fingerprint_of(self.request.path, *fingerprint_parts(self.request)),
        )

    def _done(self, act: Act, form: ActForm) -> Answer:
        perform(act, {**form.service_data(), "link": self.link}, by=self.actor, at=self.now)
        return Answer(303)

    def _show(self, act: Act, form: ActForm, obstacles: Any = (), *, status: int = 200) -> HttpResponseBase:
        page = {
            "title": act.label,
            "act": act,
            "form": form,
            "obstacles": obstacles,
            "looks_on": self.is_officer,
        }
        return self.show({**page, "link": self.link}, status=status)


class LinkedDocument(LinkPage):
    """The document as it was served; nothing else of the house goes out by a link."""

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        paper = served_file(self.link.action, get_language() or "")
        if paper is None:
            return self.nothing_here(404, self.link)
        return as_attachment(paper)
