"""Rights of the administration are those of the house; Django's own are held by nobody."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest

from foundation.actors import Actor
from foundation.acts import Act
from foundation.permissions import Permission
from foundation.vocabulary import Via


def actor_of(request: HttpRequest) -> Actor:
    """Who acts through the administration, resolved once a request."""
    known = getattr(request, "_acting", None)
    if known is None:
        known = request._acting = request.user.as_actor(via=Via.ADMIN)  # type: ignore[attr-defined,union-attr]
    return known


class RightsMixin:
    """``view_permission`` opens the rows; each act asks for its own permission besides."""

    view_permission: ClassVar[Permission]
    create: ClassVar[Act | None]
    edit: ClassVar[Act | None]
    remove: ClassVar[Act | None]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return actor_of(request).may(self.view_permission)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and actor_of(request).may(self.view_permission)

    def has_add_permission(self, request: HttpRequest, *_args: Any) -> bool:
        return self._may(request, self.create)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.edit) and self._is_kept_by(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, self.remove) and self._is_kept_by(request, obj)

    def _may(self, request: HttpRequest, act: Act | None) -> bool:
        if act is None or act.permission is None:
            return False
        return self.has_view_permission(request) and actor_of(request).may(act.permission)

    def _is_kept_by(self, request: HttpRequest, obj: Any) -> bool:
        """Whether the row itself is among those that the actor may change."""
        if obj is None or obj.pk is None or not hasattr(type(obj).objects.all(), "workable_by"):
            return True
        rows: Any = type(obj).objects.all()
        return bool(rows.workable_by(actor_of(request)).filter(pk=obj.pk).exists())
