"""Who cites a provision: matters here, and whatever the floors above register (Art. 3, 10 para. 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import MatterProvision
from enforcement.models.base import in_words
from enforcement.reports.rules_citing import rules_by_provision
from foundation.actors import Actor


@dataclass(frozen=True, slots=True)
class Citing:
    """A thing that cites a provision, and what a change or a disappearance would do to it."""

    provision_id: int
    kind: Any
    number: str
    title: str
    url: str
    when_changed: Any
    when_vanished: Any


Citer = Callable[[Collection[int], Actor], Iterable[Citing]]
TO_CHECK = _("to be checked by a person")
MOST = 500


def matters_citing(provisions: Collection[int], _actor: Actor) -> Iterator[Citing]:
    """The matters that rest on the provisions."""
    rows = MatterProvision.objects.filter(provision__in=provisions).order_by("matter__code", "id")
    columns = ("provision_id", "matter_id", "matter__code", "matter__name_zh", "matter__name_en")
    for provision, key, code, zh, en in rows.values_list(*columns)[:MOST]:
        url = reverse("enforcement:matter_detail", args=[key])
        yield Citing(provision, _("Matter"), code, in_words(zh, en), url, TO_CHECK, TO_CHECK)


def rules_citing(provisions: Collection[int], _actor: Actor) -> Iterator[Citing]:
    """The rules of the rulebook that rest on the provisions; whoever reads laws reads the rulebook."""
    for provision, rule in rules_by_provision(provisions):
        url = rule.get_absolute_url()
        yield Citing(provision, _("Rule of the rulebook"), rule.code, rule.title, url, TO_CHECK, TO_CHECK)


_citers: list[Citer] = [matters_citing, rules_citing]


def register_citer(citer: Citer) -> Citer:
    """Let an app above name what of its own cites provisions; one query each."""
    if citer not in _citers:
        _citers.append(citer)
    return citer


def citing(provisions: Collection[int], actor: Actor) -> dict[int, list[Citing]]:
    """Everything that cites one of the provisions, by provision."""
    found: dict[int, list[Citing]] = defaultdict(list)
    for citer in _citers:
        for one in citer(provisions, actor):
            found[one.provision_id].append(one)
    return found
