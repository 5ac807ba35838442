"""What is typed into the life of a publication, and into a comment of the public (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.forms.steps import ReasonForm
from guidance.models import GuidanceAction, PublicComment
from guidance.services import publications
from guidance.vocabulary import OPEN_TO_COMMENT, CommentAnswer, UrgentReason

HANDLE = Permission.GUIDANCE_HANDLE
MOST_POINTS = 1000


class OpinionForm(ActForm):
    starts_empty = True
    legal_opinion = text_field(
        _("Opinion on legality"),
        rows=4,
        help_text=_("Within the duties? On a sound basis? Does it burden nobody beyond the law?"),
    )


class ExpertsForm(ActForm):
    experts = forms.CharField(label=_("Experts heard"), max_length=200)
    experts_on = day_field(_("Heard on"))
    experts_opinion = text_field(_("What the experts said"), rows=4)

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        life = getattr(thing, "public_life", None)
        return {name: getattr(life, name) for name in cls.base_fields if hasattr(life, name)}


class UrgentForm(ActForm):
    starts_empty = True
    urgent_reason = forms.ChoiceField(
        label=_("Why it cannot wait"), choices=[("", _("choose")), *UrgentReason.choices]
    )
    urgent_text = text_field(_("What would happen meanwhile"), rows=3, longest=2000)


class CommentChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return obj.text if len(obj.text) <= 80 else f"{obj.text[:79]}…"


class CommentAnswerForm(ActForm):
    starts_empty = True
    comment = CommentChoice(
        label=_("Comment"), queryset=PublicComment.objects.none(), empty_label=_("choose")
    )
    answer = forms.ChoiceField(label=_("Answer"), choices=CommentAnswer.choices)
    answer_reason = text_field(_("Reason of the answer"), rows=3, longest=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            rows = PublicComment.objects.visible_to(self.actor).filter(life__action=self.thing)
            self.offer("comment", rows)
            self.fields["comment"].initial = rows.unanswered().first()


class ScoreForm(ActForm):
    starts_empty = True
    criterion = forms.CharField(label=_("Criterion"), max_length=200)
    points = forms.IntegerField(label=_("Points"), min_value=0, max_value=MOST_POINTS)
    out_of = forms.IntegerField(label=_("Out of"), min_value=1, max_value=MOST_POINTS)
    reviewers = forms.CharField(label=_("Scored by"), max_length=200)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("points", 0) > cleaned.get("out_of", MOST_POINTS):
            self.add_error(
                "points", forms.ValidationError(_("More points than there are cannot be given."), "most")
            )
        return cleaned


class ShowingForm(ActForm):
    starts_empty = True
    held_on = day_field(_("Held on"))
    attendees = forms.IntegerField(label=_("How many came"), min_value=1, max_value=100_000)
    who = forms.CharField(label=_("Who came"), max_length=200, required=False)
    note = text_field(_("What they took home"), required=False, rows=3, longest=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_on"].initial = timezone.localdate(self.at)


class KeepForm(ActForm):
    note = text_field(_("Why it stays as it is"), rows=3, longest=2000)


class RenewForm(ActForm):
    starts_empty = True
    valid_to = day_field(_("Named until"))
    note = text_field(_("What was found"), required=False, rows=3, longest=2000)


class LeaveForm(ActForm):
    note = text_field(
        _("What the model said"),
        required=False,
        rows=3,
        longest=2000,
        help_text=_("Nobody has to give a reason."),
    )


class PublicCommentForm(ActForm):
    """What anybody may write; no name is asked for."""

    action = forms.ModelChoiceField(
        queryset=GuidanceAction.objects.none(), widget=forms.HiddenInput, required=True
    )
    text = text_field(_("Your comment"), rows=5, longest=4000)
    name = forms.CharField(
        label=_("For whom you speak"),
        max_length=80,
        required=False,
        help_text=_("If you like: a trade, an association, a shop. It is not published."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("action", GuidanceAction.objects.open_to_comment())

    def service_data(self) -> dict[str, Any]:
        data = super().service_data()
        return {**data, "action": data["action"].pk}


COMMENT = Act("comment", publications.submit_comment, PublicCommentForm, _("Comment on this draft"))
PREPARATION: tuple[Act, ...] = (
    Act(
        "ask_review",
        publications.ask_legal_review,
        intro=_("A legal reviewer reads it before the public does."),
        primary=True,
    ),
    Act("review", publications.give_legal_opinion, OpinionForm, primary=True),
    Act("return_draft", publications.return_draft, ReasonForm),
    Act(
        "open_comments",
        publications.open_comments,
        done=_("Open to comments. It stands on the public page from now on."),
        primary=True,
    ),
    Act("approve_at_once", publications.approve_at_once, UrgentForm),
)
NAMING: tuple[Act, ...] = (
    Act(
        "publicise",
        publications.publicise_candidate,
        done=_("The candidate is shown to the public."),
        primary=True,
    ),
    Act("leave", publications.leave_as_model, LeaveForm),
)
PUBLIC_RECORDS: dict[str, Act] = {
    act.name: act
    for act in (
        Act(
            "record_expert",
            publications.record_experts,
            ExpertsForm,
            _("Record the experts"),
            permission=HANDLE,
        ),
        Act(
            "answer_comment",
            publications.answer_comment,
            CommentAnswerForm,
            _("Answer a comment"),
            permission=HANDLE,
        ),
        Act("add_score", publications.add_score, ScoreForm, _("Score a criterion"), permission=HANDLE),
        Act("add_showing", publications.add_showing, ShowingForm, _("Record a showing"), permission=HANDLE),
        Act(
            "keep", publications.keep_publication, KeepForm, _("Looked at again: keep it"), permission=HANDLE
        ),
        Act("renew", publications.renew_naming, RenewForm, _("Renew the naming"), permission=HANDLE),
    )
}


def senseless_records(action: Any) -> set[str]:
    """The acts on the public side that have no meaning for ``action`` as it is."""
    state, is_model = action.state, action.names_model
    shown = action.page.is_public and state in ("issued", "in_force")
    unfit = set()
    if action.way != "guide" or state not in ("reviewed", "comments"):
        unfit.add("record_expert")
    life = getattr(action, "public_life", None)
    if state not in OPEN_TO_COMMENT or life is None or not life.unanswered:
        unfit.add("answer_comment")
    if not is_model or state not in ("draft", "pending_approval", "approved"):
        unfit.add("add_score")
    if not shown:
        unfit |= {"keep", "renew", "add_showing"}
    elif action.way != "demo":
        unfit |= {"renew", "add_showing"}
    return unfit
