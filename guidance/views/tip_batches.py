"""Pages of tips to groups: the list, one group with its preview, and who got what (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.pages.offers import offers_of
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.tip_batches import DRAFT_TIPS, EDIT_TIPS, TIPS_ACTS, sensible_acts
from guidance.lifecycle import BATCH_LIFECYCLE
from guidance.lists.tip_batches import TIP_BATCH_LIST, TIP_RECIPIENT_LIST, batch_tone
from guidance.models import TipBatch
from guidance.reports.tip_batches import preview_of
from guidance.vocabulary import BatchState

READ, PERSONS = Permission.GUIDANCE_READ, Permission.COUNTERPART_READ
UNSENT = (BatchState.DRAFT, BatchState.PENDING_APPROVAL, BatchState.APPROVED)


class TipBatchListPage(ListPage):
    spec = TIP_BATCH_LIST
    permission = READ
    create_url = "guidance:tips_new"
    create_label = _("Tips to a group")
    create_permission = Permission.GUIDANCE_HANDLE
    empty_title = _("No tips to groups yet")
    empty_text = _("Remind a whole trade of what is easily overlooked, before it costs anything.")


class TipBatchNew(CreatePage):
    act = DRAFT_TIPS
    permission = Permission.GUIDANCE_HANDLE
    cancel_url = "guidance:tips_list"

    def initial(self) -> dict[str, Any]:
        organ = Organ.objects.prefetch_related("organ_fields").filter(pk=self.actor.organ_id).first()
        duties = [duty.field_id for duty in organ.organ_fields.all()] if organ else []
        contact = " ".join(filter(None, [self.actor.name, organ.phone if organ else ""]))
        only = duties[0] if len(duties) == 1 else None
        return {"contact": contact, "field": only, "formality": "simple", **super().initial()}


class TipBatchPage(DetailPage):
    model = TipBatch
    permission = READ
    template_name = "guidance/tips_detail.html"
    lifecycle = BATCH_LIFECYCLE
    act_url = "guidance:tips_act"

    def rows(self) -> Any:
        related = TipBatch.objects.select_related(
            "organ", "field", "matter", "region", "drafted_by", "approved_by"
        )
        return related.prefetch_related("organ__organ_fields")

    def offers(self) -> list[dict[str, Any]]:
        return offers_of(
            self.thing, acts=sensible_acts(self.thing), lifecycle=self.lifecycle, act_url=self.act_url,
            by=self.actor, at=self.now,
        )  # fmt: skip

    def context(self) -> dict[str, Any]:
        batch, reads = self.thing, self.actor.may(PERSONS)
        is_own = batch.organ_id == self.actor.organ_id
        return {
            **super().context(),
            "state": {"value": batch.get_state_display(), "tone": batch_tone(batch.state)},
            "texts": _told(_texts(batch)),
            "filters": _told(_filters(batch)),
            "course": _told(_course(batch)),
            "preview": preview_of(batch, by=self.actor)
            if reads and is_own and batch.state in UNSENT
            else None,
            "recipients_url": f"{reverse('guidance:tips_recipients')}?batch={batch.pk}",
            "timeline": entries_of(batch, reasons=reads),
        }


def _told(rows: Any) -> list[dict[str, Any]]:
    return [{"label": capfirst(label), "value": value, "kind": kind} for label, value, kind in rows if value]


def _texts(batch: TipBatch) -> Any:
    return (
        (_("text of the tip"), batch.content, "multiline"),
        (_("what is easily overlooked"), batch.neglected, "text"),
        (_("purpose and reasons"), batch.reasons, "multiline"),
        (_("legal or policy basis"), batch.basis, "multiline"),
        (_("contact person and telephone"), batch.contact, "text"),
        (_("to be done by"), batch.due_on, "date"),
    )


def _filters(batch: TipBatch) -> Any:
    return (
        (_("kind of counterpart"), batch.get_kind_display() if batch.kind else _("All"), "text"),
        (_("industry"), batch.get_industry_display() if batch.industry else _("All"), "text"),
        (_("region"), str(batch.region) if batch.region else _("All"), "text"),
        (_("licence called"), batch.licence_name, "text"),
        (_("licence expires from"), batch.expires_from, "date"),
        (_("licence expires until"), batch.expires_to, "date"),
    )


def _course(batch: TipBatch) -> Any:
    return (
        (_("field of enforcement"), str(batch.field), "text"),
        (_("matter"), str(batch.matter) if batch.matter else "", "text"),
        (_("occasion"), batch.get_occasion_display(), "text"),
        (_("formality"), batch.get_formality_display(), "text"),
        (_("drafted by"), str(batch.drafted_by), "text"),
        (_("approved by"), str(batch.approved_by) if batch.approved_by else "", "text"),
        (_("begun at"), batch.started_at, "datetime"),
        (_("finished at"), batch.finished_at, "datetime"),
    )


class TipBatchActPage(TransitionPage):
    model = TipBatch
    permission = READ
    acts = {"edit": EDIT_TIPS, **TIPS_ACTS}
    lifecycle = BATCH_LIFECYCLE

    def rows(self) -> Any:
        return TipBatch.objects.select_related("organ", "matter", "region", "drafted_by")


class TipRecipientListPage(ListPage):
    spec = TIP_RECIPIENT_LIST
    permission = READ
    empty_title = _("Nobody has a tip yet")
    empty_text = _("Send a group its tips first.")
