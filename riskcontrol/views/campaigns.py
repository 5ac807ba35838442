"""Pages of campaigns: the list, and one with its preview, its sending and how far it came (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from foundation.pages import CreatePage, DetailPage, ListPage
from foundation.pages.offers import offers_of
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.tip_batches import sensible_acts
from guidance.lifecycle import BATCH_LIFECYCLE
from guidance.lists.tip_batches import batch_tone
from guidance.reports.tip_batches import preview_of
from guidance.vocabulary import BatchState
from riskcontrol.forms.campaigns import DRAFT_CAMPAIGN
from riskcontrol.lists.self_checks import CAMPAIGN_LIST
from riskcontrol.models import Campaign
from riskcontrol.reports.campaigns import progress_by_region, together
from riskcontrol.services.campaigns import last_day

READ, PERSONS, HANDLE = Permission.RISK_READ, Permission.COUNTERPART_READ, Permission.GUIDANCE_HANDLE
UNSENT = (BatchState.DRAFT, BatchState.PENDING_APPROVAL, BatchState.APPROVED)


class CampaignListPage(ListPage):
    spec = CAMPAIGN_LIST
    permission = READ
    subtitle = _("A whole trade is invited to look for itself, before anybody else does.")
    create_url = "riskcontrol:campaign_new"
    create_label = _("Campaign of self-checks")
    create_permission = HANDLE
    empty_title = _("No campaign yet")
    empty_text = _(
        "Choose a trade: everybody in it whom a published risk point concerns is offered a self-check."
    )


class CampaignNew(CreatePage):
    act = DRAFT_CAMPAIGN
    permission = HANDLE
    cancel_url = "riskcontrol:campaign_list"

    def initial(self) -> dict[str, Any]:
        words = {
            "content": gettext(
                "{name}: {organ} invites you to look at a few points of your business yourself. Open the link, answer "
                "in your own time, and correct what you find."
            ),
            "due_on": last_day(timezone.localdate(self.now)),
            "formality": "simple",
        }
        return {**words, **super().initial()}


class CampaignPage(DetailPage):
    model = Campaign
    permission = READ
    template_name = "riskcontrol/campaign_detail.html"

    def rows(self) -> Any:
        related = (
            "organ",
            "batch__organ",
            "batch__field",
            "batch__matter",
            "batch__region",
            "batch__drafted_by",
        )
        return Campaign.objects.select_related(*related).prefetch_related("batch__organ__organ_fields")

    def offers(self) -> list[dict[str, Any]]:
        """Text, approval and sending are those of its tips."""
        batch = self.thing.batch
        return offers_of(
            batch, acts=sensible_acts(batch), lifecycle=BATCH_LIFECYCLE, act_url="guidance:tips_act", by=self.actor,
            at=self.now,
        )  # fmt: skip

    def context(self) -> dict[str, Any]:
        campaign, batch, reads = self.thing, self.thing.batch, self.actor.may(PERSONS)
        regions = progress_by_region(campaign) if batch.started_at else []
        is_unsent = reads and batch.organ_id == self.actor.organ_id and batch.state in UNSENT
        return {
            **super().context(),
            "batch": batch,
            "reads_tips": self.actor.may(Permission.GUIDANCE_READ),
            "state": {"value": batch.get_state_display(), "tone": batch_tone(batch.state)},
            "regions": regions,
            "sum": together(regions),
            "reach_url": reverse("riskcontrol:campaign_reach", args=[campaign.pk]) if is_unsent else "",
            "checks_url": f"{reverse('riskcontrol:self_check_list')}?campaign={campaign.pk}",
            "timeline": entries_of(batch, reasons=reads),
        }


class CampaignReachPanel(ThingPage):
    """Whom it reaches, before anything is sent, for who may read counterparts."""

    model = Campaign
    permission = PERSONS
    template_name = "riskcontrol/_campaign_reach.html"
    http_method_names = ["get", "head", "options"]

    def rows(self) -> Any:
        return Campaign.objects.select_related("batch__organ", "batch__region")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        return self.show({"preview": preview_of(self.thing.batch, by=self.actor)})
