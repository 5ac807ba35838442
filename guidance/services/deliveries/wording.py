"""What the addressee reads: the text, who stands for it, and always that it is voluntary (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from foundation.wording import day_text
from guidance.models import Delivery, GuidanceAction
from guidance.services.links.finding import address_of
from guidance.vocabulary import VOLUNTARY_NOTICE


@dataclass(frozen=True, slots=True)
class Message:
    subject: str
    text: str


def message_of(delivery: Delivery, *, at: datetime) -> Message:
    """The message, in the language of the city, with the link by which it is read and answered."""
    with translation.override(settings.LANGUAGE_CODE):
        action = delivery.action
        subject = _("%(organ)s: %(title)s") % {"organ": action.organ.name, "title": action.title}
        return Message(
            " ".join(subject.split())[:200], "\n\n".join(_parts(action, address_of(action, at=at)))
        )


def _parts(action: GuidanceAction, link: str) -> Iterator[str]:
    yield _("Dear %(name)s,") % {"name": action.addressee}
    yield action.content
    if action.reply_by is not None:
        yield _("A reply is invited by %(day)s.") % {"day": day_text(action.reply_by)}
    if action.contact:
        yield _("Contact: %(contact)s") % {"contact": action.contact}
    yield str(VOLUNTARY_NOTICE)
    if link:
        yield _("Read and answer it here: %(address)s") % {"address": link}
    yield f"{action.organ.name} {action.number}"
