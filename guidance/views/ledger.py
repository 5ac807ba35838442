"""Pages of the ledger of simple guidance: the table with its totals, one row, and sheets (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from foundation.lists.faults import BadQuery
from foundation.pages import CreatePage, DetailPage, ListPage, TransitionPage
from foundation.pages.offers import offers_of
from foundation.permissions import Permission
from foundation.record.story import entries_of
from guidance.forms.ledger import ENTER, IMPORT_SHEET, LEDGER_ACTS, TRY_SHEET
from guidance.lists.ledger import LEDGER_LIST
from guidance.models import LedgerRow
from guidance.reports.ledger import Totals, totals_of

READ, HANDLE = Permission.GUIDANCE_READ, Permission.GUIDANCE_HANDLE


class LedgerPage(ListPage):
    spec = LEDGER_LIST
    permission = READ
    template_name = "guidance/ledger_list.html"
    subtitle = _("Simple guidance that is given to many is counted here; its file is the official table.")
    create_url = "guidance:ledger_new"
    create_label = _("Enter a row")
    create_permission = HANDLE
    empty_title = _("Nothing is entered yet")
    empty_text = _("Enter the first leaflets or calls, or import the sheet that you keep.")

    def context(self) -> dict[str, Any]:
        return {**super().context(), "totals": self._totals(), "may_import": self.actor.may(HANDLE)}

    def _totals(self) -> Totals | None:
        """Of the rows that the filters leave, on all pages together."""
        try:
            return totals_of(self.listing.queryset)
        except BadQuery:
            return None


class LedgerNew(CreatePage):
    act = ENTER
    permission = HANDLE
    cancel_url = "guidance:ledger_list"


class SheetPage(CreatePage):
    permission = HANDLE
    cancel_url = "guidance:ledger_list"

    def location(self, result: Any) -> str:
        return reverse(self.done_url)

    done_url = "guidance:ledger_list"


class LedgerImport(SheetPage):
    act = IMPORT_SHEET


class LedgerTry(SheetPage):
    act = TRY_SHEET
    done_url = "guidance:ledger_import"


class LedgerRowPage(DetailPage):
    model = LedgerRow
    permission = READ
    template_name = "guidance/ledger_detail.html"
    act_url = "guidance:ledger_act"

    def rows(self) -> Any:
        return LedgerRow.objects.select_related("organ")

    def offers(self) -> list[dict[str, Any]]:
        acts = LEDGER_ACTS if self.thing.removed_at is None else {}
        return offers_of(
            self.thing, acts=acts, lifecycle=None, act_url=self.act_url, by=self.actor, at=self.now
        )

    def context(self) -> dict[str, Any]:
        facts = [fact for fact in _facts(self.thing) if fact["value"] not in ("", None)]
        return {**super().context(), "facts": facts, "timeline": entries_of(self.thing)}


def _facts(row: LedgerRow) -> list[dict[str, Any]]:
    told = (
        (_("day"), row.held_on, "date"),
        (_("way"), row.get_way_display(), "text"),
        (_("method"), row.get_method_display(), "text"),
        (_("audience"), row.audience, "text"),
        (_("content"), row.content, "multiline"),
        (_("people reached"), row.people, "number"),
        (_("copies given out"), row.copies, "number"),
        (_("result of the guidance"), row.result, "multiline"),
        (_("note"), row.note, "multiline"),
        (_("why it was removed"), row.removal_reason, "multiline"),
    )
    return [{"label": capfirst(label), "value": value, "kind": kind} for label, value, kind in told]


class LedgerActPage(TransitionPage):
    model = LedgerRow
    permission = READ
    acts = LEDGER_ACTS
