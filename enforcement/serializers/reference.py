"""Organs, regions, officers, matters and provisions in the API (Art. 3-5)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from enforcement.models import DiscretionBand, Matter, MatterProvision, Officer, Organ, Provision, Region
from foundation.endpoints.serializers import KeyField, ThingSerializer


class RegionSerializer(ThingSerializer):
    class Meta:
        model = Region
        fields = ("code", "name_zh", "name_en", "level", "parent")


class OrganSerializer(ThingSerializer):
    fields_of_enforcement: serializers.SlugRelatedField[Any] = serializers.SlugRelatedField(
        source="fields", slug_field="code", many=True, read_only=True
    )

    class Meta:
        model = Organ
        fields = ("code", "name_zh", "name_en", "sign", "kind", "level", "region", "parent", "line", "branch",
                  "district", "first_responsible", "phone", "is_active", "fields_of_enforcement")  # fmt: skip


class OfficerSerializer(ThingSerializer):
    organ = KeyField(read_only=True)
    roles = serializers.SerializerMethodField()

    class Meta:
        model = Officer
        fields = ("username", "name_zh", "name_en", "organ", "post", "certificate_number",
                  "certificate_state", "certificate_until", "has_legal_qualification", "is_active",
                  "roles")  # fmt: skip

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_roles(self, officer: Officer) -> list[str]:
        return sorted(grant.role for grant in officer.grants.all())


class BandSerializer(serializers.ModelSerializer[DiscretionBand]):
    class Meta:
        model = DiscretionBand
        fields = ("tier", "condition_zh", "condition_en", "fine_min", "fine_max", "measure_zh", "measure_en")


class CitedProvisionSerializer(serializers.ModelSerializer[MatterProvision]):
    id = serializers.CharField(source="provision_id", read_only=True)
    instrument = serializers.CharField(source="provision.instrument.code", read_only=True)
    article = serializers.CharField(source="provision.article", read_only=True)

    class Meta:
        model = MatterProvision
        fields = ("id", "instrument", "article", "is_basis")


class MatterSerializer(ThingSerializer):
    """A matter as it stands, or as it stood at ``as_of``."""

    field = KeyField(read_only=True)
    bands = serializers.SerializerMethodField()
    provisions = CitedProvisionSerializer(source="matter_provisions", many=True, read_only=True)

    class Meta:
        model = Matter
        fields = ("code", "name_zh", "name_en", "field", "violated", "basis", "statutory_range", "fine_min",
                  "fine_max", "correct_first", "is_active", "bands", "provisions")  # fmt: skip

    @extend_schema_field(BandSerializer(many=True))
    def get_bands(self, matter: Any) -> Any:
        return BandSerializer(self.context["view"].bands_of(matter), many=True).data


class ProvisionSerializer(ThingSerializer):
    instrument = KeyField(read_only=True)

    class Meta:
        model = Provision
        fields = ("instrument", "article", "revision", "summary", "valid_from", "valid_to", "is_verified")


class BranchSerializer(serializers.Serializer[Any]):
    """An organ or region with what stands below it."""

    kind = serializers.SerializerMethodField()
    id = serializers.CharField(source="thing.pk")
    code = serializers.CharField(source="thing.code")
    name_zh = serializers.CharField(source="thing.name_zh")
    name_en = serializers.CharField(source="thing.name_en")
    level = serializers.CharField(source="thing.level")
    below = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(["organ", "region"]))
    def get_kind(self, branch: Any) -> str:
        return "organ" if branch.is_organ else "region"

    @extend_schema_field(serializers.ListField(child=serializers.DictField()))
    def get_below(self, branch: Any) -> Any:
        return BranchSerializer(branch.below, many=True).data
