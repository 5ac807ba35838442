"""What can be done with a thing now, as buttons: allowed, or with every reason why not (Art. 6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.urls import reverse

from foundation.actors import Actor
from foundation.acts import Act
from foundation.lifecycle import Lifecycle, Offer
from foundation.obstacles import Refused


def offers_of(
    thing: Any,
    *,
    acts: Mapping[str, Act],
    lifecycle: Lifecycle | None,
    act_url: str,
    by: Actor,
    at: datetime,
) -> list[dict[str, Any]]:
    """The acts on ``thing``: transitions of its present state first, then the others.

    Somebody who sees the thing but does not work on it is offered nothing.
    """
    if not acts or not type(thing).objects.workable_by(by).filter(pk=thing.pk).exists():
        return []
    offers = lifecycle.offers(thing, by=by, at=at) if lifecycle else []
    transitions = {t.name for t in lifecycle.transitions} if lifecycle else set()
    return [
        *(_of_transition(acts[o.name], o, thing, act_url) for o in offers if o.name in acts),
        *(
            _entry(act, act.label, thing, act_url)
            for act in acts.values()
            if act.name not in transitions and (act.permission is None or by.may(act.permission))
        ),
    ]


def _of_transition(act: Act, offer: Offer, thing: Any, act_url: str) -> dict[str, Any]:
    obstacles = act.unanswered(offer.obstacles)
    answerable = bool(obstacles) and act.takes_overrides and Refused(obstacles).can_be_overridden
    entry = _entry(act, act.label or offer.label, thing, act_url)
    entry["allowed"] = not obstacles or answerable
    entry["obstacles"] = obstacles
    entry["needs_form"] = act.needs_form or answerable
    return entry


def _entry(act: Act, label: Any, thing: Any, act_url: str) -> dict[str, Any]:
    return {
        "name": act.name,
        "label": label,
        "url": reverse(act_url, args=[thing.pk, act.name]),
        "allowed": True,
        "obstacles": (),
        "primary": act.primary,
        "needs_form": act.needs_form,
        "version": thing.version,
        "submission_key": uuid4(),
    }
