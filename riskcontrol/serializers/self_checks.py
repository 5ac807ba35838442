"""Self-checks and campaigns in the API (Art. 9)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.lists.case_cells import TITLE_HIDDEN, masked_counterpart
from foundation.endpoints.serializers import KeyField, ThingSerializer
from foundation.permissions import Permission
from riskcontrol.models import Campaign, SelfCheck
from riskcontrol.reports.campaigns import progress_by_region, together
from riskcontrol.reports.self_check_cards import cards_of
from riskcontrol.services.self_checks.doors import address_for
from riskcontrol.services.self_checks.points import editions_of


class PointShape(serializers.Serializer[Any]):
    """One point with what was answered; null while nothing was submitted."""

    edition = serializers.CharField()
    code = serializers.CharField()
    name = serializers.CharField()
    answer = serializers.CharField(allow_null=True)
    note = serializers.CharField()
    found_on = serializers.DateField(allow_null=True)
    corrected_on = serializers.DateField(allow_null=True)
    wants_help = serializers.BooleanField()
    photos = serializers.IntegerField()


class ProgressShape(serializers.Serializer[Any]):
    asked, opened, begun, submitted, lapsed, found, corrected = (
        serializers.IntegerField() for _n in range(7)
    )


class SelfCheckSerializer(ThingSerializer):
    counterpart, organ, field, invitation, campaign, asked_by, application = (
        KeyField(read_only=True) for _n in range(7)
    )
    name = serializers.SerializerMethodField()
    declared_by = serializers.SerializerMethodField()
    address = serializers.SerializerMethodField()
    points = serializers.SerializerMethodField()

    class Meta:
        model = SelfCheck
        fields = [
            "counterpart", "name", "organ", "field", "invitation", "campaign", "state", "due_on", "asked_by",
            "begun_at", "submitted_at", "declared_by", "gaps", "corrected", "application", "address", "points",
        ]  # fmt: skip

    @property
    def _reads_persons(self) -> bool:
        return bool(self.context["actor"].may(Permission.COUNTERPART_READ))

    def get_name(self, check: SelfCheck) -> str:
        party = check.counterpart
        return str(party.name if self._reads_persons else masked_counterpart((party.name, party.kind))[0])

    def get_declared_by(self, check: SelfCheck) -> str:
        return check.declared_by if self._reads_persons or not check.declared_by else str(TITLE_HIDDEN)

    def get_address(self, check: SelfCheck) -> str:
        """Where the party fills it in; only for who works on it, and while its link is live."""
        return address_for(check, by=self.context["actor"], at=self.context["at"])

    @extend_schema_field(PointShape(many=True))
    def get_points(self, check: SelfCheck) -> list[dict[str, Any]]:
        return [self._point(card) for card in cards_of(check, editions_of(check))]

    def _point(self, card: dict[str, Any]) -> dict[str, Any]:
        edition, answer = card["edition"], card["answer"]
        note = answer.note if answer else ""
        return {
            "edition": str(edition.pk),
            "code": edition.code,
            "name": edition.name,
            "answer": answer.answer if answer else None,
            "note": note if self._reads_persons or not note else str(TITLE_HIDDEN),
            "found_on": answer.found_on if answer else None,
            "corrected_on": answer.settled_on if answer else None,
            "wants_help": answer.wants_help if answer else False,
            "photos": len(card["photos"]),
        }


class CampaignSerializer(ThingSerializer):
    batch, organ = (KeyField(read_only=True) for _n in range(2))
    title = serializers.CharField(source="batch.title", read_only=True)
    state = serializers.CharField(source="batch.state", read_only=True)
    due_on = serializers.DateField(source="batch.due_on", read_only=True)
    progress = serializers.SerializerMethodField()

    class Meta:
        model = Campaign
        fields = ["title", "batch", "organ", "state", "due_on", "progress"]

    @extend_schema_field(ProgressShape)
    def get_progress(self, campaign: Campaign) -> dict[str, Any]:
        return dict(ProgressShape(together(progress_by_region(campaign))).data)
