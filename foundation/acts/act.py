"""One thing that can be asked for: its name, its form, and the one service that does it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.acts.form import MACHINERY, ActForm, NoInput
from foundation.obstacles import Obstacle
from foundation.permissions import Permission

DONE = _("Done.")


@dataclass(frozen=True, eq=False)
class Act:
    """An act, declared in the forms room of its app and used by browser and API.

    ``service`` is called as ``service(thing_id, by=, at=, expected=, **cleaned)`` on an existing thing
    and as ``service(by=, at=, **cleaned)`` when it creates one; ``overrides={code: reason}`` is added
    when warnings were answered, provided that the service takes it. ``label`` defaults to the label of
    the transition of that name. A form that does not fit its service is refused when it is declared.
    """

    name: str
    service: Callable[..., Any]
    form: type[ActForm] = NoInput
    label: Any = ""
    intro: Any = ""
    done: Any = DONE
    primary: bool = False
    permission: Permission | None = None

    def __post_init__(self) -> None:
        missing = {"by", "at"} - self.accepts
        unfit = set() if self._takes_anything else self.inputs - self.accepts
        if missing or unfit:
            raise TypeError(f"{self.name}: the service does not take {sorted(missing | unfit)}")

    @property
    def inputs(self) -> set[str]:
        """The names of the form's fields, without those of the machinery."""
        return set(self.form.base_fields) - MACHINERY

    def unanswered(self, obstacles: Iterable[Obstacle]) -> tuple[Obstacle, ...]:
        """Those of ``obstacles`` that filling in this act's own form does not clear away."""
        return tuple(o for o in obstacles if o.field not in self.inputs)

    @property
    def needs_form(self) -> bool:
        return bool(self.inputs)

    @cached_property
    def accepts(self) -> set[str]:
        return set(inspect.signature(self.service).parameters)

    @property
    def takes_overrides(self) -> bool:
        return "overrides" in self.accepts

    @cached_property
    def _takes_anything(self) -> bool:
        kinds = {p.kind for p in inspect.signature(self.service).parameters.values()}
        return inspect.Parameter.VAR_KEYWORD in kinds
