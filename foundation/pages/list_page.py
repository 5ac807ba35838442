"""A page that shows a list, and gives it as a file."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from foundation.lists.exportable import exportable_lists
from foundation.lists.exporting import CONTENT_TYPES, LARGEST_INLINE, TooManyRows, export
from foundation.lists.faults import BadQuery
from foundation.lists.keyset import Slice
from foundation.lists.listing import Listing
from foundation.lists.spec import ListSpec
from foundation.pages import query_links
from foundation.pages.cells import rows_of
from foundation.pages.page import Page
from foundation.permissions import Permission


class ListPage(Page):
    """Shows ``spec``. ``create_url`` names the page that adds a row, for who may ``create_permission``."""

    spec: ClassVar[ListSpec]
    template_name = "foundation/list.html"
    partial_template = "foundation/list.html"  # a partial is not inherited: name the template that holds it
    partial = "list"
    partial_target = "list"
    subtitle: Any = ""
    create_url: ClassVar[str] = ""
    create_label: Any = _("New")
    create_permission: ClassVar[Permission | None] = None
    empty_title: Any = _("Nothing here yet")
    empty_text: Any = ""
    http_method_names = ["get", "head", "options"]

    @cached_property
    def listing(self) -> Listing:
        return Listing(self.spec, actor=self.actor, at=self.now, params=self.request.GET)

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        self._note_unknown()
        form = request.GET.get("export")
        if form is None:
            return self._show()
        if form not in CONTENT_TYPES:
            return self._excuse(gettext("This list is given as CSV or XLSX."))
        try:
            return self._file(form)
        except TooManyRows:
            return self._too_many(form)
        except BadQuery:
            return self._show()

    def _show(self, *, status: int = 200) -> HttpResponseBase:
        builder = self.listing.builder(self.spec.columns_for(self.actor))
        try:
            part, count = self.listing.page(builder), self.listing.count()
        except BadQuery as error:
            nothing = {**self._rows(Slice([], None, None), builder, None), "empty": _misunderstood(error)}
            return self._render({**self._frame(), **nothing}, 400 if "cursor" in error.errors else 200)
        return self._render({**self._frame(), **self._rows(part, builder, count)}, status)

    def _too_many(self, form: str) -> HttpResponseBase:
        """Offer the file as a job, where a worker finds the list by its name."""
        most = f"{LARGEST_INLINE:,}"
        may = self.actor.may(Permission.JOB_RUN)
        if not may or exportable_lists().get(self.spec.name) is not self.spec:
            words = gettext("More than %(most)s rows: narrow the list by filters, then export it.")
            return self._excuse(words % {"most": most})
        filters = query_links.changed(self.request.GET).removeprefix("?")
        page = {
            "title": gettext("A long list"),
            "list_title": self.title or self.spec.title,
            "most": most,
            "back_url": f"{self.request.path}?{filters}",
            "fields": {"list": self.spec.name, "format": form, "filters": filters},
        }
        return self.show(page, template="foundation/export_large.html")

    def _excuse(self, words: str) -> HttpResponseBase:
        messages.error(self.request, words)
        return self._show(status=400)

    def _render(self, page: dict[str, Any], status: int) -> HttpResponseBase:
        narrowed = self.request.headers.get("HX-Target") == self.partial_target
        template = f"{self.partial_template}#{self.partial}" if narrowed else self.template_name
        return self.show(page, status=status, template=template)

    def _frame(self) -> dict[str, Any]:
        listing, params = self.listing, self.request.GET
        return {
            "title": self.title or self.spec.title,
            "subtitle": self.subtitle,
            "spec": {"name": self.spec.name, "columns": self.spec.columns_for(self.actor)},
            "filter_form": listing.filterset.form if self.spec.all_filters else None,
            "searchable": self.spec.search is not None,
            "q": listing.asked.text,
            "chips": query_links.chips(listing),
            "sort_urls": query_links.sort_urls(listing, self.actor),
            "ordering": listing.asked.keyset.ordering,
            "export_urls": {form: query_links.changed(params, export=form) for form in CONTENT_TYPES},
            **self._creation(),
        }

    def _rows(self, part: Slice, builder: Any, count: Any) -> dict[str, Any]:
        params = self.request.GET
        return {
            "rows": rows_of(self.spec, builder, part.rows),
            "next_url": query_links.cursor_url(params, part.next),
            "previous_url": query_links.cursor_url(params, part.previous),
            "count_label": count.label if count else "",
            "empty": self._empty(),
        }

    def _creation(self) -> dict[str, Any]:
        may = self.create_permission is None or self.actor.may(self.create_permission)
        url = reverse(self.create_url) if self.create_url and may else ""
        return {"create_url": url, "create_label": self.create_label}

    def _empty(self) -> dict[str, Any]:
        """What an empty list says: remove the filters, or make the first row."""
        if query_links.chips(self.listing):
            return {
                "title": gettext("Nothing matches"),
                "text": gettext("Remove a filter, or search for something shorter."),
                "action_url": self.request.path,
                "action_label": gettext("Show all"),
            }
        creation = self._creation()
        label = creation["create_label"] if creation["create_url"] else ""
        return {
            "title": self.empty_title,
            "text": self.empty_text,
            "action_url": creation["create_url"],
            "action_label": label,
        }

    def _note_unknown(self) -> None:
        names = [name[:40] for name in self.listing.asked.unknown]
        if names:
            text = ngettext(
                "This part of the address was not understood and left out: %(names)s.",
                "These parts of the address were not understood and left out: %(names)s.",
                len(names),
            )
            messages.warning(self.request, text % {"names": ", ".join(names)})

    def _file(self, form: str) -> FileResponse:
        day = datetime.strftime(timezone.localtime(self.now), "%Y%m%d")
        return FileResponse(
            export(self.listing, form),
            as_attachment=True,
            filename=f"{self.spec.title}-{day}.{form}",
            content_type=CONTENT_TYPES[form],
        )


def _misunderstood(error: BadQuery) -> dict[str, Any]:
    """The empty list of a query with faults: what is wrong, and the way back."""
    words = [str(fault.message) for faults in error.errors.values() for fault in faults]
    return {
        "title": gettext("This was not understood"),
        "text": " ".join(words),
        "action_url": "?",
        "action_label": gettext("Show all"),
    }
