"""Pages of departures from assessments: the list, one of them, and its answer (Art. 10 para. 1; LEN-9)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import TITLE_HIDDEN
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.facts import fact, told
from foundation.permissions import Permission
from foundation.record.entry import timeline_of
from foundation.record.story import story_of
from leniency.forms.choosing import CHOICE_ACTS
from leniency.lifecycle import CHOICE_LIFECYCLE
from leniency.lists.choices import LENIENCY_CHOICES
from leniency.models import LeniencyChoice
from leniency.reports.explaining import explain_result
from leniency.vocabulary import TONE_OF_CHOICE, ChoiceState

READ = Permission.CASE_READ


class ChoicesPage(ListPage):
    spec = LENIENCY_CHOICES
    permission = READ
    empty_title = _("Every choice follows its assessment")
    empty_text = _(
        "Who would apply another entry than the assessment, or none, proposes it on the page of the case."
    )


class AboutChoice:
    """What both pages of a departure read with it."""

    model = LeniencyChoice

    def rows(self) -> Any:
        found = LeniencyChoice.objects.select_related(
            "case__organ", "case__matter", "assessment", "entry", "asked_by", "answered_by"
        )
        return found.prefetch_related("case__people", "assessment__results")


class ChoicePage(AboutChoice, DetailPage):
    permission = READ
    template_name = "leniency/choice_detail.html"
    acts = CHOICE_ACTS
    lifecycle = CHOICE_LIFECYCLE
    act_url = "leniency:choice_act"

    def context(self) -> dict[str, Any]:
        choice, reads = self.thing, self.actor.may(Permission.COUNTERPART_READ)
        state = ChoiceState(choice.state)
        return {
            **super().context(),
            "state": {"value": state.label, "tone": TONE_OF_CHOICE[state].value},
            "facts": _facts(choice, reads=reads),
            "assessed": [explain_result(r, r.conditions) for r in choice.assessment.results.all()],
            "entries": story_of(timeline_of(choice, noun="leniency_choice"), reasons=reads),
        }


class ChoiceActPage(AboutChoice, TransitionPage):
    permission = READ
    acts = CHOICE_ACTS
    lifecycle = CHOICE_LIFECYCLE


def _facts(choice: LeniencyChoice, *, reads: bool) -> list[dict[str, Any]]:
    case, answer = choice.case, choice.answer
    chosen = str(choice.entry) if choice.entry else _("No entry is to be applied.")
    shown = [
        fact(_("case"), str(case), "link", url=case.get_absolute_url()),
        fact(_("organ"), case.organ.name),
        fact(_("matter"), case.matter.name),
        fact(_("conclusion of the assessment"), choice.assessment.get_conclusion_display()),
        fact(_("entry to be applied"), chosen),
        fact(_("ground"), choice.get_cause_display()),
        fact(_("reason"), choice.reason if reads else TITLE_HIDDEN, "multiline"),
        fact(_("asked by"), choice.asked_by.name),
        fact(_("asked on"), choice.asked_on, "date"),
        fact(_("answered by"), choice.answered_by.name if choice.answered_by else None),
        fact(_("answered on"), choice.answered_on, "date"),
        fact(_("answer in writing"), answer if reads or not answer else TITLE_HIDDEN, "multiline"),
    ]
    return told(shown)
