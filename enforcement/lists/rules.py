"""The list of rules, and of their firing (Art. 5, 6)."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter

from enforcement.lists.case_cells import either_name, text_key
from enforcement.lists.scopes import organ_and_below
from enforcement.models import Rule, RuleFiring
from enforcement.reports.firings import words_of_act
from enforcement.reports.rulebook import codes_encoded
from enforcement.vocabulary import (
    TONE_OF_KIND,
    TONE_OF_OUTCOME,
    FiringOutcome,
    RuleArea,
    RuleBasis,
    RuleKind,
    RuleMark,
    RuleState,
)
from foundation.articles import TITLES, Article
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.reasons import name_of_warning
from foundation.vocabulary import OverrideReason, Tone

_ARTICLES = [(str(number), format_lazy("{} {}", number, title)) for number, title in TITLES.items()]
TEXT_HIDDEN: Any = _("(hidden: it may name persons)")


class ArticleFilter(ChoiceFilter):
    """An article of the Measures with all its parts."""

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.filter(Q(article=value) | Q(article__startswith=f"{value}.")) if value else queryset


class KindFilter(ChoiceFilter):
    """Rules with an effect, be it their second one."""

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.filter(Q(kind=value) | Q(second_kind=value)) if value else queryset


class StateFilter(ChoiceFilter):
    """Rules that the program holds people to, that it does not, or that the city has laid down."""

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        if value == RuleState.LAID_DOWN:
            return queryset.exclude(laid_down_on=None)
        if value == RuleState.HELD:
            return queryset.filter(code__in=codes_encoded(), laid_down_on=None)
        return queryset.exclude(code__in=codes_encoded()) if value else queryset


def state_of(value: tuple[str, Any], _context: RowContext | None = None) -> str:
    code, laid_down_on = value
    if laid_down_on is not None:
        return RuleState.LAID_DOWN.value
    return RuleState.HELD.value if code in codes_encoded() else RuleState.NOT_ENCODED.value


def state_tone(state: str, _context: RowContext | None = None) -> str:
    tones = {RuleState.HELD: Tone.GOOD, RuleState.LAID_DOWN: Tone.WATCH}
    return tones.get(RuleState(state), Tone.NEUTRAL).value


def kind_tone(kind: str, _context: RowContext | None = None) -> str:
    return TONE_OF_KIND.get(kind, Tone.NEUTRAL)


def outcome_tone(outcome: str, _context: RowContext | None = None) -> str:
    return TONE_OF_OUTCOME.get(outcome, Tone.NEUTRAL)


def search_rules(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By code, or by words of title, condition or citation in either language."""
    wanted = Q(code__istartswith=text)
    for name in ("title", "condition", "citation"):
        wanted |= Q(**{f"{name}_zh__icontains": text}) | Q(**{f"{name}_en__icontains": text})
    return rows.filter(wanted)


def search_firings(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """By rule, or by the whole number of the case."""
    return rows.filter(Q(rule_code=text.upper()) | Q(case__number=text) | Q(case__clue_number=text))


def _case_url(value: tuple[str, str, int | None], _context: RowContext) -> str:
    return reverse("enforcement:case_detail", args=[value[2]]) if value[2] else ""


def _rule_url(code: str, _context: RowContext) -> str:
    """Nothing for a warning of the program's own, which the book of rules does not hold."""
    return "" if name_of_warning(code) else f"{reverse('enforcement:rule_list')}?q={code}"


def _asked(value: tuple[str, str, str], context: RowContext) -> str:
    """The title of the rule, or what a warning of the program's own asks."""
    zh, en, code = value
    return either_name((zh, en), context) if zh else name_of_warning(code)


def _titled() -> QuerySet[Any]:
    """Firings with the titles of their rules: a rule that the law drops leaves its firings behind."""
    rule = Rule.objects.filter(code=OuterRef("rule_code"))
    titles = {
        f"rule_title_{language}": Coalesce(Subquery(rule.values(f"title_{language}")[:1]), Value(""))
        for language in ("zh", "en")
    }
    return RuleFiring.objects.annotate(**titles)


def _bilingual(name: str, label: Any, **more: Any) -> tuple[Column, ...]:
    return (
        Column(name, label, (f"{name}_zh", f"{name}_en"), build=either_name, api=False, **more),
        Column(f"{name}_zh", label, page=False, export=False),
        Column(f"{name}_en", label, page=False, export=False),
    )


RULE_LIST = ListSpec(
    name="rules",
    title=_("Rules"),
    columns=(
        Column("code", _("code"), kind=Kind.LINK, sort="position"),
        *_bilingual("title", _("rule")),
        Column("area", _("area"), choices=RuleArea, filter="choices"),
        Column("kind", _("effect"), kind=Kind.BADGE, choices=RuleKind, tone=kind_tone,
               filter=KindFilter(choices=RuleKind.choices, label=_("effect"), empty_label=_("All"))),
        Column("second_kind", _("second effect"), choices=RuleKind, page=False),
        Column("article", _("Measures"), display=lambda code, _context: str(Article.parse(code)),
               filter=ArticleFilter(choices=_ARTICLES, label=_("article"), empty_label=_("All"))),
        *_bilingual("citation", _("citation")),
        Column("basis", _("binding force"), choices=RuleBasis, filter="choices", page=False),
        Column("mark", _("source"), choices=RuleMark, page=False),
        Column("state", _("state"), ("code", "laid_down_on"), Kind.BADGE, build=state_of, choices=RuleState,
               tone=state_tone,
               filter=StateFilter(choices=RuleState.choices, label=_("state"), empty_label=_("All"))),
    ),
    queryset=Rule.objects.all,
    default_ordering="code",
    permission=Permission.MATTER_READ,
    search=search_rules,
    row_url="enforcement:rule_detail",
)  # fmt: skip

FIRING_LIST = ListSpec(
    name="rule-firings",
    title=_("Rules that fired"),
    columns=(
        Column("fired_at", _("when"), kind=Kind.DATETIME, sort="fired_at", filter="date"),
        Column("rule_code", _("rule"), filter="text", kind=Kind.LINK, url=_rule_url),
        Column("title", _("what it asks"), ("rule_title_zh", "rule_title_en", "rule_code"), build=_asked, api=False),
        Column("outcome", _("what came of it"), kind=Kind.BADGE, choices=FiringOutcome, tone=outcome_tone,
               filter="choices"),
        Column("act", _("act"), display=lambda act, _context: words_of_act(act)),
        Column("case", _("case"), ("case__number", "case__clue_number", "case_id"),
               build=lambda value, _context: value, display=lambda value, _context: value[0] or value[1] or "",
               url=_case_url, kind=Kind.LINK, api=False),
        Column("case_id", _("case"), build=text_key, page=False, export=False),
        Column("reason", _("reason"), choices=OverrideReason, filter="choices"),
        Column("text", _("the reason in words"), mask=(Permission.COUNTERPART_READ, lambda _text: TEXT_HIDDEN)),
        Column("officer", _("officer"), ("officer__name_zh", "officer__name_en"),
               build=lambda value, context: either_name(value, context) if value[0] else ""),
        Column("officer_id", _("officer"), build=text_key, page=False, export=False),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name,
               filter=organ_and_below()),
        Column("organ_id", _("organ"), build=text_key, page=False, export=False),
        Column("severity", _("effect"), choices=RuleKind, page=False),
    ),
    queryset=_titled,
    default_ordering="-fired_at",
    permission=Permission.CASE_READ,
    search=search_firings,
)  # fmt: skip
