"""What the file gives for the public text of coercion, or of an inspection (PUB-1, PUB-2; Art. 4, 6).

Who, what kind and with what result: the facts of a case that is still open stay inside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from enforcement.models import CoerciveMeasure, Inspection, Publication
from enforcement.rules.public_texts import masked
from enforcement.services.publicity.wording import WRITTEN_IN, concerns_of, drafted_text, party_of
from enforcement.vocabulary import UNDECIDED, CaseState, Finding, InspectionResult
from enforcement.vocabulary.coercion import CoercionKind
from enforcement.vocabulary.publicity import Concern, PublicKind
from foundation.wording import day_text

FOLLOWS: dict[str, Any] = {
    InspectionResult.NOTHING: gettext_lazy("Nothing was found that is against the law."),
    InspectionResult.GUIDANCE: gettext_lazy("Something is to be put right; administrative guidance follows."),
    InspectionResult.CLUE: gettext_lazy(
        "Signs of a violation were found; they are looked into in a procedure of their own."
    ),
}


def drafted_text_of(row: Publication) -> dict[str, Any]:
    """The text of ``row`` as its file gives it, in Chinese, with what is private masked."""
    with translation.override(WRITTEN_IN):
        return _WRITERS[PublicKind(row.kind)](row)


def _of_measure(measure: CoerciveMeasure) -> dict[str, Any]:
    case = measure.case
    party, private = party_of(case), case.private_details()
    names = {case.counterpart.name: party} if case.counterpart.is_citizen else {}
    said = {
        "violation": _("In a case about: %(matter)s.") % {"matter": case.matter.name},
        "basis": measure.legal_basis,
        "result": pgettext("between parts of a decision", "; ").join(_what_was_done(measure)),
    }
    texts = {name: masked(text, private, names=names) for name, text in said.items()}
    liberty = [Concern.PRIVACY.value] if measure.kind == CoercionKind.RESTRICT else []
    return {"party": party, **texts, "concerns": [*concerns_of(case), *liberty]}


def _what_was_done(measure: CoerciveMeasure) -> Iterator[str]:
    """The kind, how many things and for how long; neither the things nor the place."""
    yield str(CoercionKind(measure.kind).label)
    if things := len(measure.items.all()):
        yield _("things by the inventory: %(count)s") % {"count": things}
    if measure.expires_on is not None:
        yield _("until %(day)s at the latest") % {"day": day_text(measure.expires_on)}


def _of_visit(visit: Inspection) -> dict[str, Any]:
    party, private = visit.counterpart, visit.counterpart.private_details()
    names = {party.name: party.public_name} if party.is_citizen else {}
    looked_at = [
        _("%(matter)s: %(finding)s") % {"matter": item.matter.name, "finding": Finding(item.finding).label}
        for item in visit.items.select_related("matter")
        if item.finding
    ]
    is_open = visit.case is not None and visit.case.state in (CaseState.CLUE, *UNDECIDED)
    return {
        "party": party.public_name,
        "violation": "\n".join(looked_at) or str(FOLLOWS[visit.result]),
        "basis": masked(visit.basis, private, names=names),
        "result": str(FOLLOWS[visit.result]),
        "concerns": [Concern.LINKED_CASE.value] if is_open else [],
    }


_WRITERS: dict[PublicKind, Callable[[Publication], dict[str, Any]]] = {
    PublicKind.PENALTY: lambda row: drafted_text(row.case),  # type: ignore[arg-type]
    PublicKind.COERCION: lambda row: _of_measure(row.measure),  # type: ignore[arg-type]
    PublicKind.INSPECTION: lambda row: _of_visit(row.inspection),  # type: ignore[arg-type]
}
