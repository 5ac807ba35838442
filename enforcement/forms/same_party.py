"""What is typed when somebody says whether two entries are the same party (Art. 4, 10)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from enforcement.models import Counterpart, SameParty
from enforcement.services.counterparts import candidates_of, say_same
from enforcement.vocabulary.same_party import SameAnswer
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

ELSEWHERE = _("a party handled elsewhere")


class SaySameForm(ActForm):
    starts_empty = True
    other = forms.TypedChoiceField(label=_("The other entry"), coerce=int)
    answer = forms.ChoiceField(
        label=_("What you found"), choices=SameAnswer.choices, widget=forms.RadioSelect
    )
    reason = text_field(
        _("What shows it"), rows=3, longest=2000, help_text=_("Papers seen, a register, a talk.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.fields["other"].choices = self._offered()  # type: ignore[attr-defined]  # a choice

    def _offered(self) -> list[tuple[int, Any]]:
        """Who is proposed, and who was answered before; by name only where the actor sees the entry."""
        keys = [c.counterpart.pk for c in candidates_of(self.thing)]
        answered = SameParty.objects.visible_to(self.actor).about(self.thing.pk)
        keys += [row.second_id if row.first_id == self.thing.pk else row.first_id for row in answered]
        seen = dict(Counterpart.objects.visible_to(self.actor).filter(pk__in=keys).values_list("pk", "name"))
        return [(key, seen.get(key, ELSEWHERE)) for key in keys]


SAY_SAME = Act(
    "say_same",
    say_same,
    SaySameForm,
    _("Say whether it is the same"),
    _(
        "Earlier decisions about one party count together once somebody has confirmed it. Names alone show nothing."
    ),
    _("Your answer is recorded."),
    permission=Permission.COUNTERPART_EDIT,
)
