"""How likely two entries of the registry are the same counterpart, with every point explained (Art. 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.names import likeness, plain_of

NAME, PERSON, PLACE = 80, 12, 8
WORTH_SHOWING = 55
_WINDOW = 3
FORMS_OF_ENTERPRISE = (
    "股份有限公司", "有限责任公司", "有限公司", "分公司", "专业合作社", "合作社", "个体工商户", "经营部",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Likeness:
    """Points out of a hundred, and where each came from."""

    score: int
    reasons: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is compared of an entry."""

    name: str
    region_id: int | None = None
    representative: str = ""


def core_of(name: str, places: tuple[str, ...] = ()) -> str:
    """The part of a name that tells it from others: without place in front and legal form behind."""
    core = plain_of(name)
    for place in sorted((plain_of(p) for p in places), key=len, reverse=True):
        core = core.removeprefix(place)
    for form in FORMS_OF_ENTERPRISE:
        core = core.removesuffix(form)
    return core or plain_of(name)


def windows_of(core: str) -> list[str]:
    """Pieces of a core, any of which a likely duplicate shares."""
    if len(core) <= _WINDOW:
        return [core]
    return [core[i : i + _WINDOW] for i in range(len(core) - _WINDOW + 1)][:20]


def compare(one: Known, other: Known, *, places: tuple[str, ...] = ()) -> Likeness:
    """How alike two entries are."""
    share = likeness(core_of(one.name, places), core_of(other.name, places))
    points = round(NAME * share)
    reasons: list[Any] = [_("names alike: %(percent)s %%") % {"percent": round(100 * share)}]
    if one.representative and plain_of(one.representative) == plain_of(other.representative):
        points += PERSON
        reasons.append(_("same legal representative"))
    if one.region_id is not None and one.region_id == other.region_id:
        points += PLACE
        reasons.append(_("same region"))
    return Likeness(points, tuple(reasons))
