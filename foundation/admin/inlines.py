"""Rows that belong to another, edited on its page: one service call for each that was changed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest

from foundation.acts import Act
from foundation.admin.forms import VERSION, ServiceForm
from foundation.admin.rights import RightsMixin
from foundation.permissions import Permission


class ServiceInline(RightsMixin, admin.TabularInline):
    """``create`` is called with the key of the row above, ``edit`` and ``remove`` with the row's own."""

    form = ServiceForm
    create: ClassVar[Act | None] = None
    edit: ClassVar[Act | None] = None
    remove: ClassVar[Act | None] = None
    view_permission: ClassVar[Permission]
    extra = 0

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = [name for name in super().get_fields(request, obj) if name != VERSION]
        return [*fields, VERSION] if self.has_change_permission(request) else fields

    def save_part(self, owner: Any, request: HttpRequest, parent: Any, part: Any, fk: str) -> None:
        """Write one row of the formset through ``owner``; an untouched one is left alone."""
        if not part.has_changed():
            return
        data = {name: value for name, value in part.service_data().items() if name != fk}
        key, goes = part.instance.pk, part.cleaned_data.get("DELETE")
        if key is None:
            if self.create is not None and not goes:
                owner.call(request, self.create, data, key=parent.pk)
        elif goes and self.remove is not None:
            owner.call(request, self.remove, {}, key=key)
        elif self.edit is not None:
            owner.call(request, self.edit, data, key=key, expected=part.cleaned_data.get(VERSION))
