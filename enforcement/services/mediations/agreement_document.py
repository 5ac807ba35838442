"""The mediation agreement as a document for the parties to sign (Art. 7)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from enforcement.models import Mediation
from enforcement.rules.letters import Block
from enforcement.services.documents import Draft, Source, register_source
from enforcement.vocabulary import WITH_AGREEMENT, LetterKind
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.wording import day_text

LINE = "＿＿＿＿＿＿＿＿"


def kinds_of(mediation: Mediation) -> Iterator[LetterKind]:
    """Only what was agreed has an agreement."""
    if mediation.state in WITH_AGREEMENT:
        yield LetterKind.MEDIATION


def write(mediation: Mediation, _kind: LetterKind) -> Draft:
    """The agreement with parties, dispute, terms, and the lines to sign on."""
    parties = list(mediation.parties.all())
    return Draft(
        title=_("Mediation agreement"),
        number=mediation.number,
        addressee="",
        day=mediation.ended_on,
        blocks=(
            Block.facts(*((str(party.get_role_display()), party.shown_name) for party in parties)),
            Block.heading(_("1. The dispute")),
            *Block.paragraphs(mediation.dispute),
            Block.heading(_("2. What the parties agreed, of their own free will")),
            *Block.paragraphs(mediation.agreement),
            Block.facts(
                (_("To be performed by"), day_text(mediation.perform_by) if mediation.perform_by else "")
            ),
            Block.notice(
                _(
                    "The parties agreed freely and under guidance of the mediators. Who does not perform does not lose "
                    "the other party its rights: it may turn to arbitration or to the people's court. The parties may "
                    "together ask the court to confirm this agreement."
                )
            ),
            Block.facts(
                *((_("Signature of %(name)s") % {"name": party.shown_name}, LINE) for party in parties),
                (_("Mediators"), _(", ").join(m.officer.name for m in mediation.mediators.all())),
            ),
        ),
    )


register_source(
    Source(
        noun="mediation",
        model=Mediation,
        handle=Permission.MEDIATION_HANDLE,
        article=Article(7),
        rows=lambda: Mediation.objects.all().whole(),
        kinds=kinds_of,
        write=write,
        act_url="enforcement:mediation_act",
        case_of=lambda mediation: mediation.case,
        field_of=lambda mediation: mediation.field_id,
    )
)
