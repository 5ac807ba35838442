"""What each step of a list asks for (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from leniency import services
from leniency.forms.entries import EntryForm
from leniency.vocabulary import ListType, ReviewCause, ReviewOutcome

EDIT = Permission.LENIENCY_EDIT


class ListForm(ActForm):
    title_zh = forms.CharField(label=_("Title (Chinese)"), max_length=200)
    title_en = forms.CharField(label=_("Title (English)"), max_length=200, required=False)
    type = forms.ChoiceField(label=_("Type of list"), choices=ListType.choices)
    field = forms.ModelChoiceField(label=_("Field"), queryset=Field.objects.order_by("code"))
    edition = forms.CharField(label=_("Edition"), max_length=40, help_text=_("For example 2026年版."))
    note_zh = forms.CharField(label=_("Note (Chinese)"), max_length=300, required=False)
    note_en = forms.CharField(label=_("Note (English)"), max_length=300, required=False)


class ReviewForm(ActForm):
    opinions = text_field(
        _("Opinions heard"), help_text=_("Whom you asked, what they said, and how it was taken up.")
    )
    review = text_field(_("Opinion on legality"))


class ReturnForm(ActForm):
    reason = text_field(_("Why it goes back"), rows=3, longest=2000)


class ApproveForm(ActForm):
    approval = text_field(
        _("Collective decision"), rows=3, help_text=_("The meeting, its day, and what it decided.")
    )


class PublishForm(ActForm):
    document_number = forms.CharField(label=_("Document number"), max_length=60)
    effective_from = day_field(_("In force from"))
    effective_to = day_field(
        _("In force until"), required=False, help_text=_("Leave it empty when no end is set.")
    )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        begins, ends = found.get("effective_from"), found.get("effective_to")
        if begins and ends and ends < begins:
            self.add_error("effective_to", _("A list cannot end before it begins."))
        return found


class RepealForm(ActForm):
    repeal_reason = text_field(_("Why it is repealed"), rows=3, longest=2000)


class SheetForm(ActForm):
    file = forms.FileField(
        label=_("Sheet (XLSX)"),
        help_text=_(
            "A: code; B, C: violation in Chinese and English; D: provision violated; E: basis of the penalty; "
            "F: statutory range; G: statute orders correction first (yes or no); H, I: conditions in words; "
            "J: conditions as data, such as first_time=24/matter; corrected_in_time=7; "
            "quantity_at_most=2/箱|boxes; K, L: what follows; M: code of the matter. Download the working sheet for an "
            "example."
        ),
    )


class BeginReviewForm(ActForm):
    cause = forms.ChoiceField(label=_("Why it is reviewed"), choices=ReviewCause.choices)
    note = text_field(_("What it is about"), rows=3, longest=2000, required=False)


class ConcludeReviewForm(ActForm):
    outcome = forms.ChoiceField(label=_("What came of it"), choices=ReviewOutcome.choices)
    findings = text_field(
        _("Findings"), help_text=_("How often the entries were used, what became of it, and what was heard.")
    )


class ReviseForm(ActForm):
    starts_empty = True
    edition = forms.CharField(label=_("New edition"), max_length=40, help_text=_("For example 2027年版."))


DRAFT_LIST = Act(
    "draft",
    services.draft_list,
    ListForm,
    _("Draft a list"),
    _("The list is prepared here, and becomes public only when it is published."),
    _("The draft is stored. Add its entries."),
    permission=EDIT,
)
TRANSITIONS = (
    Act("seek_opinions", services.seek_opinions, primary=True, done=_("The draft is out for opinions.")),
    Act("review", services.review_list, ReviewForm, primary=True),
    Act("approve", services.approve_list, ApproveForm, primary=True),
    Act(
        "publish",
        services.publish_list,
        PublishForm,
        intro=_("From then on everybody can read the list, and its entries are no longer edited."),
        done=_("The list is published."),
        primary=True,
    ),
    Act("return_to_draft", services.return_to_draft, ReturnForm),
    Act(
        "repeal",
        services.repeal_list,
        RepealForm,
        intro=_("The list ends today. It still counts for violations of its time."),
    ),
)
SIDE_ACTS = (
    Act("add_entry", services.add_entry, EntryForm, _("Add an entry"), permission=EDIT),
    Act("edit", services.edit_list, ListForm, _("Change the heading"), permission=EDIT),
    Act(
        "import_entries",
        services.import_entries,
        SheetForm,
        _("Import a sheet"),
        _("Every row is checked first. Entries of the same code are replaced, others added, none removed."),
        _("The entries of the sheet are entered."),
        permission=EDIT,
    ),
    Act(
        "try_entries",
        services.try_entries,
        SheetForm,
        _("Try a sheet"),
        _("Says which rows are wrong, and writes nothing."),
        _("Every row of the sheet is sound. Nothing was written: import it now."),
        permission=EDIT,
    ),
    Act(
        "link",
        services.link_list,
        label=_("Link the provisions"),
        intro=_("Reads which provisions the entries cite. What cannot be read stays unlinked."),
        done=_("The provisions were linked as far as they can be read."),
        permission=EDIT,
    ),
    Act(
        "hold_cases",
        services.order_holding,
        label=_("Hold open cases against it"),
        intro=_(
            "Every open case of its matters is held against this list. Those that could become milder are marked."
        ),
        done=_("It is under way: see My jobs."),
        permission=Permission.LENIENCY_PUBLISH,
    ),
    Act(
        "revise",
        services.revise_list,
        ReviseForm,
        _("Start a new edition"),
        _("All entries in use are copied. This edition stays in force until the new one begins."),
        permission=EDIT,
    ),
)
REVIEW_ACTS = (
    Act(
        "begin_review",
        services.begin_review,
        BeginReviewForm,
        _("Begin a review"),
        _("The list goes on being applied while it is under review."),
        permission=EDIT,
    ),
    Act(
        "conclude_review",
        services.conclude_review,
        ConcludeReviewForm,
        _("Conclude the review"),
        permission=Permission.LENIENCY_PUBLISH,
        primary=True,
    ),
)
LIST_ACTS = {act.name: act for act in (*TRANSITIONS, *SIDE_ACTS, *REVIEW_ACTS)}
DRAFT_ACTS = frozenset({"add_entry", "edit", "import_entries", "try_entries"})
PUBLISHED_ACTS = frozenset({"revise"})
