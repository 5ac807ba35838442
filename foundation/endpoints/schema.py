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
        return f"{self.view.basename}_{self.view.action}".replace("-", "_")

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
        return [_ETAG, _IDEMPOTENCY] if action == "create" else [_ETAG, _IDEMPOTENCY, _IF_MATCH]

    def get_request_serializer(self) -> Any:
        act = self._act()
        if act is None:
            return None
        partial = self.view.action == "partial_update"
        return body_shape(f"{self.get_operation_id()}_body", act, partial=partial)

    def get_response_serializers(self) -> Any:
        if self.view.action == "list":
            return {200: page_shape(self.view.spec), **_problems(_READING)}
        if self.view.action == "retrieve":
            return {200: self._thing(), **_problems(_READING)}
        if self.view.action == "create":
            return {201: self._thing(), **_problems(_WRITING)}
        return {200: self._thing(), **_problems(_CHANGING)}

    def _thing(self) -> serializers.BaseSerializer[Any]:
        return self.view.serializer_class(context={"view": self.view})

    def _act(self) -> Any:
        action = self.view.action
        if action == "create":
            return self.view.create_act
        if action == "partial_update":
            return self.view.edit_act
        return self.view.acts.get(action.removeprefix("transition_"))


def _problems(statuses: tuple[int, ...]) -> dict[tuple[int, str], Any]:
    return {(status, PROBLEM): OpenApiResponse(ProblemShape) for status in sorted(statuses)}
