"""Ways that an organ defines itself, with their fields, in the administration (Art. 8, last paragraph)."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from foundation.acts import Act
from foundation.admin import ServiceAdmin, ServiceInline
from foundation.admin.forms import VERSION
from foundation.obstacles import Refused
from foundation.permissions import Permission
from guidance.models import OtherField, OtherWay
from guidance.services import other_ways

DEFINE = Permission.GUIDANCE_DEFINE
WORDS = ["name_zh", "name_en", "description"]
REVISE = Act("revise", other_ways.revise_way, permission=DEFINE)
RETIRE = Act("retire", other_ways.retire_way, permission=DEFINE)
USE = Act("use", other_ways.use_way, permission=DEFINE)


class FieldInline(ServiceInline):
    """A field is added, changed and taken out while the way is a draft."""

    model = OtherField
    view_permission = DEFINE
    create = Act("add_field", other_ways.add_field, permission=DEFINE)
    edit = Act("change_field", other_ways.change_field, permission=DEFINE)
    remove = Act("remove_field", other_ways.take_field_out, permission=DEFINE)
    fields = ("key", "label_zh", "label_en", "kind", "choices", "stage", "is_required")


@admin.register(OtherWay)
class OtherWayAdmin(ServiceAdmin):
    """What is in use is not changed: the next edition is."""

    view_permission = DEFINE
    create = Act("define", other_ways.define_way, permission=DEFINE)
    edit = Act("edit", other_ways.edit_way, permission=DEFINE)
    list_display = ("name_zh", "name_en", "organ", "edition", "state", "in_use_on")
    list_select_related = ("organ",)
    list_filter = ("state",)
    search_fields = ("name_zh", "name_en")
    inlines = [FieldInline]
    actions = ["put_in_use", "draft_next_edition", "retire"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*WORDS, VERSION] if obj is not None else WORDS

    @admin.action(description=_("Put it in use"), permissions=["view"])
    def put_in_use(self, request: HttpRequest, rows: Any) -> None:
        self._take(request, rows, USE, _("In use: officers find it among the ways."))

    @admin.action(description=_("Draft the next edition"), permissions=["view"])
    def draft_next_edition(self, request: HttpRequest, rows: Any) -> None:
        self._take(
            request, rows, REVISE, _("The next edition is a draft; the old one stays in use until then.")
        )

    @admin.action(description=_("Retire it"), permissions=["view"])
    def retire(self, request: HttpRequest, rows: Any) -> None:
        self._take(request, rows, RETIRE, _("Retired. What was given in it keeps it."))

    def _take(self, request: HttpRequest, rows: Any, act: Act, done: Any) -> None:
        """One act on one way; a refusal is told with what to do next."""
        if len(rows) != 1:
            messages.error(request, _("Choose one way."))
            return
        try:
            self.call(request, act, {}, key=rows[0].pk)
        except Refused as refused:
            for obstacle in refused.obstacles:
                messages.error(request, f"{obstacle.message} {obstacle.next_step}")
        else:
            messages.success(request, done)
