"""The rights of a token in words, by what they are about (Art. 4)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.permissions import Permission

ABOUT: dict[str, Any] = {
    "audit": _("audit record"),
    "case": _("cases"),
    "coercion": _("coercion"),
    "counterpart": _("counterparts"),
    "evaluation": _("evaluation"),
    "guidance": _("guidance"),
    "inspection": _("inspections"),
    "job": _("jobs"),
    "leniency": _("leniency lists"),
    "matter": _("matters"),
    "mediation": _("mediation"),
    "officer": _("officers"),
    "organ": _("organs"),
    "recusal": _("recusal"),
    "risk": _("risk points"),
    "role": _("roles"),
    "supervision": _("supervision"),
    "system": _("running of the system"),
    "template": _("document templates"),
    "token": _("tokens"),
    "training": _("training"),
    "visit": _("return visits"),
}
TO: dict[str, Any] = {
    "approve": pgettext_lazy("a right to", "approve"),
    "decide": pgettext_lazy("a right to", "decide"),
    "define": pgettext_lazy("a right to", "define ways"),
    "edit": pgettext_lazy("a right to", "edit"),
    "grant": pgettext_lazy("a right to", "grant"),
    "handle": pgettext_lazy("a right to", "handle"),
    "hold": pgettext_lazy("a right to", "hold"),
    "issue": pgettext_lazy("a right to", "issue"),
    "look": pgettext_lazy("a right to", "look into files"),
    "operate": pgettext_lazy("a right to", "operate"),
    "plan": pgettext_lazy("a right to", "plan"),
    "propose": pgettext_lazy("a right to", "propose"),
    "publish": pgettext_lazy("a right to", "publish"),
    "ratings": pgettext_lazy("a right to", "see ratings"),
    "read": pgettext_lazy("a right to", "read"),
    "reveal": pgettext_lazy("a right to", "reveal personal data"),
    "review": pgettext_lazy("a right to", "review"),
    "run": pgettext_lazy("a right to", "run"),
    "weigh": pgettext_lazy("a right to", "approve weights"),
}


def rights_by_area() -> list[tuple[Any, list[tuple[str, Any]]]]:
    """All rights as choices, grouped by what they are about, in the order of the list of permissions."""
    groups: dict[str, list[tuple[str, Any]]] = {}
    for right in Permission:
        area, work = right.value.split(":")
        groups.setdefault(area, []).append((right.value, TO[work]))
    return [(ABOUT[area], rights) for area, rights in groups.items()]
