"""Invitations to joint interviews, as the invited organ meets them (Art. 8 (7))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, text_key
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from guidance.lifecycle.joint import INVITATION_TONES
from guidance.models import InterviewInvitation
from guidance.vocabulary import InvitationState

_ORGAN = ("organ__name_zh", "organ__name_en")
_LEAD = ("action__organ__name_zh", "action__organ__name_en")

INVITATION_LIST = ListSpec(
    name="interview-invitations",
    title=_("Joint interviews"),
    columns=(
        Column("lead", _("leading organ"), _LEAD, build=either_name, kind=Kind.LINK, wide=True),
        Column(
            "state", _("state"), kind=Kind.BADGE, choices=InvitationState, filter="choices",
            tone=lambda state, _context: INVITATION_TONES[InvitationState(state)].value,
        ),
        Column("organ", _("invited organ"), _ORGAN, build=either_name, tells_organs=True),
        Column("organ_id", "organ_id", build=text_key, page=False, export=False),
        Column("action", "action", "action_id", build=text_key, page=False, export=False),
        Column("appointed_for", _("first appointed for"), "action__interview__invited_for", kind=Kind.DATETIME),
        Column("asked_at", _("invited at"), kind=Kind.DATETIME, sort="asked_at", filter="date"),
    ),
    queryset=InterviewInvitation.objects.all,
    default_ordering="-asked_at",
    permission=Permission.GUIDANCE_READ,
    row_url="guidance:invitation_detail",
)  # fmt: skip
