"""Answers of counterparts as officers meet them: the list, one answer, its files, and what is done with it (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.serializers.evidence_file import as_attachment
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.pages.offers import offers_of
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.replies import REPLY_ACTS, sensible_reply_acts
from guidance.lists.action_cells import addressee_of, title_of
from guidance.lists.replies import REPLY_LIST, outcome_tone
from guidance.models import CounterpartReply, GuidanceAction, ReplyFile
from guidance.models.interviews import appointed_of

READ, PERSONS = Permission.GUIDANCE_READ, Permission.COUNTERPART_READ
SHOWN = 20


class ReplyListPage(ListPage):
    spec = REPLY_LIST
    permission = READ
    empty_title = _("No counterpart has answered yet")
    empty_text = _("Each issued guidance has a link with a code to scan; hand it over with the document.")


class ReplyPage(DetailPage):
    model = CounterpartReply
    permission = READ
    template_name = "guidance/reply_detail.html"
    act_url = "guidance:reply_act"

    def rows(self) -> Any:
        return CounterpartReply.objects.with_everything()

    def context(self) -> dict[str, Any]:
        reply: CounterpartReply = self.thing
        reads = self.actor.may(PERSONS)
        return {
            **super().context(),
            "facts": told(_facts(reply, self.actor)),
            "reads_persons": reads,
            "outcome_tone": outcome_tone(reply.outcome),
            "timeline": entries_of(reply, reasons=reads),
        }

    def offers(self) -> list[dict[str, Any]]:
        return offers_of(
            self.thing,
            acts=sensible_reply_acts(self.thing),
            lifecycle=None,
            act_url=self.act_url,
            by=self.actor,
            at=self.now,
        )


class ReplyActPage(TransitionPage):
    model = CounterpartReply
    permission = READ
    acts = REPLY_ACTS

    def rows(self) -> Any:
        return CounterpartReply.objects.with_everything()


class ReplyFileDownload(ThingPage):
    """A file of an answer, as an attachment, for who may read counterparts."""

    model = ReplyFile
    permission = PERSONS
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return as_attachment(self.thing)


class GuidanceRepliesPanel(ThingPage):
    """What the counterpart of one action answered by its link."""

    model = GuidanceAction
    permission = READ
    template_name = "guidance/_guidance_replies.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        seen = CounterpartReply.objects.visible_to(self.actor).filter(action=self.thing)
        rows = list(seen.select_related("action", "answer").prefetch_related("files")[:SHOWN])
        return self.show({"replies": rows, "reads_persons": self.actor.may(PERSONS)})


def _facts(reply: CounterpartReply, by: Any) -> list[dict[str, Any]]:
    action, reads = reply.action, by.may(PERSONS)
    answer = getattr(reply, "answer", None)
    return [
        fact(
            _("guidance"), f"{action.number} · {title_of(action, by)}", "link", url=action.get_absolute_url()
        ),
        fact(_("addressed to"), addressee_of(action, by)),
        fact(_("what was said"), reply.get_kind_display()),
        fact(_("at"), reply.at, "datetime"),
        fact(_("appointed for"), appointed_of(action)[0] if reply.proposed_for else None, "datetime"),
        fact(_("proposed time"), reply.proposed_for, "datetime"),
        fact(_("in words"), _in_words(reply.text, reads=reads), "multiline"),
        *_of_thing(_("application"), reply.application),
        *([] if answer is None else _of_answer(answer, reads=reads)),
    ]


def _of_answer(answer: Any, *, reads: bool) -> list[dict[str, Any]]:
    return [
        fact(_("what became of it"), answer.get_outcome_display()),
        fact(_("by"), str(answer.by)),
        fact(_("reason"), _in_words(answer.reason, reads=reads), "multiline"),
        *_of_thing(_("new version"), answer.new_version),
    ]


def _of_thing(label: Any, thing: Any) -> list[dict[str, Any]]:
    return [fact(label, str(thing), "link", url=thing.get_absolute_url())] if thing else []


def _in_words(text: str, *, reads: bool) -> Any:
    return text if reads or not text else TITLE_HIDDEN
