"""What each step of a risk point into the catalogue asks for (Art. 9)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from riskcontrol.models import RiskMeasure
from riskcontrol.rules.hints import hints_in
from riskcontrol.services import publishing

_LOOK = _("{measure} (look closely: {words})")


class CheckForm(ActForm):
    opinion = text_field(
        _("Opinion on legality"),
        rows=4,
        help_text=_(
            "Whether provisions are cited rightly, and no measure adds a duty or takes a right away."
        ),
    )

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        """An earlier opinion is no suggestion."""
        return {}


class MeasuresField(forms.ModelMultipleChoiceField):
    """Measures as they are read; what might add a duty is pointed out."""

    def label_from_instance(self, obj: Any) -> str:
        told = f"{obj.get_side_display()}: {obj.text}"
        words = hints_in(obj.text_zh, obj.text_en)
        return str(format_lazy(_LOOK, measure=told, words=", ".join(words))) if words else told


class PublishForm(ActForm):
    confirmed = MeasuresField(
        label=_("These measures take no right away and add no duty"),
        queryset=RiskMeasure.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Nothing is published before each is confirmed. What the law does not ask for stays voluntary."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("confirmed", self.thing.measures.all())

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        """Nothing is confirmed before somebody confirms it."""
        return {}


class ReviseForm(ActForm):
    reason = text_field(_("Why it is revised"), rows=2)


class ReturnForm(ActForm):
    reason = text_field(_("Why it goes back"), rows=2)


class WithdrawForm(ActForm):
    reason = text_field(_("Why it is withdrawn"), rows=2)


class ReviewForm(ActForm):
    note = text_field(_("What was examined, and with what result"), rows=3)


PUBLISHING_ACTS = {
    "check": Act("check", publishing.check_point, CheckForm, primary=True),
    "publish": Act(
        "publish",
        publishing.publish_point,
        PublishForm,
        intro=_("From then on everybody can read this edition; the one before stays readable for its days."),
        primary=True,
    ),
    "revise": Act(
        "revise",
        publishing.revise_point,
        ReviseForm,
        intro=_("The published edition stays in force until the next one is approved."),
    ),
    "return_to_draft": Act("return_to_draft", publishing.return_to_draft, ReturnForm),
    "withdraw": Act("withdraw", publishing.withdraw_point, WithdrawForm),
    "confirm_review": Act(
        "confirm_review",
        publishing.confirm_review,
        ReviewForm,
        label=_("Confirm the review"),
        intro=_(
            "Look at level, causes and measures once more; the next review moves on by the level's cycle."
        ),
        permission=Permission.RISK_EDIT,
    ),
}
