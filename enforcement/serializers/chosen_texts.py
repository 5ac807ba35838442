"""Several public texts chosen at once, and what became of each, in the API (Art. 4)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from foundation.acts import Chosen, Result
from foundation.acts.each import MOST
from foundation.endpoints.serializers import ObstacleShape


class ChosenTextSerializer(serializers.Serializer[Any]):
    """A text in the version that was read: the list and the ETag tell it."""

    id = serializers.RegexField(r"^[0-9]{1,18}$")
    version = serializers.IntegerField(min_value=0, max_value=10**9 - 1)


class ChosenTextsSerializer(serializers.Serializer[Any]):
    texts = ChosenTextSerializer(many=True, allow_empty=False, max_length=MOST)  # type: ignore[call-arg]  # of the list

    def chosen(self) -> list[Chosen]:
        """Each text once; of a text that was sent twice the last version counts."""
        versions = {int(row["id"]): row["version"] for row in self.validated_data["texts"]}
        return [Chosen(key, version) for key, version in versions.items()]


class TextResultSerializer(serializers.Serializer[Any]):
    id = serializers.CharField(source="key")
    done = serializers.BooleanField(source="is_done")
    obstacles = serializers.SerializerMethodField()

    @extend_schema_field(ObstacleShape(many=True))
    def get_obstacles(self, result: Result) -> list[dict[str, str]]:
        return [obstacle.as_dict() for obstacle in result.obstacles]
