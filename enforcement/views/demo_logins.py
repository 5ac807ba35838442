"""The people of the invented city whom one click signs in, and only in the demonstration."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

_CARDS: tuple[tuple[str, Any, Any, str], ...] = (
    ("officer", _("Officer"), _("South District: handles cases, gives guidance"), "user"),
    ("officer2", _("Second officer"), _("South District: the other pair of eyes"), "users"),
    ("head", _("Department head"), _("South District: approves and decides"), "gavel"),
    ("reviewer", _("Legal reviewer"), _("South District: reviews before decisions"), "scale"),
    ("supervisor", _("Enforcement supervisor"), _("South District: sees all organs there"), "eye"),
    ("integrity", _("Integrity supervisor"), _("reads what return visits say of officers"), "shield"),
    ("evaluator", _("Municipal evaluator"), _("reads figures and masked files of the city"), "chart-bar"),
    ("orgadmin", _("Organ administrator"), _("keeps organs, officers and matters"), "building"),
    ("sysadmin", _("System administrator"), _("keeps the machinery, sees no case"), "settings"),
    ("secadmin", _("Security administrator"), _("grants roles and tokens, sees no case"), "key"),
    ("auditor", _("Audit administrator"), _("reads the audit record, sees no case"), "history"),
    (
        "officer_north",
        _("Officer of another district"),
        _("North District: sees nothing of the south"),
        "user",
    ),
    ("head_north", _("Head of another district"), _("North District: sees nothing of the south"), "gavel"),
)
DEMO_LOGINS: tuple[dict[str, Any], ...] = tuple(
    {"username": username, "label": label, "note": note, "icon": icon}
    for username, label, note, icon in _CARDS
)
DEMO_USERNAMES = frozenset(login["username"] for login in DEMO_LOGINS)
