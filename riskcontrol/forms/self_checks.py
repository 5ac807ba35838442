"""What is typed into self-checks: by officers who offer them, and by parties behind their link (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from enforcement.forms.counterpart_picker import CounterpartField
from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.models import Field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.forms.replies import FilesField
from riskcontrol.models import PointEdition
from riskcontrol.rules.self_checks import Given
from riskcontrol.services import self_checks
from riskcontrol.services.self_checks.drafts import LONGEST
from riskcontrol.vocabulary import CheckAnswer

HANDLE = Permission.GUIDANCE_HANDLE
PHOTOS = _("Photos; JPEG or PNG, at most three for each point.")


class AskForm(ActForm):
    counterpart = CounterpartField(
        help_text=_("Type two signs of the name, pinyin initials, or the credit code.")
    )
    field = forms.ModelChoiceField(
        label=_("Field of enforcement"),
        queryset=Field.objects.none(),
        help_text=_("It asks about the published risk points of this field that concern the counterpart."),
    )
    due_on = day_field(_("To be answered by"))
    content = text_field(_("What you write to the counterpart"), rows=4, longest=2000)
    contact = forms.CharField(label=_("Contact person and telephone"), max_length=120, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = self.data.get("counterpart") if self.is_bound else self.initial.get("counterpart")
        self.fields["counterpart"].reach(self.actor, given)  # type: ignore[attr-defined]
        self.offer("field", Field.objects.filter(organs=self.actor.organ_id))


ASK = Act(
    "ask",
    self_checks.ask_self_check,
    AskForm,
    _("Offer a self-check"),
    _("The counterpart gets a tip with a link; it answers on a phone, without an account. It is voluntary."),
    _("The self-check was offered. Its link and the code to scan stand on this page."),
    permission=HANDLE,
)


class SelfCheckForm(ActForm):
    """One card a point: the fields of each carry the key of its edition."""

    declared_by = forms.CharField(label=_("Who filled this in"), max_length=60)
    truth = forms.BooleanField(label=_("What stands here is true, as far as we have looked."), required=False)

    def __init__(self, *args: Any, editions: Iterable[PointEdition] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.editions = list(editions)
        for edition in self.editions:
            self._ask(edition)

    def _ask(self, edition: PointEdition) -> None:
        key, extra = edition.pk, self.fields
        extra[f"answer_{key}"] = forms.ChoiceField(
            label=format_lazy(_("Is everything in order here: {name}?"), name=edition.name),
            choices=CheckAnswer.choices,
            required=False,
            widget=forms.RadioSelect,
        )
        extra[f"found_on_{key}"] = day_field(_("Found on"), required=False)
        extra[f"found_on_{key}"].initial = timezone.localdate(self.at)
        extra[f"corrected_on_{key}"] = day_field(
            _("Corrected on"), required=False, help_text=_("Leave it empty while it is not done yet.")
        )
        extra[f"note_{key}"] = text_field(_("In your own words"), required=False, rows=2, longest=LONGEST)
        extra[f"wants_help_{key}"] = forms.BooleanField(
            label=_("We would like to have this explained (free of charge)"), required=False
        )
        extra[f"photos_{key}"] = FilesField(label=_("Photos"), required=False, help_text=PHOTOS)
        extra[f"photos_{key}"].widget.attrs["accept"] = "image/*"

    def photos(self) -> dict[int, list[Any]]:
        """By edition the photos that came with the form."""
        sent = {edition.pk: self.files.getlist(f"photos_{edition.pk}") for edition in self.editions}
        return {key: files for key, files in sent.items() if files}

    def service_data(self) -> dict[str, Any]:
        values = self.cleaned_data
        return {
            "declared_by": values["declared_by"],
            "truth": values["truth"],
            "answers": [
                Given(
                    edition=edition.pk,
                    code=edition.code,
                    answer=values[f"answer_{edition.pk}"],
                    note=values[f"note_{edition.pk}"],
                    found_on=values[f"found_on_{edition.pk}"],
                    corrected_on=values[f"corrected_on_{edition.pk}"],
                    wants_help=values[f"wants_help_{edition.pk}"],
                )
                for edition in self.editions
            ],
        }


class CorrectedForm(ActForm):
    corrected_on = day_field(_("Corrected on"))
    note = text_field(_("In your own words"), required=False, rows=2, longest=LONGEST)
    photos = FilesField(label=_("Photos"), required=False, help_text=PHOTOS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["corrected_on"].initial = timezone.localdate(self.at)


SUBMIT = Act(
    "submit", self_checks.submit_self_check, SelfCheckForm, _("Submit"),
    done=_("Thank you. Your self-check was submitted; you can read it here as long as the link is valid."),
)  # fmt: skip
CORRECT = Act(
    "correct", self_checks.correct_found, CorrectedForm, _("Now corrected"),
    done=_("Thank you. That it is corrected is noted."),
)  # fmt: skip
