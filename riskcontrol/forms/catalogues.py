"""What is asked of the catalogue of a field as a whole (Art. 9)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from enforcement.models import Organ
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from riskcontrol.models import CatalogueReview
from riskcontrol.services import catalogues, importing
from riskcontrol.vocabulary import ReviewCause

EDIT = Permission.RISK_EDIT


class SheetForm(ActForm):
    file = forms.FileField(
        label=_("Sheet (XLSX)"),
        help_text=_(
            "A: code; B, C: name; D: code of the matter; E: legal basis; F-I: how it shows, and what the law provides "
            "for; J: level, empty for the rule; K: why; L: causes, one a line, such as organ: 宣传不足 | little "
            "publicity; M: measures, such as organ/high: 集中约谈 | joint interview; N: industries; O: region; "
            "P: kinds of counterparts; Q: licences; R: months; S: ways. Download the working sheet for an example."
        ),
    )
    adds_no_duty = forms.BooleanField(
        label=_("No measure of the sheet takes a right away or adds a duty"),
        help_text=_("Prevention guides and helps; what the law does not ask for stays voluntary."),
    )


class BeginReviewForm(ActForm):
    cause = forms.ChoiceField(label=_("Why it is reviewed"), choices=ReviewCause.choices)
    note = text_field(_("What it is about"), rows=3, longest=2000, required=False)


class ConcludeReviewForm(ActForm):
    review = forms.ModelChoiceField(label=_("Review"), queryset=CatalogueReview.objects.none())
    findings = text_field(
        _("Findings"), help_text=_("Which levels, causes and measures still fit, and what is revised.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("review", self.thing.reviews.filter(concluded_on=None))


class HandOverForm(ActForm):
    keeper = forms.ModelChoiceField(label=_("Kept by"), queryset=Organ.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("keeper", Organ.objects.active().filter(organ_fields__field=self.thing.field_id))


HAND_OVER = Act(
    "hand_over",
    catalogues.hand_over,
    HandOverForm,
    _("Hand over"),
    _("Its heads and reviewers are told of reviews, and have them on Today."),
    permission=Permission.RISK_PUBLISH,
)
CATALOGUE_ACTS = {
    "import_points": Act(
        "import_points",
        importing.import_points,
        SheetForm,
        _("Import a sheet"),
        _("Every row is checked first. Drafts of the same code are replaced, others added, none removed."),
        _("The risk points of the sheet are entered as drafts."),
        permission=EDIT,
    ),
    "try_points": Act(
        "try_points",
        importing.try_points,
        SheetForm,
        _("Try a sheet"),
        _("Says which rows are wrong, and writes nothing."),
        _("Every row of the sheet is sound. Nothing was written: import it now."),
        permission=EDIT,
    ),
    "count_now": Act(
        "count_now",
        catalogues.count_now,
        label=_("Count the quarters now"),
        done=_("The quarters have been counted, late entries included."),
        permission=EDIT,
    ),
    "begin_review": Act(
        "begin_review",
        catalogues.begin_review,
        BeginReviewForm,
        _("Begin a review"),
        _("The risk points go on being published while they are reviewed."),
        permission=EDIT,
    ),
    "conclude_review": Act(
        "conclude_review",
        catalogues.conclude_review,
        ConcludeReviewForm,
        _("Conclude a review"),
        permission=Permission.RISK_PUBLISH,
        primary=True,
    ),
    "hand_over": HAND_OVER,
}
