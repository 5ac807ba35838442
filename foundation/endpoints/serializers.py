"""What every single representation has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.relations import PrimaryKeyRelatedField

from foundation.permissions import Permission


class KeyField(PrimaryKeyRelatedField):
    """Keys are opaque text to clients."""

    def to_representation(self, value: Any) -> str:
        return str(super().to_representation(value))


class MaskedField(serializers.CharField):
    """Personal data: as ``masker`` leaves it, unless the actor holds ``permission``."""

    def __init__(self, permission: Permission, masker: Callable[[str], str], **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)
        self.permission = permission
        self.masker = masker

    def to_representation(self, value: Any) -> str:
        text = super().to_representation(value)
        return text if self.context["actor"].may(self.permission) else self.masker(text)


class ObstacleShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    severity = serializers.ChoiceField(["block", "require", "warn"])
    article = serializers.CharField()
    citation = serializers.CharField()
    message = serializers.CharField()
    next_step = serializers.CharField()


class TransitionShape(serializers.Serializer[Any]):
    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    allowed = serializers.BooleanField()
    obstacles = ObstacleShape(many=True)


class FaultShape(serializers.Serializer[Any]):
    code = serializers.CharField()
    message = serializers.CharField()


class ProblemShape(serializers.Serializer[Any]):
    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(required=False)
    instance = serializers.CharField()
    errors = serializers.DictField(child=FaultShape(many=True), required=False)  # type: ignore[assignment]
    obstacles = ObstacleShape(many=True, required=False)
    current_version = serializers.IntegerField(required=False)
    changed = serializers.ListField(child=serializers.CharField(), required=False)


class ThingSerializer(serializers.ModelSerializer[Any]):
    """Base of every resource's serializer: adds ``id``, ``url``, stamps and, with acts, ``transitions``."""

    serializer_related_field = KeyField
    common = ("id", "url", "created_at", "updated_at")

    id = serializers.CharField(source="pk", read_only=True)
    url = serializers.SerializerMethodField()
    transitions = serializers.SerializerMethodField()

    def get_field_names(self, declared: Any, info: Any) -> list[str]:
        own = [name for name in super().get_field_names({}, info) if name not in self.common]
        resource = self.context.get("view")
        ends = ["transitions"] if resource is not None and getattr(resource, "acts", None) else []
        inherited = [*self.common, "transitions"]
        extra = [name for name in declared if name not in own and name not in inherited]
        return [*self.common, *(n for n in own if n != "transitions"), *extra, *ends]

    def get_url(self, thing: Any) -> str:
        return self.context["view"].url_of(thing.pk)

    @extend_schema_field(TransitionShape(many=True))
    def get_transitions(self, thing: Any) -> list[dict[str, Any]]:
        return self.context["view"].transitions_of(thing)
