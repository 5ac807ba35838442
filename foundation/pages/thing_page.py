"""A page about one thing: found only among what the actor may see."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404
from django.utils.functional import cached_property

from foundation.pages.page import Page


class ThingPage(Page):
    """``model`` is looked up by ``pk`` of the address; rows outside the actor's reach do not exist."""

    model: ClassVar[Any]

    def rows(self) -> Any:
        """The rows to look among, before scope: a place for ``select_related``."""
        return self.model.objects.all()

    @cached_property
    def thing(self) -> Any:
        return self.find()

    def find(self) -> Any:
        """The thing of the address; raises Http404 for what the actor may not see."""
        found = self.rows().visible_to(self.actor).filter(pk=self._key()).first()
        if found is None:
            raise Http404
        return found

    def _key(self) -> Any:
        """The key, or nothing when no row could have it: a database answers huge numbers with an error."""
        key = self.kwargs["pk"]
        if isinstance(key, int) and not 0 <= key < 2**63:
            raise Http404
        return key
