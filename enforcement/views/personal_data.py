"""Finding by identity number and looking at personal data: by POST alone, with nothing in an address (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from enforcement.forms.counterparts import REVEAL
from enforcement.models import Counterpart, Region
from enforcement.services.counterparts import find_by_identifier, possible_duplicates
from foundation.acts import perform
from foundation.acts.typed_text import tidy
from foundation.pages import ActPage, Page
from foundation.permissions import Permission

_LONGEST = 200
_LONGEST_KEY = 19


class FindCounterpart(Page):
    """Leads to the counterpart with exactly this identifier, or says that there is none within reach."""

    permission = Permission.COUNTERPART_READ
    template_name = "enforcement/counterpart_not_found.html"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponseBase:
        found = find_by_identifier(by=self.actor, identifier=_typed(request, "identifier"))
        if found is not None:
            return redirect(found)
        return self.show({"may_register": self.actor.may(Permission.COUNTERPART_EDIT)}, status=404)


class PossibleDuplicates(Page):
    """The entries that the one being typed may double, as a part of the form."""

    permission = Permission.COUNTERPART_EDIT
    template_name = "enforcement/_counterpart_duplicates.html"
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponseBase:
        region = _typed(request, "region")
        found = possible_duplicates(
            by=self.actor,
            name=_typed(request, "name"),
            region=Region.objects.filter(pk=int(region)).first() if _is_key(region) else None,
            legal_representative=_typed(request, "legal_representative"),
        )
        return self.show({"duplicates": found})


class RevealPersonalData(ActPage):
    """Asks for the reason; with it, shows the data once, in the answer to the POST."""

    model = Counterpart
    act = REVEAL
    permission = Permission.COUNTERPART_REVEAL
    revealed_template = "enforcement/counterpart_revealed.html"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        form = self.make_form(request.POST)
        if not form.is_valid():
            return self.show_form(form, status=400)
        shown = perform(self.act, form.service_data(), by=self.actor, at=self.now, thing_id=self.thing.pk)
        self._shown = {"object": shown, "contacts": list(shown.contacts.all())}
        template = self.revealed_template
        if request.headers.get("HX-Request") == "true":
            template += "#data"
        return self.show({"title": str(shown)}, template=template)


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < _LONGEST_KEY


def _typed(request: HttpRequest, name: str) -> str:
    return str(tidy(request.POST.get(name, "")))[:_LONGEST].strip()
