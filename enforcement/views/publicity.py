"""Pages of publicity: the queue, one decision with its text and editions, and its acts (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.forms.publicity import acts_on
from enforcement.lifecycle import PUBLICITY_LIFECYCLE
from enforcement.lists.publicity import PUBLICITY_LIST, publicity_tone
from enforcement.models import Publication
from enforcement.vocabulary.publicity import RESULTS, Concern
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ = Permission.COUNTERPART_READ


class PublicityListPage(ListPage):
    spec = PUBLICITY_LIST
    permission = READ
    template_name = "enforcement/publicity_list.html"
    empty_title = _("Nothing to publish here")
    empty_text = _(
        "Penalties, coercion and inspections come here by themselves: penalties are published within seven working"
        " days, the rest within twenty."
    )

    def context(self) -> dict[str, Any]:
        return {**super().context(), "may_approve": self.actor.may(Permission.CASE_APPROVE)}


class AboutPublicity(ThingPage):
    """What both pages of a public text read with it."""

    model = Publication

    def rows(self) -> Any:
        return Publication.objects.all().whole()

    @cached_property
    def seen(self) -> Publication:
        """The text as far as it is in reach; ``thing`` may be for who works on it alone."""
        found: Publication = super().find()
        return found

    def find(self) -> Publication:
        return self.seen


class PublicityPage(AboutPublicity, DetailPage):
    permission = READ
    template_name = "enforcement/publicity_detail.html"
    lifecycle = PUBLICITY_LIFECYCLE
    act_url = "enforcement:publicity_act"

    @cached_property
    def acts(self) -> Any:  # type: ignore[override]
        return acts_on(self.seen)

    def context(self) -> dict[str, Any]:
        row, today = self.thing, timezone.localdate(self.now)
        return {
            **super().context(),
            "state": {"value": row.get_state_display(), "tone": publicity_tone(row.state)},
            "days": None if row.due_on is None else (row.due_on - today).days,
            "about": row.thing,
            "public_url": _public_url(row),
            "text": _text(row),
            "facts": _facts(row),
            "editions": list(row.editions.all()),
            "entries": entries_of(row),
        }


class PublicityActPage(AboutPublicity, TransitionPage):
    permission = READ
    lifecycle = PUBLICITY_LIFECYCLE

    @cached_property
    def acts(self) -> Any:  # type: ignore[override]
        return acts_on(self.seen)


def _called(row: Publication) -> str:
    return str(row.case) if row.case else row.thing.number


def _public_url(row: Publication) -> str:
    """Where everybody reads it, or why it was withdrawn."""
    if not row.is_shown and row.withdrawn_on is None:
        return ""
    return reverse(f"enforcement:public_{'result' if row.kind in RESULTS else 'penalty'}", args=[row.pk])


def _text(row: Publication) -> list[dict[str, Any]]:
    shown = [
        fact(_("party, as it is published"), row.party),
        fact(_("what was found"), row.violation, "multiline"),
        fact(_("basis"), row.basis, "multiline"),
        fact(_("what was decided"), row.result, "multiline"),
        fact(_("what it concerns"), [str(Concern(code).label) for code in row.concerns], "list"),
        fact(_("how it was masked"), row.masking, "multiline"),
        fact(_("why it is corrected"), row.correction_reason, "multiline"),
    ]
    return told(shown)


def _facts(row: Publication) -> list[dict[str, Any]]:
    shown = [
        fact(row.get_kind_display(), _called(row), "link", url=row.thing.subject.get_absolute_url()),
        fact(_("decided on"), row.decided_on, "date"),
        fact(_("to be published by"), row.publish_by, "date"),
        fact(_("drafted by"), row.drafted_by.name if row.drafted_by else ""),
        fact(_("approved by"), row.approved_by.name if row.approved_by else ""),
        fact(_("published on"), row.published_on, "date"),
        fact(_("last day of publicity"), row.until_on, "date"),
        fact(_("how it was undone"), row.get_undone_as_display()),
        fact(_("undone on"), row.undone_on, "date"),
        fact(_("by whom, and its number"), row.undone_ruling),
        fact(_("to be withdrawn by"), row.withdraw_by, "date"),
        fact(_("withdrawn on"), row.withdrawn_on, "date"),
        fact(_("public reason of the withdrawal"), row.withdrawal_reason, "multiline"),
        fact(_("early end applied for on"), row.end_applied_on, "date"),
        fact(_("why it is not published"), row.get_withheld_ground_display()),
        fact(_("reason"), row.closing_reason, "multiline"),
        fact(_("ended on"), row.ended_on, "date"),
    ]
    return told(shown)
