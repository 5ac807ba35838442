"""What is typed when the law spares a party beyond the lists: a ground and its elements (Penalty Law, Art. 33)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from leniency import services
from leniency.vocabulary import ELEMENTS_OF, Element, LawGround


def _reason(element: Element) -> forms.CharField:
    return text_field(
        element.label,
        required=False,
        rows=3,
        longest=2000,
        help_text=_("What shows it; name the evidence in the file."),
    )


class StateGroundForm(ActForm):
    """Only the elements of the ground that is stated are asked for."""

    ground = forms.ChoiceField(
        label=_("Ground of the law"),
        choices=LawGround.choices,
        help_text=_("Choose another ground and send the form: it then asks for the elements of that ground."),
    )
    conduct = _reason(Element.CONDUCT)
    first_time = _reason(Element.FIRST_TIME)
    slight_harm = _reason(Element.SLIGHT_HARM)
    corrected = _reason(Element.CORRECTED)
    no_harm = _reason(Element.NO_HARM)
    proof = _reason(Element.PROOF)
    age = _reason(Element.AGE)
    capacity = _reason(Element.CAPACITY)
    ended = _reason(Element.ENDED)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = self.data.get("ground") or self.initial.get("ground") or LawGround.MINOR
        wanted = {element.value for element in ELEMENTS_OF.get(str(asked), tuple(Element))}
        for element in Element:
            if element.value not in wanted:
                del self.fields[element.value]

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        """The last statement about the case, to be corrected; nothing of the case itself."""
        last = thing.off_list_waivers.order_by("-id").first()
        return {"ground": last.ground, **last.elements} if last else {}


STATE_GROUND = Act(
    "state_ground",
    services.state_ground,
    StateGroundForm,
    _("State a ground of the law"),
    _(
        "The lists make the law handier; they are not its limit. Where no entry applies but the law itself spares the "
        "party, say why, element by element, and not against the recorded circumstances. Once the investigation is "
        "concluded, legal review is asked for at once. A clue has no legal review: a head who did not state the "
        "ground weighs it, and says in writing why it follows."
    ),
    _("The ground is stated. On a clue the deciding head weighs it; on a case, legal review."),
    permission=Permission.CASE_HANDLE,
)
