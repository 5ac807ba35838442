"""The inventory of what is sealed or seized, thing by thing with its return (Coercion Law, Art. 24, 26-28)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from enforcement.models import CoerciveMeasure, SeizedItem
from enforcement.rules.letters import Block
from enforcement.services.documents.sources import Draft
from enforcement.services.documents.texts import phrases
from enforcement.vocabulary.coercion import ItemFate
from foundation.wording import day_text, moment_text


def things_of(measure: CoerciveMeasure) -> Iterator[Block]:
    """One row a thing, numbered; nothing where no thing was entered."""
    items = list(measure.items.all())
    if items:
        yield Block.facts(
            *((_("Thing %(n)s") % {"n": n}, _told(item)) for n, item in enumerate(items, start=1))
        )


def _told(item: SeizedItem) -> str:
    known = [str(item), item.mark, item.condition, item.kept_at]
    if item.fate != ItemFate.KEPT:
        known.append(f"{item.get_fate_display()} {day_text(item.dealt_on)}")
        known.append(item.receipt)
    return _("; ").join(part for part in known if part)


def inventory(measure: CoerciveMeasure) -> Draft:
    """The list that both sides sign: in two copies, one for the party."""
    case = measure.case
    return Draft(
        title=_("Inventory of things sealed or seized"),
        number=measure.number,
        addressee=phrases.addressed(case.counterpart.name),
        day=timezone.localdate(measure.applied_at) if measure.applied_at else None,
        personal=phrases.protected(case.counterpart),
        blocks=(
            phrases.party(case.counterpart),
            Block.facts(
                (_("Measure"), measure.get_kind_display()),
                (_("Applied at"), moment_text(measure.applied_at) if measure.applied_at else ""),
                (_("Place"), measure.place),
            ),
            Block.heading(_("The things")),
            *things_of(measure),
            Block.notice(
                _(
                    "Each thing was counted and looked at in the presence of those who sign. The list is made in two "
                    "copies: one stays with the party, one in the file. Things are given back against a receipt."
                )
            ),
            phrases.to_sign(case.counterpart.name, _("Officers"), measure.witness or _("Witness")),
            phrases.contact(case),
        ),
    )
