"""Pages of rules: what each asks, where it bites, how often it fired (Art. 5, 6)."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.rules import RULE_ACTS
from enforcement.lists.rules import FIRING_LIST, RULE_LIST, kind_tone, outcome_tone, state_of, state_tone
from enforcement.models import Case, Rule, RuleFiring
from enforcement.reports.firings import a_year_before, counts_of, words_of_act
from enforcement.reports.rulebook import entry_of, reason_not_encoded
from enforcement.vocabulary import FiringOutcome, RuleState
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.reasons import name_of_warning
from foundation.record.story import entries_of

_LATEST = 40


class RuleList(ListPage):
    spec = RULE_LIST
    subtitle = _("What the program holds people to, from which source, and where.")
    empty_text = _("The rules come with the program: “manage.py found_city” or “load_rules” enters them.")


class FiringList(ListPage):
    spec = FIRING_LIST
    subtitle = _("Every refusal and every warning that was passed over, with the reason that was given.")
    empty_title = _("No rule has fired")
    empty_text = _("Refusals and warnings that are passed over appear here by themselves.")


class RuleDetail(DetailPage):
    model = Rule
    permission = Permission.MATTER_READ
    template_name = "enforcement/rule_detail.html"
    acts = RULE_ACTS
    act_url = "enforcement:rule_act"

    def offers(self) -> list[dict[str, Any]]:
        sensible = set(acts_on(self.thing))
        return [offer for offer in super().offers() if offer["name"] in sensible]

    def context(self) -> dict[str, Any]:
        rule, entry = self.thing, entry_of(self.thing.code)
        state = state_of((rule.code, rule.laid_down_on))
        may_edit = self.actor.may(Permission.MATTER_EDIT)
        return {
            **super().context(),
            "state": {"label": RuleState(state).label, "tone": state_tone(state)},
            "kinds": [{"label": kind.label, "tone": kind_tone(kind)} for kind in rule.kinds],
            "facts": facts_of(rule),
            "parameters": list(rule.parameters.all()),
            "acts_bitten": [words_of_act(action) for action in entry.transitions],
            "entry": entry,
            "reason_not_encoded": reason_not_encoded(rule.code),
            "counts": self._counts() if self.actor.may(Permission.CASE_READ) else None,
            "entries": entries_of(rule, limit=20) if may_edit else None,
        }

    def _counts(self) -> list[dict[str, Any]]:
        counted = counts_of(self.thing.code, actor=self.actor, at=self.now)
        since = timezone.localdate(a_year_before(self.now))
        return [
            {
                "label": outcome.label,
                "value": counted[outcome.value],
                "tone": outcome_tone(outcome),
                "url": _firings(rule_code=self.thing.code, outcome=outcome.value, fired_at_after=since),
            }
            for outcome in FiringOutcome
        ]


class RuleAct(TransitionPage):
    model = Rule
    permission = Permission.MATTER_READ
    acts = RULE_ACTS


class CaseRulesPanel(ThingPage):
    """The rules that fired in a case, attempt by attempt, with the facts that they saw."""

    model = Case
    permission = Permission.CASE_READ
    template_name = "enforcement/_case_rules.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        rows = RuleFiring.objects.visible_to(self.actor).filter(case=self.thing).select_related("officer")
        fired = list(rows[:_LATEST])
        rules = Rule.objects.visible_to(self.actor).filter(code__in={row.rule_code for row in fired})
        by_code = {rule.code: rule for rule in rules}
        reads = self.actor.may(Permission.COUNTERPART_READ)
        return self.show(
            {"case": self.thing, "lines": [_line(row, by_code.get(row.rule_code), reads) for row in fired]}
        )


def acts_on(rule: Rule) -> list[str]:
    """The acts that make sense on a rule as it stands."""
    can_be_laid_down = rule.is_local and not {"block", "require"} & set(rule.kinds)
    sensible = ["annotate"]
    if any(parameter.is_local for parameter in rule.parameters.all()):
        sensible.append("set_number")
    if can_be_laid_down:
        sensible.append("lay_down" if rule.laid_down_on is None else "resume")
    return sensible


def facts_of(rule: Rule) -> list[dict[str, Any]]:
    rows = (
        (_("fires when"), rule.condition, "multiline"),
        (_("what follows"), rule.consequence, "multiline"),
        (_("citation"), rule.citation, "multiline"),
        (_("Measures"), rule.article_text, "text"),
        (_("area"), rule.get_area_display(), "text"),
        (_("binding force"), rule.get_basis_display(), "text"),
        (_("source"), rule.get_mark_display(), "text"),
        (_("in force from"), rule.effective_from, "date"),
        (_("local note"), rule.note, "multiline"),
    )
    return [{"label": label, "value": value, "kind": kind} for label, value, kind in rows if value]


def _line(row: RuleFiring, rule: Rule | None, reads: bool) -> dict[str, Any]:
    return {
        "row": row,
        "rule": rule,
        "asked": name_of_warning(row.rule_code),
        "act": words_of_act(row.act),
        "tone": outcome_tone(row.outcome),
        "text": row.text if reads else "",
        "facts": row.told_facts,
    }


def _firings(**query: Any) -> str:
    return f"{reverse('enforcement:rule_firings')}?{urlencode(query)}"
