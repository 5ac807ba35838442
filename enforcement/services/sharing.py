"""Letting an organ take part in a thing of another: its officers see that one thing, and no other (Art. 4)."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction

from enforcement.models import OrganShare


def let_take_part(organ_id: int, thing: str) -> None:
    """Let the officers of an organ see ``thing``, named as ``noun:key``."""
    _keep(organ_id, lambda things: things | {thing})


def end_taking_part(organ_id: int, thing: str) -> None:
    """Let them see it no longer."""
    _keep(organ_id, lambda things: things - {thing})


@transaction.atomic
def _keep(organ_id: int, change: Callable[[set[str]], set[str]]) -> None:
    share, _made = OrganShare.objects.select_for_update().get_or_create(organ_id=organ_id)
    share.things = sorted(change(set(share.things)))
    share.save()
