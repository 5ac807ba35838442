"""The lists of tips to groups, and of who got them (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, masked_counterpart, text_key
from enforcement.lists.scopes import organ_and_below
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from guidance.lifecycle.tip_batches import TONES
from guidance.lists.action_filters import about, chosen
from guidance.lists.deliveries import delivery_tone
from guidance.models import TipBatch, TipRecipient
from guidance.vocabulary import BatchState, DeliveryChannel, DeliveryState, Formality

READ, PERSONS = Permission.GUIDANCE_READ, Permission.COUNTERPART_READ


def batch_tone(state: str, _context: RowContext | None = None) -> str:
    return TONES[BatchState(state)].value


def _named(value: tuple[str, str], _context: RowContext) -> str:
    return value[0]


def _guidance(value: tuple[int, str], _context: RowContext) -> dict[str, str]:
    key, number = value
    return {"id": str(key), "number": number}


def _to_guidance(row: dict[str, str], _context: RowContext) -> str:
    return reverse("guidance:guidance_detail", args=[row["id"]])


def _progress(value: tuple[int, int], _context: RowContext) -> str:
    served, total = value
    return f"{served} / {total}" if total else ""


TIP_BATCH_LIST = ListSpec(
    name="tip-batches",
    title=_("Tips to groups"),
    columns=(
        Column("title", _("title"), kind=Kind.LINK),
        Column("state", _("state"), kind=Kind.BADGE, choices=BatchState, filter="choices", tone=batch_tone),
        Column("formality", _("formality"), choices=Formality, page=False),
        Column("progress", _("issued"), ("served", "total"), build=_progress),
        Column("on_paper", _("to be printed"), kind=Kind.NUMBER),
        Column("created_at", _("drafted"), kind=Kind.DATE, sort="created_at", filter="date"),
        Column("started_at", _("begun at"), kind=Kind.DATETIME),
        Column("finished_at", _("finished at"), kind=Kind.DATETIME, page=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below(), tells_organs=True),
    ),
    queryset=TipBatch.objects.all,
    default_ordering="-created_at",
    permission=READ,
    search=lambda rows, text: rows.filter(title__icontains=text),
    row_url="guidance:tips_detail",
)  # fmt: skip


def recipients() -> Any:
    return TipRecipient.objects.all()


TIP_RECIPIENT_LIST = ListSpec(
    name="tip-recipients",
    title=_("Who got a tip"),
    columns=(
        Column("counterpart", _("counterpart"), ("counterpart__name", "counterpart__kind"),
               mask=(PERSONS, masked_counterpart), build=_named),
        Column("guidance", _("guidance"), ("action_id", "action__number"), build=_guidance,
               display=lambda row, _context: row["number"], url=_to_guidance),
        Column("channel", _("channel"), "delivery__channel", choices=DeliveryChannel),
        Column("state", _("state"), "delivery__state", kind=Kind.BADGE, choices=DeliveryState, tone=delivery_tone),
        Column("sent_at", _("sent at"), "delivery__sent_at", kind=Kind.DATETIME),
        Column("read_at", _("read at"), "delivery__read_at", kind=Kind.DATETIME, page=False),
        Column("answer", _("answer"), "action__response", page=False),
        Column("issued_at", _("issued"), "created_at", kind=Kind.DATETIME, sort="created_at"),
        Column("batch_id", _("tips to a group"), build=text_key, page=False, export=False),
        Column("delivery_id", _("delivery"), build=text_key, page=False, export=False),
    ),
    queryset=recipients,
    default_ordering="issued_at",
    permission=READ,
    filters={
        "batch": about(TipBatch, "batch", _("tips to a group")),
        "channel": chosen("delivery__channel", _("channel"), DeliveryChannel),
        "state": chosen("delivery__state", _("state"), DeliveryState),
    },
)  # fmt: skip
