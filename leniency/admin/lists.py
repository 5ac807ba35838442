"""Lists with their entries, entries with their conditions: drafts are edited, the rest is read."""

from __future__ import annotations

from django.contrib import admin

from foundation.admin import ServiceAdmin, ServiceInline
from foundation.permissions import Permission
from leniency.forms.entries import CONDITION_ACTS, ENTRY_ACTS
from leniency.forms.lists import DRAFT_LIST, LIST_ACTS
from leniency.models import LeniencyCondition, LeniencyEntry, LeniencyList

READ = Permission.LENIENCY_READ


class EntryInline(ServiceInline):
    model = LeniencyEntry
    view_permission = READ
    create = LIST_ACTS["add_entry"]
    edit = ENTRY_ACTS["edit"]
    remove = ENTRY_ACTS["remove"]
    fields = ("code", "matter", "violation_zh", "violation_en", "basis", "conditions_zh", "conditions_en")
    autocomplete_fields = ("matter",)
    show_change_link = True


class ConditionInline(ServiceInline):
    model = LeniencyCondition
    view_permission = READ
    create = ENTRY_ACTS["add_condition"]
    edit = CONDITION_ACTS["edit"]
    remove = CONDITION_ACTS["remove"]
    fields = ("kind", "number", "choice", "sameness", "text_zh", "text_en")


@admin.register(LeniencyList)
class LeniencyListAdmin(ServiceAdmin):
    """Publication and repeal are taken on the pages of the list, where their rules are told."""

    view_permission = READ
    create = DRAFT_LIST
    edit = LIST_ACTS["edit"]
    list_display = (
        "title_zh",
        "type",
        "field",
        "organ",
        "edition",
        "state",
        "effective_from",
        "effective_to",
    )
    list_filter = ("state", "type", "field")
    list_select_related = ("field", "organ")
    search_fields = ("title_zh", "title_en", "document_number")
    fields = ("title_zh", "title_en", "type", "field", "edition", "note_zh", "note_en")
    inlines = (EntryInline,)


@admin.register(LeniencyEntry)
class LeniencyEntryAdmin(ServiceAdmin):
    view_permission = READ
    edit = ENTRY_ACTS["edit"]
    remove = ENTRY_ACTS["remove"]
    list_display = ("code", "revision", "violation_zh", "list", "suspended_on")
    list_filter = ("list__state", "list__type", "list__field")
    list_select_related = ("list",)
    search_fields = ("code", "violation_zh", "violation_en")
    autocomplete_fields = ("matter",)
    fields = (
        "code",
        "matter",
        "violation_zh",
        "violation_en",
        "violated",
        "basis",
        "statutory_range",
        "correct_first",
        "conditions_zh",
        "conditions_en",
        "follow_up_zh",
        "follow_up_en",
    )
    inlines = (ConditionInline,)
