"""A new entry out of what keeps being spared beyond the lists (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.models import Matter
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from leniency import services
from leniency.models import LeniencyList
from leniency.vocabulary import ListState


class ProposeForm(ActForm):
    list = forms.ModelChoiceField(
        label=_("Draft list"),
        queryset=LeniencyList.objects.none(),
        help_text=_("Drafts of your organ; draft a list first when there is none."),
    )
    matter = forms.ModelChoiceField(label=_("Enforcement matter"), queryset=Matter.objects.order_by("code"))
    code = forms.CharField(label=_("Code"), max_length=20)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        drafts = LeniencyList.objects.workable_by(self.actor).filter(state=ListState.DRAFT)
        self.offer("list", drafts.order_by("-pk"))


PROPOSE = Act(
    "propose",
    services.propose_entry,
    ProposeForm,
    _("Propose a new entry"),
    _("The entry is drafted with what is known of the matter; then add its conditions."),
    permission=Permission.LENIENCY_EDIT,
)
