"""The commitment letter on paper: the party's own words, to be signed or not (Art. 10 para. 1)."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from enforcement.models import Case
from enforcement.rules.letters import Block
from enforcement.services.documents import CaseLetter, Draft
from enforcement.services.documents.texts import phrases
from enforcement.vocabulary import LetterKind
from foundation.wording import day_text
from leniency.models import Promise
from leniency.vocabulary import PROMISE_IS_FREE


def commitment_letter(case: Case) -> Draft:
    """The last letter of the case as it stands: with name and day where it was received, else with lines."""
    promise = Promise.objects.filter(case=case).latest("id")
    return Draft(
        title=_("Commitment letter"),
        addressee=phrases.addressed(str(case.organ)),
        day=promise.received_on,
        signed_by=case.counterpart.name,
        personal=phrases.protected(case.counterpart),
        blocks=(
            phrases.party(case.counterpart),
            Block.facts(
                (_("Case"), case.title),
                (_("Matter"), case.matter.name),
                (_("Provision violated"), case.matter.violated),
                (_("To be corrected by"), day_text(promise.correct_by) if promise.correct_by else ""),
            ),
            *Block.paragraphs(promise.text),
            Block.notice(str(PROMISE_IS_FREE)),
            Block.facts((_("signed by"), promise.signed_by)),
            phrases.contact(case),
        ),
    )


PROMISED = Exists(Promise.objects.filter(case=OuterRef("pk")))
COMMITMENT_LETTER = CaseLetter(kind=LetterKind.PROMISE, is_recorded=PROMISED, write=commitment_letter)
