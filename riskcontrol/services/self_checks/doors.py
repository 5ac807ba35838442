"""How every act behind the link of a self-check begins: the row locked, and who stands at the door (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import CounterpartLink
from guidance.services.links import LinkPart, standing_link_of
from guidance.services.links.reading import HOLDER
from guidance.vocabulary import GuidanceState
from riskcontrol.models import SelfCheck
from riskcontrol.rules.self_checks import DoorFacts
from riskcontrol.services.base import ARTICLE


@contextmanager
def behind_link(link: CounterpartLink, verb: str, *, at: datetime) -> Iterator[SelfCheck]:
    """Open the entry ``self_check:<verb>`` and lock the self-check that the guidance of ``link`` offers.

    Raises SelfCheck.DoesNotExist where it offers none.
    """
    with audited(f"self_check:{verb}", by=HOLDER, at=at, under=ARTICLE):
        key = SelfCheck.objects.values_list("pk", flat=True).get(invitation=link.action_id)
        yield SelfCheck.objects.with_everything().locked(key)


def check_of(link: CounterpartLink) -> SelfCheck | None:
    """The self-check that the guidance of ``link`` offers, if it offers one."""
    found: SelfCheck | None = SelfCheck.objects.with_everything().filter(invitation=link.action_id).first()
    return found


def door_of(check: SelfCheck, link: CounterpartLink, *, is_officer: bool, at: datetime) -> DoorFacts:
    """What the rules need to know about who stands at the door."""
    return DoorFacts(
        is_officer=is_officer,
        link_is_live=link.is_live(at),
        is_withdrawn=link.action.state == GuidanceState.WITHDRAWN,
        is_submitted=check.is_submitted,
    )


def refuse(found: Iterable[Obstacle]) -> None:
    """Raise Refused when anything was found."""
    if standing := list(found):
        raise Refused(standing)


def address_for(check: SelfCheck, *, by: Actor, at: datetime) -> str:
    """The address at which the party fills in ``check``; empty as ``path_for`` says."""
    return absolute(path_for(check, by=by, at=at))


def absolute(path: str) -> str:
    """What is scanned and sent: ``path`` with the address of this installation; empty where there is none."""
    return f"{settings.PUBLIC_URL}{path}" if path else ""


def path_for(check: SelfCheck, *, by: Actor, at: datetime) -> str:
    """Its path on this house; empty for who does not work on ``check``, and when its link ended."""
    if (
        not by.may(Permission.GUIDANCE_HANDLE)
        or not SelfCheck.objects.workable_by(by).filter(pk=check.pk).exists()
    ):
        return ""
    link = standing_link_of(check.invitation)
    if link is None or not link.is_live(at):
        return ""
    return reverse("riskcontrol:self_check_link", args=[link.token])


def part_of_link(link: CounterpartLink, _at: datetime) -> LinkPart | None:
    """What the page of the guidance says of the self-check that it offers."""
    check = check_of(link)
    if check is None:
        return None
    url = reverse("riskcontrol:self_check_link", args=[link.token])
    if check.is_submitted:
        done = _("You submitted it. When something you found is corrected later, add it there.")
        return LinkPart(_("Self-check"), done, _("Open the self-check"), url, is_done=True)
    text = ngettext(
        "%(count)s point, in plain words, in your own time. What you type is saved as you type it.",
        "%(count)s points, in plain words, in your own time. What you type is saved as you type it.",
        len(check.editions),
    ) % {"count": len(check.editions)}
    return LinkPart(_("Self-check"), text, _("Begin the self-check"), url)
