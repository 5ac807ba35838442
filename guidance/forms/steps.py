"""What is typed into the steps of guidance that is under way (Art. 8)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Document
from foundation.acts import ActForm
from guidance.forms.columns import way_fields
from guidance.forms.extra import typed_before
from guidance.forms.joint_organs import interviewers_of, offer_joint_organs, organ_field
from guidance.forms.own_way import OwnWayRecord
from guidance.models import RectificationItem
from guidance.vocabulary import VOLUNTARY_NOTICE, Effect, Recheck, Way
from guidance.ways import WAYS, WayPage


class RecordForm(ActForm):
    """Base of the forms for what comes true after issuing."""

    page: WayPage

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        kept = typed_before(getattr(thing.detail, "recorded_values", []))
        known = {**found_on_visit(thing), **interviewers_of(thing)}
        return {**known, **_recorded(thing.detail, cls.page), **kept}


def _recorded(detail: Any, page: WayPage) -> dict[str, Any]:
    values = {name: getattr(detail, name) for name in page.typed(page.recorded)}
    return {name: value for name, value in values.items() if value not in (None, "")}


def found_on_visit(action: Any) -> dict[str, Any]:
    """What the linked return visit showed already, so that nobody types it twice (Art. 8 (8))."""
    visit = getattr(action.detail, "visit", None)
    if visit is None or visit.held_on is None:
        return {}
    return {"visited_on": visit.held_on, "rectified": visit.rectified, "difficulties": visit.difficulties}


class SecondLookForm(RecordForm):
    """Every look is recorded anew; nothing of the last one is suggested."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rechecked_on"].initial = timezone.localdate(self.at)

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {}


_BASES: dict[str, tuple[type[Any], ...]] = {
    Way.OTHER: (OwnWayRecord, RecordForm),
    Way.EXHORT: (SecondLookForm,),
}


def record_form_of(page: WayPage) -> type[RecordForm]:
    """The form for the columns of the way that are recorded later."""
    parts = {"page": page, **way_fields(page, page.recorded)}
    bases = _BASES.get(page.way, (RecordForm,))
    return type(f"{page.related_name.title()}RecordForm", bases, {"__module__": __name__, **parts})


RECORD_FORMS: dict[str, type[RecordForm]] = {way: record_form_of(page) for way, page in WAYS.items()}


class IssueForm(ActForm):
    starts_empty = True
    voluntariness_shown = forms.BooleanField(
        label=_("The counterpart was shown, or read, that this guidance is voluntary"),
        required=False,
        help_text=VOLUNTARY_NOTICE,
    )


class AnswerApplicationForm(IssueForm):
    field_order = ("answer", "basis", "voluntariness_shown")
    answer = text_field(
        _("Answer"), rows=8, help_text=_("It becomes the letter, and stands under each question.")
    )
    basis = forms.CharField(label=_("Provisions it rests on"), max_length=300)


class AnswerForm(ActForm):
    responded_on = day_field(_("Answered on"), required=False, help_text=_("Left empty, it is today."))
    response_note = text_field(
        _("What the counterpart said"), required=False, rows=3, help_text=_("Nobody has to give a reason.")
    )

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {"responded_on": None}


class AskInWritingForm(ActForm):
    starts_empty = True
    asked_on = day_field(_("Asked on"), required=False, help_text=_("Left empty, it is today."))


class AskChangeForm(ActForm):
    starts_empty = True
    wish = text_field(_("What the counterpart wants changed"), rows=3, longest=2000)
    asked_on = day_field(_("Asked on"), required=False, help_text=_("Left empty, it is today."))


class StopForm(ActForm):
    starts_empty = True
    stopped_on = day_field(_("Stopped on"), required=False, help_text=_("Left empty, it is today."))
    note = text_field(
        _("What the counterpart said"),
        required=False,
        rows=3,
        longest=2000,
        help_text=_("Nobody has to give a reason."),
    )


class ConcludeForm(ActForm):
    effect = forms.ChoiceField(label=_("Effect"), choices=Effect.choices)
    effect_note = text_field(
        _("What it achieved, and what shows it"),
        required=False,
        rows=3,
        help_text=_("An effect that is claimed is shown: what was seen, by whom, when."),
    )
    document = forms.ModelChoiceField(
        label=_("Document that shows it"), queryset=Document.objects.none(), required=False
    )
    attachment = forms.FileField(
        label=_("Picture or file that shows it"),
        required=False,
        help_text=_("Up to 10 MB: PDF, pictures, Word or Excel. Choose it again after an error."),
    )
    shows_violation = forms.BooleanField(
        label=_("A violation came to light"),
        required=False,
        help_text=_(
            "Guidance never stands in for a decision: then there is a case, or a reason why there is none."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            about = Document.objects.visible_to(self.actor).about("guidance", self.thing.pk)
            self.offer("document", about.order_by("pk"))
        if self.thing is not None and self.thing.page.is_public:
            del self.fields["shows_violation"]


class ReasonForm(ActForm):
    reason = text_field(_("Reason"), rows=3, longest=2000)


class MaybeReasonForm(ActForm):
    reason = text_field(_("Reason"), rows=3, longest=2000, required=False)


class NoteForm(ActForm):
    note = text_field(_("Note"), rows=3, longest=2000, required=False)


class RectificationForm(ActForm):
    starts_empty = True
    requirement = forms.CharField(label=_("What is to be put right"), max_length=300)
    due_on = day_field(_("To be put right by"))
    organ = organ_field(_("Looked after by"), _("the leading organ"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_joint_organs(self)


class RecheckForm(ActForm):
    item = forms.ModelChoiceField(label=_("Item to be put right"), queryset=RectificationItem.objects.none())
    rechecked_on = day_field(_("Looked at again on"))
    recheck_result = forms.ChoiceField(label=_("What was found then"), choices=Recheck.choices)
    recheck_note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rechecked_on"].initial = timezone.localdate(self.at)
        if self.thing is not None:
            self.offer("item", self.offered(self.thing))

    def offered(self, thing: Any) -> Any:
        """The items that are open still."""
        return thing.rectification_items.exclude(recheck_result=Recheck.CORRECTED)
