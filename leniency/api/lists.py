"""The resources /leniency-lists/ and /leniency-entries/ (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from leniency.forms.entries import ENTRY_ACTS
from leniency.forms.lists import DRAFT_LIST, LIST_ACTS
from leniency.lifecycle import LIST_LIFECYCLE
from leniency.lists.entries import LENIENCY_ENTRIES
from leniency.lists.lists import LENIENCY_LISTS
from leniency.models import LeniencyEntry, LeniencyList
from leniency.serializers.lists import EntrySerializer, ListSerializer


class LeniencyListResource(Resource):
    """Lists with their editions; ``as_of`` gives what was in force on a day."""

    permission = Permission.LENIENCY_READ
    spec = LENIENCY_LISTS
    serializer_class = ListSerializer
    create_act = DRAFT_LIST
    edit_act = LIST_ACTS["edit"]
    acts = {name: act for name, act in LIST_ACTS.items() if name != "edit"}
    lifecycle = LIST_LIFECYCLE
    basename = "leniency-list"

    def rows(self) -> Any:
        return LeniencyList.objects.select_related("field", "organ", "supersedes")


class LeniencyEntryResource(Resource):
    """Entries with their conditions; ``as_of`` gives what was in force on a day."""

    permission = Permission.LENIENCY_READ
    spec = LENIENCY_ENTRIES
    serializer_class = EntrySerializer
    edit_act = ENTRY_ACTS["edit"]
    acts = {name: ENTRY_ACTS[name] for name in ("add_condition", "suspend")}
    basename = "leniency-entry"

    def rows(self) -> Any:
        return LeniencyEntry.objects.select_related("list", "matter").prefetch_related("conditions")
