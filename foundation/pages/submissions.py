"""What happens around a submitted form: sent twice, overtaken, or not storable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from foundation.actors import Actor
from foundation.acts import ActForm
from foundation.acts.changes import changed_since
from foundation.obstacles import Forbidden, Obstacle, Severity


def fingerprint_parts(request: HttpRequest) -> Iterator[str]:
    """What was typed and attached, without the token that guards the form."""
    for name in sorted(request.POST):
        if name != "csrfmiddlewaretoken":
            yield name
            yield from request.POST.getlist(name)
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            yield f"{name}:{file.name}:{file.size}"


def put_errors(form: ActForm, error: ValidationError) -> None:
    """Show the errors of a service beside their fields, or above the form when it has no such field."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields and name != NON_FIELD_ERRORS else None, errors)


def somebody_was_quicker(thing: Any, read_version: int) -> Obstacle:
    """The answer to a stale form: what changed meanwhile, and that nothing typed is lost."""
    names = changed_since(thing, read_version)
    what = _("Changed: %(names)s.") % {"names": ", ".join(names)} if names else ""
    return Obstacle(
        code="version:stale",
        message=f"{_('Somebody changed this since you opened it.')} {what}".strip(),
        severity=Severity.REQUIRE,
        next_step=_("What you typed is kept below. Check it against the present state, then send it again."),
    )


def refuse_unseen(made: Any, actor: Actor) -> None:
    """Nobody makes a row where they could not see it: raises Forbidden, which undoes it."""
    rows: Any = getattr(type(made), "objects", None)
    if hasattr(rows, "visible_to") and not rows.visible_to(actor).filter(pk=made.pk).exists():
        raise Forbidden("scope")


def another_content() -> Obstacle:
    return Obstacle(
        code="submission:reused",
        message=_("This form was sent before, with another content."),
        next_step=_("See what is stored already; to send this too, open the form anew."),
    )
