"""What is asked when guidance is named as tried before coercion (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from enforcement.models import CoerciveMeasure
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.models import GuidanceAction
from guidance.services.means import candidates, drop_means, name_means

PROPOSE = Permission.COERCION_PROPOSE


class GuidanceField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.number} · {obj.get_way_display()} · {obj.title}"


class MeansForm(ActForm):
    starts_empty = True
    action = GuidanceField(
        label=_("Guidance"),
        queryset=GuidanceAction.objects.none(),
        empty_label=_("choose"),
        help_text=_("Given in this case, or to its party."),
    )
    why_not_enough = text_field(
        _("Why it did not reach the purpose"),
        rows=3,
        help_text=_("That the party declined it is no reason: guidance is voluntary."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("action", candidates(self.thing, by=self.actor, at=self.at))


class MeansOfMeasureForm(MeansForm):
    """As it is sent to the API: with the measure."""

    measure = forms.ModelChoiceField(label=_("Coercive measure"), queryset=CoerciveMeasure.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("measure", CoerciveMeasure.objects.workable_by(self.actor))
        given = GuidanceAction.objects.visible_to(self.actor).issued()
        self.offer("action", given)


def name_means_of(*, by: Any, at: Any, measure: CoerciveMeasure, **values: Any) -> Any:
    """``name_means`` with the measure among the values, as the API sends it."""
    return name_means(measure.pk, by=by, at=at, **values)


NAME_MEANS = Act("name_means", name_means, MeansForm, _("Link guidance that was tried"), permission=PROPOSE)
NAME_MEANS_OF = Act("name_means", name_means_of, MeansOfMeasureForm, _("Link guidance"), permission=PROPOSE)
MEASURE_ACTS = {"name_means": NAME_MEANS}
MEANS_ACTS = {"drop": Act("drop", drop_means, label=_("Take back"), permission=PROPOSE)}
