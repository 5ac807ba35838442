"""Published penalties for everybody: search, a lasting address each, and paper (Art. 4; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.public_penalties import PUBLIC_WITHDRAWALS, penalties, penalties_on
from enforcement.models import Publication
from enforcement.views.public_texts import PENALTIES, PublicTextPage, ShownPage, WithdrawnPage, text_facts


class PublicPenaltiesPage(ShownPage):
    spec, spec_on = penalties_on(date.max), staticmethod(penalties_on)
    shelf = PENALTIES
    empty_title = _("No decision is published")
    empty_text = _(
        "Search for something shorter, or look again another day: what is published ends with its term."
    )


class PublicWithdrawalsPage(WithdrawnPage):
    spec = PUBLIC_WITHDRAWALS
    shelf = PENALTIES
    empty_title = _("No decision was withdrawn")
    empty_text = _("A decision that was changed or undone is named here, with the reason.")


class PublicPenaltyPage(PublicTextPage):
    shelf = PENALTIES

    def rows(self) -> Any:
        return penalties().numbered().select_related("case__matter", "edition", "organ")

    def facts_of(self, row: Publication) -> list[dict[str, Any]]:
        matter = (_("matter"), row.case.matter.name, "text")  # type: ignore[union-attr]
        return text_facts(row, matter)
