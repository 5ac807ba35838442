"""The parameters of a list, read strictly."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.lists.cursor import BadCursor, Cursor
from foundation.lists.faults import Fault
from foundation.lists.keyset import Keyset
from foundation.lists.spec import ListSpec

RESERVED = frozenset({"count", "cursor", "export", "ordering", "page_size", "q", "search"})
PAGE_SIZE = 50
LARGEST_PAGE = 200
LONGEST_TEXT = 100
BAD_CURSOR = Fault(
    "invalid", _("This place in the list is no longer valid. Start again from its first page.")
)


@dataclass
class Asked:
    """What was asked, with what could not be understood."""

    keyset: Keyset
    page_size: int = PAGE_SIZE
    cursor: Cursor | None = None
    text: str = ""
    count: bool = False
    filters: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    errors: dict[str, list[Fault]] = field(default_factory=dict)


def read(params: QueryDict, spec: ListSpec, actor: Actor, *, page_size: int = PAGE_SIZE) -> Asked:
    """Understand ``params``; every fault is kept by parameter, nothing is raised. ``page_size`` holds unless asked."""
    keyset = spec.keyset(spec.default_ordering)
    assert keyset is not None, spec.name  # noqa: S101 - ListSpec refuses to exist otherwise
    asked = Asked(keyset, page_size)
    allowed = spec.filters_for(actor)
    asked.filters = allowed & set(params)
    asked.unknown = sorted(set(params) - allowed - RESERVED)
    _read_ordering(asked, params, spec, actor)
    _read_size(asked, params)
    _read_text(asked, params, spec)
    _read_count(asked, params)
    _read_cursor(asked, params)
    return asked


def _read_ordering(asked: Asked, params: QueryDict, spec: ListSpec, actor: Actor) -> None:
    if not (wanted := params.get("ordering")):
        return
    found = spec.keyset(wanted, actor)
    if found is None:
        asked.errors["ordering"] = [Fault("invalid_choice", _("This list cannot be sorted by that."))]
    else:
        asked.keyset = found


def _read_size(asked: Asked, params: QueryDict) -> None:
    if not (wanted := params.get("page_size")):
        return
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 4 and 1 <= int(wanted) <= LARGEST_PAGE:
        asked.page_size = int(wanted)
    else:
        asked.errors["page_size"] = [Fault("invalid", _("A page has from 1 to 200 rows."))]


def _read_text(asked: Asked, params: QueryDict, spec: ListSpec) -> None:
    name = "search" if "search" in params else "q"
    text = params.get(name, "").strip()
    if not text:
        return
    if spec.search is None:
        asked.unknown.append(name)
    elif len(text) > LONGEST_TEXT or "\0" in text:
        asked.errors[name] = [Fault("max_length", _("Search for at most 100 signs."))]
    else:
        asked.text = text


def _read_count(asked: Asked, params: QueryDict) -> None:
    wanted = params.get("count", "false")
    if wanted not in ("true", "false"):
        asked.errors["count"] = [Fault("invalid", _("Say true or false."))]
    asked.count = wanted == "true"


def _read_cursor(asked: Asked, params: QueryDict) -> None:
    if not (text := params.get("cursor")):
        return
    try:
        cursor = Cursor.decode(text)
    except BadCursor:
        asked.errors["cursor"] = [BAD_CURSOR]
        return
    if cursor.ordering != asked.keyset.ordering:
        asked.errors["cursor"] = [BAD_CURSOR]
    else:
        asked.cursor = cursor
