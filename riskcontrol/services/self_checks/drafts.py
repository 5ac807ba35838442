"""What is typed into a self-check is kept at once; nobody but the party reads it before it is submitted (Art. 9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from foundation.actors import Actor
from guidance.models import CounterpartLink
from guidance.services.links.replying import voice_of
from riskcontrol.lifecycle import CHECK_LIFECYCLE
from riskcontrol.models import SelfCheck, SelfCheckDraft
from riskcontrol.rules.self_checks import obstacles_to_filling_in
from riskcontrol.services.self_checks.doors import behind_link, check_of, door_of, refuse
from riskcontrol.vocabulary import CheckState

TYPED = ("answer", "note", "found_on", "corrected_on", "wants_help")
LONGEST = 1000


def begin_and_save(*, by: Actor, at: datetime, link: CounterpartLink, typed: Mapping[str, str]) -> SelfCheck:
    """Keep what was typed so far, by the names of the fields; the first time notes that it was begun.

    Raises Refused once it was submitted, and SelfCheck.DoesNotExist where the guidance offers none.
    """
    check = check_of(link)
    if check is None:
        raise SelfCheck.DoesNotExist
    refuse(obstacles_to_filling_in(door_of(check, link, is_officer=by.officer_id is not None, at=at)))
    if check.state == CheckState.ASKED:
        check = _begun(link, at)
    SelfCheckDraft.objects.update_or_create(
        self_check=check, defaults={"values": known_values(check, typed), "saved_at": at}
    )
    return check


def known_values(check: SelfCheck, typed: Mapping[str, str]) -> dict[str, str]:
    """Of what was sent only what the form asks for, and no more of it than it takes."""
    names = [f"{name}_{key}" for key in check.editions for name in TYPED]
    return {name: typed[name][:LONGEST] for name in (*names, "declared_by") if typed.get(name)}


def _begun(link: CounterpartLink, at: datetime) -> SelfCheck:
    with behind_link(link, "begin", at=at) as check:
        if check.state == CheckState.ASKED:
            CHECK_LIFECYCLE.take(check, "begin", by=voice_of(check.invitation), at=at)
            check.begun_at = at
            check.save()
        return check
