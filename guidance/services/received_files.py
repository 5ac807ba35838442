"""Files that come with guidance: few, small, of a known type by their content, kept like evidence (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from enforcement.services.evidence.adding import plain_name
from enforcement.services.evidence.storing import Stored, stored
from enforcement.services.evidence.types import ACCEPTED, FileType, NotAccepted, type_of

MOST_AT_ONCE = 5
MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
Arrived = tuple[Stored, str, str]


@contextmanager
def received(files: Iterable[Any], *, folder: str, field: str) -> Iterator[list[Arrived]]:
    """The uploaded ``files`` in ``folder`` on the disk, each with name and type; taken away when the body fails.

    Raises ValidationError by ``field`` for too many, too large, empty, or of a kind that is not what it says.
    """
    given = list(files)
    kinds = _checked(given, field)
    with ExitStack() as stack:
        kept = [stack.enter_context(stored(file, at_most=LARGEST, folder=folder)) for file in given]
        names = [plain_name(file.name, kind) for file, kind in zip(given, kinds, strict=True)]
        yield [(k, n, kind.content_type) for k, n, kind in zip(kept, names, kinds, strict=True)]


def _checked(files: list[Any], field: str) -> list[FileType]:
    if len(files) > MOST_AT_ONCE:
        words = _("At most %(most)s files at a time.") % {"most": MOST_AT_ONCE}
        raise ValidationError({field: ValidationError(words, code="too_many")})
    faults: list[ValidationError] = []
    kinds: list[FileType] = []
    for file in files:
        try:
            kinds.append(_kind_of(file))
        except ValidationError as fault:
            faults.append(fault)
    if faults:
        raise ValidationError({field: faults})
    return kinds


def _kind_of(file: Any) -> FileType:
    if not file.size:
        raise _fault(file, _("The file is empty."), "empty")
    if file.size > LARGEST:
        raise _fault(file, _("The file is larger than 10 MB."), "too_large")
    try:
        return type_of(file, name=file.name, size=file.size)
    except NotAccepted as error:
        raise _fault(
            file, format_lazy(_("{why} Accepted are {types}."), why=error.message, types=ACCEPTED), "type"
        ) from error


def _fault(file: Any, words: Any, code: str) -> ValidationError:
    return ValidationError(f"{file.name[:80]}: {words}", code=code)
