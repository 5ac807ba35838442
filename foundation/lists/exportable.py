"""Lists that a worker can find by name: those that an app declares in its ``lists`` room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType

from django.conf import settings

from foundation.lists.spec import ListSpec


@cache
def exportable_lists() -> dict[str, ListSpec]:
    """Every list of the house by name, without those that are public."""
    found = {
        spec.name: spec
        for module in _modules()
        for spec in vars(module).values()
        if isinstance(spec, ListSpec) and not spec.public
    }
    return dict(sorted(found.items()))


def _modules() -> Iterator[ModuleType]:
    for app in settings.PROJECT_APPS:
        if app == "foundation" or find_spec(f"{app}.lists") is None:
            continue
        room = import_module(f"{app}.lists")
        yield room
        for module in iter_modules(getattr(room, "__path__", [])):
            yield import_module(f"{app}.lists.{module.name}")
