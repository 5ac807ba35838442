"""Pages of documents: the list, one document on paper, its files, and what can be issued about a thing."""

from __future__ import annotations

import io
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.forms.documents import DOCUMENT_ACTS
from enforcement.lifecycle import DOCUMENT_LIFECYCLE
from enforcement.lists.documents import DOCUMENT_LIST, letter_tone
from enforcement.models import Document
from enforcement.rules.documents import obstacles_to_no_font
from enforcement.rules.letters import Letter
from enforcement.serializers.document_file import file_of, readable
from enforcement.services.documents import Source, nouns, preview, printed_or_none, source_of
from enforcement.vocabulary import FileForm, LetterKind, LetterLanguage
from foundation.obstacles import Forbidden, Refused
from foundation.pages import DetailPage, ListPage, TransitionPage
from foundation.pages.thing_page import ThingPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ, REVEAL = Permission.COUNTERPART_READ, Permission.COUNTERPART_REVEAL


class DocumentListPage(ListPage):
    spec = DOCUMENT_LIST
    template_name = "enforcement/document_list.html"
    permission = READ
    empty_title = _("No documents yet")
    empty_text = _(
        "Documents are issued from the page of a case, of guidance, coercion, an inspection or a mediation."
    )


class DocumentPage(DetailPage):
    model = Document
    permission = READ
    template_name = "enforcement/document_detail.html"
    acts = DOCUMENT_ACTS
    lifecycle = DOCUMENT_LIFECYCLE
    act_url = "enforcement:document_act"

    def rows(self) -> Any:
        related = Document.objects.select_related(
            "case", "issued_by", "organ", "successor", "supersedes", "template"
        )
        return related.prefetch_related("files")

    def context(self) -> dict[str, Any]:
        document = self.thing
        found = super().context()
        return {
            **found,
            "offers": [o for o in found["offers"] if o["name"] != "add_pdf" or not document.has_pdf],
            "letter": readable(document.letter, self.actor),
            "about": _about(document),
            "may_take": self.actor.may(REVEAL) or not document.letter.personal,
            "state": {"value": document.get_state_display(), "tone": letter_tone(document.state)},
            "successor": getattr(document, "successor", None),
            "entries": entries_of(document),
        }


def _about(document: Document) -> Any:
    return source_of(document.noun).model(pk=document.subject_id).get_absolute_url()


class DocumentActPage(TransitionPage):
    model = Document
    permission = READ
    acts = DOCUMENT_ACTS
    lifecycle = DOCUMENT_LIFECYCLE

    def rows(self) -> Any:
        return Document.objects.prefetch_related("files")


class DocumentDownload(ThingPage):
    """The frozen file; one with protected data only for who may see them."""

    model = Document
    permission = READ
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        return file_of(self.thing, kwargs["form"], by=self.actor, at=self.now)


class AboutPage(ThingPage):
    """A page about a thing that documents can be about: its noun stands in the address."""

    permission = READ
    http_method_names = ["get", "head", "options"]

    @cached_property
    def source(self) -> Source:
        if self.kwargs["noun"] not in nouns():
            raise Http404
        return source_of(self.kwargs["noun"])

    def rows(self) -> Any:
        return self.source.rows()

    @cached_property
    def may_issue(self) -> bool:
        workable = self.source.model.objects.workable_by(self.actor).filter(pk=self.thing.pk)
        return self.actor.may(self.source.handle) and workable.exists()


class DocumentPanel(AboutPage):
    """The documents about a thing, and those that can be issued now."""

    template_name = "enforcement/_documents.html"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        seen = Document.objects.visible_to(self.actor).about(self.source.noun, self.thing.pk)
        issued = list(seen.current().prefetch_related("files").order_by("issued_at", "pk"))
        return self.show(
            {
                "documents": issued,
                "possible": self._possible({d.kind for d in issued}) if self.may_issue else [],
                "may_issue": self.may_issue,
            }
        )

    def _possible(self, issued: set[str]) -> list[dict[str, Any]]:
        where = [self.source.noun, self.thing.pk]
        return [
            {
                "label": kind.label,
                "preview_url": reverse("enforcement:document_preview", args=[*where, kind.value]),
                "issue_url": f"{self._act_url()}?kind={kind.value}",
            }
            for kind in self.source.kinds(self.thing)
            if kind not in issued
        ]

    def _act_url(self) -> str:
        return reverse(self.source.act_url, args=[self.thing.pk, "issue_document"])


class DocumentPreview(AboutPage):
    """A document as it would be issued now, on the screen or as PDF; nothing is kept."""

    template_name = "enforcement/document_preview.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if kwargs["kind"] not in LetterKind.values:
            raise Http404
        if not self.may_issue:
            raise Forbidden(self.source.handle)
        asked = {"kind": kwargs["kind"], "language": self.language}
        letter = preview(self.thing.pk, noun=self.source.noun, by=self.actor, at=self.now, **asked)
        if request.GET.get("form") == FileForm.PDF:
            return self._printed(letter)
        return self.show({"title": letter.title, "letter": letter, "back": self.thing.get_absolute_url()})

    def context(self) -> dict[str, Any]:
        address = reverse(self.source.act_url, args=[self.thing.pk, "issue_document"])
        asked = f"kind={self.kwargs['kind']}&language={self.language}"
        return {
            "issue_url": f"{address}?{asked}",
            "languages": LetterLanguage.choices,
            "language": self.language,
        }

    @property
    def language(self) -> str:
        asked = self.request.GET.get("language", "")
        return asked if asked in LetterLanguage.values else LetterLanguage.CHINESE

    def _printed(self, letter: Letter) -> HttpResponseBase:
        printed = printed_or_none(letter)
        if printed is None:
            raise Refused(obstacles_to_no_font(has_font=False))
        name = f"{letter.title}.pdf"
        return FileResponse(
            io.BytesIO(printed), as_attachment=True, filename=name, content_type="application/pdf"
        )
