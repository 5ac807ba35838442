"""What an entry and its conditions ask for (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import open_choice, text_field
from enforcement.models import Matter, Provision
from enforcement.vocabulary import Fault, Gravity, Harm
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from leniency import services
from leniency.models import EntryCitation
from leniency.vocabulary import CHOICES_OF, NEEDS_NUMBER, ConditionKind, Sameness
from leniency.vocabulary.currency import EntryOutcome

EDIT = Permission.LENIENCY_EDIT
K = ConditionKind


class EntryForm(ActForm):
    code = forms.CharField(label=_("Code"), max_length=20)
    matter = forms.ModelChoiceField(
        label=_("Enforcement matter"),
        queryset=Matter.objects.order_by("code"),
        required=False,
        help_text=_("Cases about this matter are held against the entry by themselves."),
    )
    violation_zh = forms.CharField(label=_("Violation (Chinese)"), max_length=300)
    violation_en = forms.CharField(label=_("Violation (English)"), max_length=300, required=False)
    violated = forms.CharField(label=_("Provision violated"), max_length=200, required=False)
    basis = forms.CharField(label=_("Basis of the penalty"), max_length=200, required=False)
    statutory_range = forms.CharField(label=_("Statutory range"), max_length=200, required=False)
    correct_first = forms.BooleanField(
        label=_("The statute orders correction first"),
        required=False,
        help_text=_("Then the entry adds nothing, unless the statute also provides for a warning."),
    )
    conditions_zh = forms.CharField(label=_("Conditions in words (Chinese)"), max_length=400, required=False)
    conditions_en = forms.CharField(label=_("Conditions in words (English)"), max_length=400, required=False)
    follow_up_zh = forms.CharField(label=_("What follows (Chinese)"), max_length=200, required=False)
    follow_up_en = forms.CharField(label=_("What follows (English)"), max_length=200, required=False)


OF_KINDS = ("number", "choice", "sameness", "text_zh", "text_en")
FIELDS_OF: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(ConditionKind.values, ()),
    **dict.fromkeys(NEEDS_NUMBER, ("number",)),
    **dict.fromkeys(CHOICES_OF, ("choice",)),
    K.CORRECTED_IN_TIME: ("number",),
    K.FIRST_TIME: ("number", "sameness"),
    K.ATTESTED: ("text_zh", "text_en"),
    K.QUANTITY_AT_MOST: ("number", "text_zh", "text_en"),
}
"""What each kind of condition asks for."""


class ConditionForm(ActForm):
    """Only the fields that the chosen kind needs are shown; choosing another kind shows others."""

    kind = forms.ChoiceField(
        label=_("Kind of condition"),
        choices=ConditionKind.choices,
        widget=forms.Select(
            attrs={
                "hx-get": "",
                "hx-trigger": "change",
                "hx-params": "kind",
                "hx-target": "#content",
                "hx-select": "#content",
                "hx-swap": "outerHTML",
            }
        ),
    )
    number = forms.DecimalField(
        label=_("Number"),
        required=False,
        min_value=0,
        max_value=10**9,
        decimal_places=2,
        help_text=_(
            "Yuan, m², pieces or days; for a correction, days after it was found (0: on the spot, empty: as "
            "ordered); for a first violation, months to look back (empty: without end)."
        ),
    )
    choice = open_choice(
        _("At most"),
        [
            (_("Harmful consequence"), Harm.choices),
            (_("Subjective fault"), Fault.choices),
            (_("Gravity of the act"), Gravity.choices),
        ],
        empty=_("does not matter here"),
        help_text=_("For conditions about harm or fault."),
    )
    sameness = open_choice(
        _("What counts as earlier"),
        Sameness.choices,
        empty=_("does not matter here"),
        help_text=_("For a first violation."),
    )
    text_zh = forms.CharField(
        label=_("Fact to be found (Chinese)"),
        max_length=200,
        required=False,
        help_text=_("For a fact that the handling officer finds; for a quantity, its unit."),
    )
    text_en = forms.CharField(label=_("Fact to be found (English)"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = str(self.data.get("kind") or self.initial.get("kind") or "")
        if self.asked in CHOICES_OF:
            self.fields["choice"].choices = CHOICES_OF[self.asked].choices  # type: ignore[attr-defined]  # a choice
        if self.asked:
            self.fields["kind"].initial = self.asked
        if self.asked == K.QUANTITY_AT_MOST:
            self._ask_for_unit()

    def _ask_for_unit(self) -> None:
        self.fields["text_zh"].label, self.fields["text_en"].label = _("Unit (Chinese)"), _("Unit (English)")
        self.fields["text_zh"].help_text = _("What is counted; another unit is never compared with it.")

    def visible_fields(self) -> Any:
        """Those of the chosen kind; all of them until one is chosen."""
        needed = {"kind", *FIELDS_OF.get(self.asked, ())} if self.asked in K.values else set(self.fields)
        shown = super().visible_fields()
        return [bound for bound in shown if bound.name in needed or bound.name not in OF_KINDS]

    def clean(self) -> dict[str, Any]:
        """What another kind would need is left out, whatever was sent."""
        found: dict[str, Any] = super().clean() or {}
        kind = found.get("kind")
        for name in set(OF_KINDS) - set(FIELDS_OF.get(str(kind), OF_KINDS)) - set(self.errors):
            found[name] = None if name == "number" else ""
        if kind in NEEDS_NUMBER and found.get("number") is None:
            self.add_error("number", _("This kind of condition needs a number."))
        if kind in CHOICES_OF and found.get("choice") not in CHOICES_OF[kind].values:
            self.add_error("choice", _("Say up to which degree the condition is met."))
        if kind == K.FIRST_TIME and not found.get("sameness"):
            self.add_error("sameness", _("Say which earlier violations count."))
        if kind == K.ATTESTED and not found.get("text_zh"):
            self.add_error("text_zh", _("Say which fact has to be found."))
        return found


class CiteForm(ActForm):
    starts_empty = True
    provision = forms.ModelChoiceField(label=_("Provision"), queryset=Provision.objects.none())
    is_basis = forms.BooleanField(label=_("It is the basis of the penalty"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_force = Provision.objects.filter(valid_to=None).select_related("instrument")
        self.offer("provision", in_force.order_by("instrument__code", "article"))


class UnciteForm(ActForm):
    citation = forms.ModelChoiceField(label=_("Provision"), queryset=EntryCitation.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        linked = EntryCitation.objects.visible_to(self.actor).select_related("provision__instrument")
        self.offer("citation", linked.filter(entry=self.thing) if self.thing is not None else linked.none())


class ConcludeEntryForm(ActForm):
    outcome = forms.ChoiceField(
        label=_("What becomes of the entry"), choices=EntryOutcome.choices, widget=forms.RadioSelect
    )
    findings = text_field(
        _("Why"), rows=3, longest=2000, help_text=_("Everybody reads it when the entry is suspended.")
    )


class SuspendForm(ActForm):
    reason = text_field(_("Why it is suspended"), rows=3, longest=2000)


ENTRY_ACTS = {
    act.name: act
    for act in (
        Act(
            "add_condition",
            services.add_condition,
            ConditionForm,
            _("Add a condition"),
            primary=True,
            permission=EDIT,
        ),
        Act("edit", services.edit_entry, EntryForm, _("Change the entry"), permission=EDIT),
        Act("remove", services.remove_entry, label=_("Remove the entry"), permission=EDIT),
        Act(
            "suspend",
            services.suspend_entry,
            SuspendForm,
            _("Suspend the entry"),
            _("Use it when the statute was amended. The entry is shown as suspended and no longer matched."),
            permission=Permission.LENIENCY_PUBLISH,
        ),
        Act(
            "conclude_review",
            services.conclude_entry_review,
            ConcludeEntryForm,
            _("Conclude the review"),
            _("The law that the entry cites has changed: say what becomes of the entry."),
            permission=Permission.LENIENCY_PUBLISH,
            primary=True,
        ),
        Act("cite", services.cite, CiteForm, _("Link a provision"), permission=EDIT),
        Act("uncite", services.uncite, UnciteForm, _("Unlink a provision"), permission=EDIT),
    )
}
LINKING = frozenset({"cite", "uncite"})
DRAFT_ENTRY_ACTS = frozenset({"add_condition", "edit", "remove"})
CONDITION_ACTS = {
    act.name: act
    for act in (
        Act("edit", services.edit_condition, ConditionForm, _("Change the condition"), permission=EDIT),
        Act("remove", services.remove_condition, label=_("Remove the condition"), permission=EDIT),
    )
}
