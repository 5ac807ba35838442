"""How the lists are used: charts, every entry with its figures, and what speaks for a new entry (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from enforcement.models import Matter
from enforcement.models.base import in_words
from foundation.lists import Listing
from foundation.pages import CreatePage, ListPage
from foundation.permissions import Permission
from leniency.forms.proposing import PROPOSE
from leniency.lists.usage import LENIENCY_USAGE
from leniency.models import LeniencyAssessment, LeniencyList
from leniency.reports.off_list_kinds import off_list_kinds
from leniency.reports.usage_rows import A_YEAR
from leniency.vocabulary import ListState

SHOWN = 10
ROWS_AT_ONCE = 15


class UsagePage(ListPage):
    spec = LENIENCY_USAGE
    permission = Permission.LENIENCY_READ
    template_name = "leniency/usage.html"
    subtitle = gettext_lazy("Counted over the cases that you see.")
    empty_title = gettext_lazy("No entry is in use yet")
    empty_text = gettext_lazy("Publish a list; then its use is counted here.")

    @cached_property
    def listing(self) -> Listing:
        """Fewer rows at once than elsewhere: charts and proposals stand above them."""
        return Listing(
            self.spec, actor=self.actor, at=self.now, params=self.request.GET, page_size=ROWS_AT_ONCE
        )

    def context(self) -> dict[str, Any]:
        return {
            **super().context(),
            "charts": [
                _bars(
                    "usage-entries", _("Entries chosen most often within a year"), _("entry"), self._entries
                ),
                _bars(
                    "usage-organs",
                    _("Cases in which an entry was chosen, by organ"),
                    _("organ"),
                    self._organs,
                ),
            ],
            "kinds": off_list_kinds(self.actor, at=self.now),
            "may_propose": self.actor.may(Permission.LENIENCY_EDIT),
        }

    @cached_property
    def _entries(self) -> list[tuple[str, int]]:
        rows = self._chosen.values("chosen_entry__code").annotate(cases=Count("case", distinct=True))
        found = rows.order_by("-cases", "chosen_entry__code")[:SHOWN]
        return [(row["chosen_entry__code"], row["cases"]) for row in found]

    @cached_property
    def _organs(self) -> list[tuple[str, int]]:
        names = ("case__organ__name_zh", "case__organ__name_en")
        rows = self._chosen.values(*names).annotate(cases=Count("case", distinct=True))
        return [
            (in_words(row[names[0]], row[names[1]]), row["cases"]) for row in rows.order_by("-cases")[:SHOWN]
        ]

    @property
    def _chosen(self) -> Any:
        rows = LeniencyAssessment.objects.visible_to(self.actor).exclude(chosen_entry=None)
        return rows.filter(assessed_at__gt=self.now - A_YEAR).order_by()


class ProposePage(CreatePage):
    """A draft entry about a matter, filled with what is known of it."""

    permission = Permission.LENIENCY_EDIT
    act = PROPOSE
    cancel_url = "leniency:usage"

    def initial(self) -> dict[str, Any]:
        drafts = LeniencyList.objects.workable_by(self.actor).filter(state=ListState.DRAFT)
        matter = Matter.objects.filter(pk=_key(self.request.GET.get("matter", ""))).first()
        return {
            "matter": matter,
            "list": drafts.order_by("-pk").first(),
            "code": matter.code if matter else "",
        }


def _key(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 12 else 0


def _bars(chart: str, title: str, what: str, rows: list[tuple[str, int]]) -> dict[str, Any]:
    names = [name for name, _cases in rows]
    return {
        "id": chart,
        "title": title,
        "option": {
            "xAxis": {"type": "value", "minInterval": 1},
            "yAxis": {"type": "category", "data": names, "inverse": True, "axisLabel": {"interval": 0}},
            "series": [{"type": "bar", "data": [{"value": cases} for _name, cases in rows]}],
        },
        "table": {"columns": [what, _("cases")], "rows": [[name, cases] for name, cases in rows]},
    }
