"""One box for numbers, names, matters and documents; each group shows only what the reader may see."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from enforcement.lists.cases import CASE_LIST
from enforcement.lists.counterparts import COUNTERPART_LIST
from enforcement.lists.matters import MATTER_LIST
from enforcement.rules.counterparts import looks_like_identity_number
from enforcement.services.counterparts import find_by_identifier
from foundation.acts.typed_text import tidy
from foundation.lists import Listing, ListSpec
from foundation.lists.faults import BadQuery
from foundation.pages import Page
from foundation.pages.cells import rows_of
from foundation.permissions import Permission
from guidance.lists.actions import GUIDANCE_LIST
from leniency.lists.entries import LENIENCY_ENTRIES
from riskcontrol.lists.points import POINT_LIST

A_FEW = 6
CELLS = 5
LONGEST = 64
GROUPS: tuple[tuple[ListSpec, str, str], ...] = (
    (CASE_LIST, "enforcement:case_list", "folder"),
    (COUNTERPART_LIST, "enforcement:counterpart_list", "building"),
    (GUIDANCE_LIST, "guidance:guidance_list", "message-2"),
    (MATTER_LIST, "enforcement:matter_list", "scale"),
    (LENIENCY_ENTRIES, "leniency:entry_list", "heart-handshake"),
    (POINT_LIST, "riskcontrol:point_list", "shield"),
)


class SearchPage(Page):
    """GET shows what was found for ``?q=``. What is typed comes by POST: identity numbers enter no address."""

    template_name = "desk/search.html"
    title = _("Search")
    http_method_names = ["get", "head", "post", "options"]

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        text = str(tidy(request.GET.get("q", ""))).strip()[:LONGEST]
        if looks_like_identity_number(text):
            messages.warning(
                request, gettext("Type identity numbers into the box: addresses are kept in logs.")
            )
            return redirect("search")
        return self._show(text, self._groups(text) if text else [])

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        text = str(tidy(request.POST.get("q", ""))).strip()[:LONGEST]
        if not looks_like_identity_number(text):
            return redirect(f"{reverse('search')}?{urlencode({'q': text})}")
        found = self._person(text)
        if found is not None:
            return redirect(found.get_absolute_url())
        return self._show("", [], unknown_person=True)

    def _person(self, number: str) -> Any:
        if not self.actor.may(Permission.COUNTERPART_READ):
            return None
        return find_by_identifier(by=self.actor, identifier=number)

    def _show(
        self, text: str, groups: list[dict[str, Any]], *, unknown_person: bool = False
    ) -> HttpResponseBase:
        self._found = {"groups": groups, "q": text, "unknown_person": unknown_person}
        return self.show({"title": self.title, "subtitle": text})

    def context(self) -> dict[str, Any]:
        return self._found

    def _groups(self, text: str) -> list[dict[str, Any]]:
        found = (
            self._group(spec, name, icon, text)
            for spec, name, icon in GROUPS
            if spec.permission is None or self.actor.may(spec.permission)
        )
        return [group for group in found if group["rows"]]

    def _group(self, spec: ListSpec, name: str, icon: str, text: str) -> dict[str, Any]:
        params = QueryDict(urlencode({"q": text, "page_size": str(A_FEW)}))
        listing = Listing(spec, actor=self.actor, at=self.now, params=params)
        builder = listing.builder(spec.page_columns[:CELLS])
        try:
            part = listing.page(builder)
        except BadQuery:
            return {"rows": []}
        return {
            "title": spec.title,
            "icon": icon,
            "columns": builder.columns,
            "rows": rows_of(spec, builder, part.rows),
            "all_url": f"{reverse(name)}?{urlencode({'q': text})}" if part.next else "",
        }
