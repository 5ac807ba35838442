"""Pages of the registry of counterparts (Art. 8, 9)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.counterparts import CONTACT_ACTS, COUNTERPART_ACTS, LICENCE_ACTS, REGISTER
from enforcement.lists.counterparts import COUNTERPART_LIST
from enforcement.models import Case, Contact, Counterpart, Licence
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ, EDIT = Permission.COUNTERPART_READ, Permission.COUNTERPART_EDIT
_CASES_SHOWN = 20


class CounterpartList(ListPage):
    spec = COUNTERPART_LIST
    template_name = "enforcement/counterpart_list.html"
    create_url = "enforcement:counterpart_register"
    create_label = _("Register a counterpart")
    create_permission = EDIT
    empty_text = _("Whoever is met for the first time is registered here once, and found again afterwards.")


class RegisterCounterpart(CreatePage):
    act = REGISTER
    permission = EDIT
    template_name = "enforcement/counterpart_form.html"
    cancel_url = "enforcement:counterpart_list"
    intro = _("Look for the counterpart first: each stands in the registry once.")


class CounterpartDetail(DetailPage):
    model = Counterpart
    permission = READ
    acts = COUNTERPART_ACTS
    act_url = "enforcement:counterpart_act"
    template_name = "enforcement/counterpart_detail.html"

    def rows(self) -> Any:
        return Counterpart.objects.select_related("region", "organ", "district")

    def offers(self) -> list[dict[str, Any]]:
        """Sameness is said where a candidate is shown."""
        return [offer for offer in super().offers() if offer["name"] != "say_same"]

    def context(self) -> dict[str, Any]:
        today = timezone.localdate(self.now)
        return {
            **super().context(),
            "facts": facts_of(self.thing),
            "contacts": list(self.thing.contacts.all()),
            "licences": [(licence, licence.days_left(today)) for licence in self.thing.licences.all()],
            "cases": self._cases(),
            "entries": entries_of(self.thing, noun="counterpart", limit=50),
            "may_edit": self.actor.may(EDIT),
            "may_reveal": self.actor.may(Permission.COUNTERPART_REVEAL),
        }

    def _cases(self) -> list[Case]:
        """The cases of the counterpart that this officer may see, newest first."""
        if not self.actor.may(Permission.CASE_READ):
            return []
        rows = Case.objects.visible_to(self.actor).filter(counterpart=self.thing)
        return list(rows.select_related("matter", "organ").order_by("-opened_at", "-id")[:_CASES_SHOWN])


class CounterpartAct(TransitionPage):
    model = Counterpart
    permission = EDIT
    acts = COUNTERPART_ACTS


class ContactAct(TransitionPage):
    model = Contact
    permission = EDIT
    acts = CONTACT_ACTS

    def rows(self) -> Any:
        return Contact.objects.select_related("counterpart")


class LicenceAct(TransitionPage):
    model = Licence
    permission = EDIT
    acts = LICENCE_ACTS

    def rows(self) -> Any:
        return Licence.objects.select_related("counterpart")


def facts_of(counterpart: Counterpart) -> list[dict[str, Any]]:
    """What is shown of a counterpart to everybody who may see it: personal data masked."""
    private = "masked" if counterpart.is_citizen else "text"
    number = _("identity number") if counterpart.is_citizen else _("credit code")
    rows = (
        (_("kind"), counterpart.get_kind_display(), "text"),
        (number, counterpart.shown_identifier, private if counterpart.identifier else "text"),
        (_("industry"), counterpart.get_industry_display(), "text"),
        (_("region"), counterpart.region.name, "text"),
        (_("address"), counterpart.masked_address, private if counterpart.address else "text"),
        (_("legal representative"), counterpart.legal_representative, "text"),
        (_("registered by"), counterpart.organ.name, "text"),
        (_("registered"), counterpart.created_at, "date"),
    )
    return [{"label": label, "value": value, "kind": kind} for label, value, kind in rows]
