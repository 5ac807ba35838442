"""The export of a list as long work: the same rows, masks and words as on the page, however many (Art. 4)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.jobs.kinds import JobKind, Parameters, Task, Work, register_kind
from foundation.jobs.ordering import order_job
from foundation.lists.exportable import exportable_lists
from foundation.lists.exporting import CONTENT_TYPES, note_export, write_list
from foundation.lists.faults import BadQuery
from foundation.lists.listing import Listing
from foundation.models import Job

EXPORT = "export"
NOT_OF_THE_ROWS = ("count", "cursor", "export", "page_size")
MOST_ROWS = 5_000_000


def parameters_of(name: str, form: str, query: str) -> Parameters:
    """The parameters of an export: the list, the kind of file, and what the list's address asks for."""
    asked = QueryDict(query, mutable=True)
    for parameter in NOT_OF_THE_ROWS:
        asked.pop(parameter, None)
    return {"list": name, "format": form, "query": asked.urlencode()}


def order_export(*, by: Actor, at: datetime, list: str, format: str, filters: str = "") -> Job:
    """Order a list as a file of any size; raises what ``order_job`` raises."""
    parameters = parameters_of(list, format, filters)
    return order_job(by=by, at=at, kind=EXPORT, parameters=parameters)


def listing_of(parameters: Parameters, actor: Actor, at: datetime) -> Listing:
    """The list as ``actor`` sees it now; raises KeyError for an unknown list, Forbidden for a closed one."""
    spec = exportable_lists()[parameters["list"]]
    return Listing(spec, actor=actor, at=at, params=QueryDict(parameters["query"]))


def _check(parameters: Parameters, actor: Actor, at: datetime) -> None:
    """Raises ValidationError by parameter, Forbidden when the list is not for this actor."""
    if parameters["format"] not in CONTENT_TYPES:
        raise ValidationError({"format": _("This list is given as CSV or XLSX.")})
    if parameters["list"] not in exportable_lists():
        raise ValidationError({"list": _("There is no such list.")})
    listing = listing_of(parameters, actor, at)
    try:
        listing.refuse_unknown()
        listing.queryset.none()
    except BadQuery as error:
        words = [f"{name}: {fault.message}" for name, faults in error.errors.items() for fault in faults]
        raise ValidationError({"filters": words}) from error


def _work(task: Task) -> Work:
    listing = listing_of(task.parameters, task.actor, task.at)
    total = listing.count(MOST_ROWS).number
    task.progress(0, total)
    form = task.parameters["format"]
    rows = write_list(listing, form, task.target, tell=lambda done: task.progress(done, max(done, total)))
    return Work(rows, note=lambda: note_export(listing, form, rows))


def _title(parameters: Parameters) -> Any:
    spec = exportable_lists().get(parameters["list"])
    return spec.title if spec else parameters["list"]


def _file_name(parameters: Parameters, at: datetime) -> str:
    day = timezone.localtime(at).strftime("%Y%m%d")
    return f"{_title(parameters)}-{day}.{parameters['format']}"


LIST_EXPORT = register_kind(
    JobKind(
        name=EXPORT,
        title=_title,
        file_name=_file_name,
        content_type=lambda parameters: CONTENT_TYPES[parameters["format"]],
        check=_check,
        work=_work,
    )
)
