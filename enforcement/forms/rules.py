"""What a city may set about a rule (Art. 5, 6)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from enforcement.services.rules import annotate_rule, lay_down_rule, resume_rule, set_number
from foundation.acts import Act, ActForm, NoInput
from foundation.permissions import Permission

EDIT = Permission.MATTER_EDIT


class NoteForm(ActForm):
    """The city's own note, in both languages."""

    note_zh = text_field(_("Local note (Chinese)"), required=False)
    note_en = text_field(_("Local note (English)"), required=False)


class LayingDownForm(ActForm):
    reason = text_field(_("Why the city does not ask for it at present"))


class NumberForm(ActForm):
    """One of the numbers that the city sets itself."""

    name = forms.ChoiceField(label=_("Number"))
    value = forms.IntegerField(label=_("Value"), min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = self.thing.parameters.all() if self.thing else ()
        choices: Any = [(p.name, str(p)) for p in numbers if p.is_local]
        self.fields["name"].choices = choices  # type: ignore[attr-defined]


RULE_ACTS: dict[str, Act] = {
    "annotate": Act("annotate", annotate_rule, NoteForm, _("Local note"), permission=EDIT),
    "set_number": Act("set_number", set_number, NumberForm, _("Set a number"), permission=EDIT),
    "lay_down": Act("lay_down", lay_down_rule, LayingDownForm, _("Lay down for now"), permission=EDIT),
    "resume": Act("resume", resume_rule, NoInput, _("Ask for it again"), permission=EDIT),
}
