"""The base of every administration page: rights of the house, one service call, the house's own history."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from foundation.acts import Act, perform
from foundation.admin.forms import VERSION, ServiceForm
from foundation.admin.inlines import ServiceInline
from foundation.admin.rights import RightsMixin, actor_of
from foundation.firing import reporting_refusals
from foundation.obstacles import Obstacle, Refused, Stale
from foundation.permissions import Permission
from foundation.record.story import entries_of

_STALE = Obstacle(
    code="version:stale",
    message=_("Somebody changed this since you opened it."),
    next_step=_("Open the page again and repeat what is still right."),
)


class ServiceAdmin(RightsMixin, admin.ModelAdmin):
    """``create``, ``edit`` and ``remove`` are the acts; without one, the button does not exist."""

    form = ServiceForm
    create: ClassVar[Act | None] = None
    edit: ClassVar[Act | None] = None
    remove: ClassVar[Act | None] = None
    view_permission: ClassVar[Permission]
    show_full_result_count = False
    list_per_page = 50
    save_as = False
    object_history_template = "admin/timeline.html"

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows.visible_to(actor_of(request)) if hasattr(rows, "visible_to") else rows

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = [name for name in super().get_fields(request, obj) if name != VERSION]
        return [*fields, VERSION] if obj is not None and self.has_change_permission(request, obj) else fields

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        told = {"refusal": getattr(request, "refusal", ()), "faults": getattr(request, "faults", None)}
        return type(form.__name__, (form,), told)

    def get_actions(self, request: HttpRequest) -> Any:
        """Rows are never removed many at a time."""
        found = super().get_actions(request)
        found.pop("delete_selected", None)
        return found

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Once more with the reasons, when a service refused: nothing was written by then."""
        try:
            with reporting_refusals(by=actor_of(request), at=request.now):  # type: ignore[attr-defined]
                return super().changeform_view(request, *args, **kwargs)
        except Refused as error:
            request.refusal = error.obstacles  # type: ignore[attr-defined]
        except Stale:
            request.refusal = (_STALE,)  # type: ignore[attr-defined]
        except ValidationError as error:
            request.faults = error  # type: ignore[attr-defined]
        return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        act = self.edit if change else self.create
        if act is None:
            raise PermissionDenied
        key = obj.pk if change else None
        made = self.call(request, act, form.service_data(), key=key, expected=form.cleaned_data.get(VERSION))
        obj.__dict__.update(self.row_of(request, made).__dict__)

    def call(
        self, request: HttpRequest, act: Act, data: dict[str, Any], *, key: Any = None, expected: Any = None
    ) -> Any:
        """The one service call; raises Refused, Stale or Forbidden."""
        by, at = actor_of(request), request.now  # type: ignore[attr-defined]
        return perform(act, data, by=by, at=at, thing_id=key, expected=expected)

    def row_of(self, request: HttpRequest, result: Any) -> Any:
        """The row among what the service returned: a place to keep what is shown once."""
        return result

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        for formset in formsets:
            self.save_formset(request, form, formset, change)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        inline = self._inline_of(request, formset, form.instance)
        for part in formset.forms:
            inline.save_part(self, request, form.instance, part, formset.fk.name)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        if self.remove is None:
            raise PermissionDenied
        self.call(request, self.remove, {}, key=obj.pk)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The audit record of the row: who, what, when, why, under which article."""
        thing = self.get_object(request, object_id)
        if thing is None or not self.has_view_permission(request, thing):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("What happened to this entry"),
            "opts": self.opts,
            "object": thing,
            "entries": entries_of(thing),
        }
        return render(request, self.object_history_template, context)

    def log_addition(self, *_args: Any, **_kwargs: Any) -> Any:
        """The audit record tells it."""

    log_change = log_deletion = log_deletions = log_addition

    def _inline_of(self, request: HttpRequest, formset: Any, thing: Any) -> ServiceInline:
        inlines = self.get_inline_instances(request, thing)
        return next(i for i in inlines if i.model is formset.model)  # type: ignore[return-value]
