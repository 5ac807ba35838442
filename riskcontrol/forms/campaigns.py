"""What is typed into a campaign of self-checks (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from foundation.acts import Act
from foundation.permissions import Permission
from guidance.forms.tip_batches import TipBatchForm
from riskcontrol.services.campaigns import draft_campaign


class CampaignForm(TipBatchForm):
    """As tips to a group; reasons and basis are those of every self-check, and licences choose nobody."""

    neglected: Any = None
    occasion: Any = None
    reasons: Any = None
    basis: Any = None
    licence_name: Any = None
    expires_from: Any = None
    expires_to: Any = None
    due_on = day_field(_("To be answered by"))


DRAFT_CAMPAIGN = Act(
    "draft",
    draft_campaign,
    CampaignForm,
    _("Campaign of self-checks"),
    _("Everybody in the group whom a published risk point of the field concerns is offered a self-check."),
    _("The draft is kept. Look at whom it reaches, then send it."),
    permission=Permission.GUIDANCE_HANDLE,
)
