"""Published results of coercion and of inspections for everybody, a lasting address each (Art. 4; PUB-1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from enforcement.lists.public_results import PUBLIC_RESULT_WITHDRAWALS, results, results_on
from enforcement.models import Publication
from enforcement.views.public_texts import RESULTS, PublicTextPage, ShownPage, WithdrawnPage, text_facts


class PublicResultsPage(ShownPage):
    spec, spec_on = results_on(date.max), staticmethod(results_on)
    shelf = RESULTS
    empty_title = _("No result is published")
    empty_text = _("What came of inspections and of coercion is published here within twenty working days.")


class PublicResultWithdrawalsPage(WithdrawnPage):
    spec = PUBLIC_RESULT_WITHDRAWALS
    shelf = RESULTS
    empty_title = _("No result was withdrawn")
    empty_text = _("A result that was changed or undone is named here, with the reason.")


class PublicResultPage(PublicTextPage):
    shelf = RESULTS

    def rows(self) -> Any:
        return results().select_related("edition", "organ")

    def facts_of(self, row: Publication) -> list[dict[str, Any]]:
        return text_facts(row, (_("kind"), capfirst(row.get_kind_display()), "text"))
