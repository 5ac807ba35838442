"""What every page knows: the navigation, who looks at it, and whether this is the demonstration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from foundation.actors import Actor
from foundation.permissions import Permission

Counter = Callable[[Any], int]


@dataclass(frozen=True, slots=True)
class Item:
    group: Any
    label: Any
    icon: str
    url_name: str
    permission: Permission | tuple[Permission, ...] | None
    order: int
    count: Counter | None = None

    def is_for(self, actor: Actor) -> bool:
        if self.permission is None:
            return True
        wanted = self.permission if isinstance(self.permission, tuple) else (self.permission,)
        return any(actor.may(permission) for permission in wanted)


_items: dict[str, Item] = {}


def add_item(
    group: Any,
    label: Any,
    icon: str,
    url_name: str,
    permission: Permission | tuple[Permission, ...] | None,
    order: int,
    count: Counter | None = None,
) -> None:
    """Put a page into the navigation; called in an app's ``ready()``.

    ``group`` is a heading, ``icon`` a name of the sprite, ``order`` sorts items and thereby groups.
    ``permission`` opens it, or any of several; None: for everybody who is signed in.
    ``count(request)`` gives the number of a badge: one cheap query at most.
    """
    _items[url_name] = Item(group, label, icon, url_name, permission, order, count)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``navigation``, ``actor`` (None for nobody) and ``demo``."""
    actor = getattr(request, "actor", None)
    if actor is None or actor.officer_id is None:
        return {"navigation": [], "actor": None, "demo": settings.DEMO}
    return {"navigation": groups_for(request, actor), "actor": actor, "demo": settings.DEMO}


def groups_for(request: HttpRequest, actor: Actor) -> list[dict[str, Any]]:
    """The groups of the navigation, each with the items that ``actor`` may open."""
    items = sorted((i for i in _items.values() if i.is_for(actor)), key=lambda i: (i.order, i.url_name))
    urls = {item.url_name: url for item in items if (url := _url_of(item))}
    active = _active(request.path, urls)
    groups: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        if item.url_name not in urls:
            continue
        groups.setdefault(str(item.group), []).append(
            {
                "label": item.label,
                "icon": item.icon,
                "url": urls[item.url_name],
                "active": item.url_name == active,
                "count": item.count(request) if item.count else None,
            }
        )
    return [{"label": label, "items": members} for label, members in groups.items()]


def lost_items() -> list[str]:
    """Names that lead nowhere: a page left out of the navigation is better than no page at all."""
    return sorted(item.url_name for item in _items.values() if _url_of(item) is None)


def _url_of(item: Item) -> str | None:
    try:
        return reverse(item.url_name)
    except NoReverseMatch:
        return None


def _active(path: str, urls: dict[str, str]) -> str | None:
    """The item whose address is the longest beginning of ``path``."""
    fitting = [name for name, url in urls.items() if path == url or (url != "/" and path.startswith(url))]
    return max(fitting, key=lambda name: len(urls[name]), default=None)
