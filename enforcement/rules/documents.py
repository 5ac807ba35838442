"""What stands in the way of issuing, correcting and designing official documents (Art. 6, 8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity

LONGEST_ADDITION = 4_000
_FAULTS: dict[str, Any] = {
    "unreadable": _("The file cannot be read as a Word template."),
    "unsafe": _("The template does more than fill in words: %(names)s."),
    "unknown": _("The template asks for words that no document has: %(names)s."),
    "missing": _("The template leaves out words that every document needs: %(names)s."),
    "too_much": _("Filling the template takes too long, or makes too much of it."),
    "too_large": _("The template is larger than 2 MB, or unpacks to more than 10 MB."),
    "outside": _("The template loads something from outside, or carries another file."),
}
_NEXT: dict[str, Any] = {
    "unreadable": _("Save it as DOCX once more and upload it again."),
    "unsafe": _("Use only words in double braces, loops over the blocks and rows, and conditions on them."),
    "unknown": _("Correct their spelling: the page of templates lists the words."),
    "missing": _("Start from the built-in template and keep its words."),
    "too_much": _("Take loops within loops out of the template."),
    "too_large": _("Take large pictures out of the template."),
    "outside": _("Take links, objects and attached templates out of the file."),
}


@dataclass(frozen=True, slots=True)
class TemplateFindings:
    """What a dry run of a template showed: faults with the names they are about."""

    faults: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What decides whether a document of a kind can be issued now."""

    kind: str
    possible: frozenset[str]
    number_in_force: str = ""


@dataclass(frozen=True, slots=True)
class ApprovalFacts:
    uploaded_by: int
    approver: int | None


@dataclass(frozen=True, slots=True)
class PrintFacts:
    has_pdf: bool


def obstacles_to_template(findings: TemplateFindings) -> Iterator[Obstacle]:
    """Every fault of the dry run, with the names it is about."""
    for fault, names in findings.faults:
        yield Obstacle(
            code=f"template:{fault}",
            message=str(_FAULTS[fault]) % {"names": ", ".join(names)} if names else _FAULTS[fault],
            article=Article(6),
            field="file",
            next_step=_NEXT[fault],
        )


def obstacles_to_city_template(*, serves_city: bool) -> Iterator[Obstacle]:
    """What all organs write on is offered by an organ of the city itself."""
    if not serves_city:
        yield Obstacle(
            code="template:city",
            message=_("Only an organ of the city offers a template to the whole city."),
            article=Article(4),
            field="whole_city",
            next_step=_("Upload it for your own organ, or ask an organ of the city."),
        )


def obstacles_to_issuing_document(facts: IssueFacts) -> Iterator[Obstacle]:
    if facts.kind not in facts.possible:
        yield Obstacle(
            code="document:too_early",
            message=_("What this document would say has not been recorded yet."),
            article=Article(6),
            severity=Severity.REQUIRE,
            next_step=_("Take the step that the document tells of, then issue it."),
        )
    if facts.number_in_force:
        yield Obstacle(
            code="document:issued",
            message=_("It has been issued already: %(number)s.") % {"number": facts.number_in_force},
            article=Article(6),
            next_step=_("Open the issued document; a correction is a new version of it."),
        )


def obstacles_to_own_approval(facts: ApprovalFacts) -> Iterator[Obstacle]:
    """Two people stand behind every template."""
    if facts.uploaded_by == facts.approver:
        yield Obstacle(
            code="template:own",
            message=_("Who uploaded a template does not approve it."),
            article=Article(6),
            next_step=_("Another head of the organ approves it."),
        )


def obstacles_to_second_pdf(facts: PrintFacts) -> Iterator[Obstacle]:
    if facts.has_pdf:
        yield Obstacle(
            code="document:printed",
            message=_("The document has its PDF already."),
            article=Article(6),
            next_step=_("Download it."),
        )


def obstacles_to_no_font(*, has_font: bool) -> Iterator[Obstacle]:
    if not has_font:
        yield Obstacle(
            code="document:no_font",
            message=_("This computer has no Chinese font, so no PDF can be printed."),
            article=Article(6),
            next_step=_(
                "Have the system administrator install Noto CJK (Debian: fonts-noto-cjk). DOCX needs none."
            ),
        )


def missing_words(told: Iterable[tuple[str, str]], text: str) -> tuple[str, ...]:
    """The placeholders whose sample text does not stand in the filled template."""
    return tuple(sorted({name for name, sample in told if sample not in text}))
