"""Addresses of the same list asked otherwise: the state of a list stands in its address alone."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from foundation.actors import Actor
from foundation.lists.cursor import Cursor
from foundation.lists.listing import Listing


def changed(params: QueryDict, **changes: str | None) -> str:
    """The query with ``changes``; None takes a parameter out, and any change begins at the first page."""
    query = params.copy()
    for name in ("cursor", "export"):
        query.pop(name, None)
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = value
    return f"?{query.urlencode()}"


def cursor_url(params: QueryDict, cursor: Cursor | None) -> str:
    return changed(params, cursor=cursor.encode()) if cursor else ""


def sort_urls(listing: Listing, actor: Actor) -> dict[str, str]:
    """For each column that can be sorted, the address that sorts by it, or turns its order round."""
    now = listing.asked.keyset.ordering
    return {
        c.name: changed(listing.params, ordering=f"-{c.name}" if now == c.name else c.name)
        for c in listing.spec.page_columns
        if c.is_sortable_by(actor)
    }


def chips(listing: Listing) -> list[dict[str, Any]]:
    """What the list is narrowed by, each with the address without it."""
    found = []
    if listing.asked.text:
        gone = changed(listing.params, q=None, search=None)
        found.append({"label": _("Search"), "value": listing.asked.text, "remove_url": gone})
    if not listing.asked.filters or listing.errors:
        return found
    form = listing.filterset.form
    for name in form.fields:
        if form.cleaned_data.get(name) not in (None, ""):
            gone = changed(listing.params, **{name: None})
            found.append({"label": form.fields[name].label, "value": _chosen(form, name), "remove_url": gone})
    return found


def _chosen(form: Any, name: str) -> str:
    value = form.cleaned_data[name]
    choices = getattr(form.fields[name], "choices", None)
    if choices is not None and isinstance(value, str):
        return str(dict(choices).get(value, value))
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return str(value)
