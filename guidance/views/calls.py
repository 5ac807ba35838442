"""Pages of the calls before licences expire (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import masked_counterpart
from enforcement.models import Contact
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.calls import CALL_ACTS
from guidance.lifecycle import CALL_LIFECYCLE
from guidance.lists.calls import CALL_LIST, call_tone
from guidance.models import ExpiryCall

READ, PERSONS = Permission.GUIDANCE_READ, Permission.COUNTERPART_READ


class CallListPage(ListPage):
    spec = CALL_LIST
    permission = READ
    subtitle = _("Somebody calls when tips alone may not be enough.")
    empty_title = _("Nobody is to be called")
    empty_text = _("Licences that expire within days appear here once the rule of reminders is in use.")


class CallPage(DetailPage):
    model = ExpiryCall
    permission = READ
    template_name = "guidance/call_detail.html"
    acts = CALL_ACTS
    lifecycle = CALL_LIFECYCLE
    act_url = "guidance:call_act"

    def rows(self) -> Any:
        return ExpiryCall.objects.select_related("licence__counterpart", "organ", "called_by")

    def context(self) -> dict[str, Any]:
        call, reads = self.thing, self.actor.may(PERSONS)
        party = call.licence.counterpart
        contacts = Contact.objects.visible_to(self.actor).filter(counterpart=party) if reads else ()
        return {
            **super().context(),
            "party": party if reads else None,
            "name": party.name if reads else masked_counterpart((party.name, party.kind))[0],
            "contacts": list(contacts),
            "state": {"value": call.get_state_display(), "tone": call_tone(call.state)},
            "facts": [fact for fact in _facts(call, reads=reads) if fact["value"]],
            "timeline": entries_of(call, reasons=reads),
        }


def _facts(call: ExpiryCall, *, reads: bool) -> list[dict[str, Any]]:
    told = (
        (_("licence that expires"), str(call.licence), "text"),
        (_("expires on"), call.expires_on, "date"),
        (_("outcome"), call.get_outcome_display(), "text"),
        (_("note"), call.note if reads else "", "multiline"),
        (_("called by"), str(call.called_by) if call.called_by else "", "text"),
        (_("called at"), call.called_at, "datetime"),
    )
    return [{"label": capfirst(label), "value": value, "kind": kind} for label, value, kind in told]


class CallActPage(TransitionPage):
    model = ExpiryCall
    permission = READ
    acts = CALL_ACTS
    lifecycle = CALL_LIFECYCLE

    def rows(self) -> Any:
        return ExpiryCall.objects.select_related("licence")
