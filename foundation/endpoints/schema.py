"""OpenAPI of a resource, told by its list, its acts and its serializer."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from foundation.endpoints.field_shapes import body_shape, page_shape
from foundation.endpoints.list_parameters import list_parameters
from foundation.endpoints.serializers import ProblemShape

PROBLEM = "application/problem+json"
_READING = (400, 401, 403, 404, 429, 503)
_WRITING = (*_READING, 409, 413, 415, 422)
_CHANGING = (*_WRITING, 412, 428)
_READS = frozenset({"list", "retrieve"})
_IF_MATCH = OpenApiParameter(
    "If-Match", str, OpenApiParameter.HEADER, required=True, description="The ETag that was read."
)
_IDEMPOTENCY = OpenApiParameter(
    "Idempotency-Key", str, OpenApiParameter.HEADER, description="Repeating it repeats the first answer."
)
_ETAG = OpenApiParameter("ETag", str, OpenApiParameter.HEADER, response=[200, 201])


class ResourceSchema(AutoSchema):
    """Knows the actions of a Resource; asks nothing of the database."""

    view: Any

    def _is_list_view(self, serializer: Any = None) -> bool:
        return False

    def get_operation_id(self) -> str:
        names = [self.view.basename, self.view.action]
        if self.view.action in self._shared_actions():
            names.append(self.method.lower())
        return "_".join(names).replace("-", "_")

    def _shared_actions(self) -> set[str]:
        """Actions that several methods of one address lead to; HEAD appears among them with the first request."""
        actions = [action for method, action in self.view.action_map.items() if method != "head"]
        return {action for action in actions if actions.count(action) > 1}

    def get_tags(self) -> list[str]:
        return [str(self.view.spec.name)]

    def get_summary(self) -> str | None:
        act = self._act()
        if act is None:
            return str(self.view.spec.title) if self.view.action == "list" else None
        label = act.label
        if not label and self.view.lifecycle is not None:
            label = self.view.lifecycle.transition(act.name).label
        return str(label)

    def get_description(self) -> str:  # type: ignore[override]
        act = self._act()
        return str(act.intro) if act is not None else ""

    def get_override_parameters(self) -> list[Any]:
        action = self.view.action
        if action == "list":
            return list_parameters(self.view.spec)
        if action == "retrieve":
            return [_ETAG]
        if self._act() is None:
            return []
        return [_ETAG, _IDEMPOTENCY] if self._creates() else [_ETAG, _IDEMPOTENCY, _IF_MATCH]

    def get_request_serializer(self) -> Any:
        act = self._act()
        if act is None:
            return None if self.view.action in _READS else super().get_request_serializer()
        partial = self.view.action == "partial_update"
        return body_shape(f"{self.get_operation_id()}_body", act, partial=partial)

    def get_response_serializers(self) -> Any:
        if self.view.action == "list":
            return {200: page_shape(self.view.spec), **_problems(_READING)}
        if self.view.action == "retrieve":
            return {200: self._thing(), **_problems(_READING)}
        if self._creates():
            return {201: self._thing(), **_problems(_WRITING)}
        if self._act() is None:
            return super().get_response_serializers()
        return {200: self._thing(), **_problems(_CHANGING)}

    def _creates(self) -> bool:
        return self.view.action == "create" or (
            self.view.action.startswith("create_") and self._act() is not None
        )

    def _thing(self) -> serializers.BaseSerializer[Any]:
        return self.view.serializer_class(context={"view": self.view})

    def _act(self) -> Any:
        action = self.view.action
        if action == "create":
            return self.view.create_act
        if action == "partial_update":
            return self.view.edit_act
        if action.startswith("create_"):
            return self.view.other_creations.get(action.removeprefix("create_"))
        return self.view.acts.get(action.removeprefix("transition_"))


def _problems(statuses: tuple[int, ...]) -> dict[tuple[int, str], Any]:
    return {(status, PROBLEM): OpenApiResponse(ProblemShape) for status in sorted(statuses)}


def choices_where_they_stand(result: Any, **_kwargs: Any) -> Any:
    """Leave each set of codes in its field: names made up for shared sets change with every new field."""
    stack = [result]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            node.pop("x-spec-enum-id", None)
            stack.extend(node.values())
        elif isinstance(node, list):
            stack.extend(node)
    return result
