"""The life of one guidance action: states, answers, effects, and how its acts are told (Art. 8)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.labels import Label
from foundation.vocabulary import Tone


class GuidanceState(models.TextChoices):
    DRAFT = "draft", _("draft")
    LEGAL_REVIEW = "legal_review", _("under legal review")
    REVIEWED = "reviewed", pgettext_lazy("guidance", "found lawful")
    COMMENTS = "comments", _("open to public comment")
    PENDING_APPROVAL = "pending_approval", _("awaiting approval")
    APPROVED = "approved", _("approved")
    CANDIDACY = "candidacy", _("candidate shown to the public")
    ISSUED = "issued", _("issued")
    IN_FORCE = "in_force", pgettext_lazy("guidance", "in force")
    ACKNOWLEDGED = "acknowledged", _("acknowledged")
    DECLINED = "declined", _("declined")
    STOPPED = "stopped", _("stopped at the wish of the counterpart")
    EXPIRED = "expired", pgettext_lazy("guidance", "expired")
    CONCLUDED = "concluded", _("concluded")
    WITHDRAWN = "withdrawn", _("withdrawn")


PREPARED_STATES = (GuidanceState.LEGAL_REVIEW, GuidanceState.REVIEWED, GuidanceState.COMMENTS)
"""What major guidance to the public goes through before a head is asked (Art. 8 (1))."""


UNISSUED_STATES = (
    GuidanceState.DRAFT,
    *PREPARED_STATES,
    GuidanceState.PENDING_APPROVAL,
    GuidanceState.APPROVED,
    GuidanceState.CANDIDACY,
)


OPEN_TO_COMMENT = (GuidanceState.COMMENTS, GuidanceState.CANDIDACY)


ANSWERABLE_STATES = (GuidanceState.ISSUED, GuidanceState.ACKNOWLEDGED, GuidanceState.DECLINED)


LIVE_STATES = (*ANSWERABLE_STATES, GuidanceState.IN_FORCE)


class Response(models.TextChoices):
    """What the counterpart answered; no answer leads to anything (Art. 8: guidance is voluntary)."""

    ACKNOWLEDGED = "acknowledged", _("acknowledged")
    DECLINED = "declined", _("declined")
    SILENT = "silent", _("no response")


class Effect(models.TextChoices):
    EFFECTIVE = "effective", _("effective")
    PARTLY = "partly", _("partly effective")
    INEFFECTIVE = "ineffective", _("not effective")


class Prong(models.TextChoices):
    """The three situations in which the article calls for exhortation."""

    MAY_VIOLATE = "may_violate", _("a violation may occur")
    MAY_HARM = "may_harm", _("a violation may cause harm")
    MAY_ESCALATE = "may_escalate", _("a violation may escalate")


class Recheck(models.TextChoices):
    CORRECTED = "corrected", _("corrected")
    PARTLY = "partly", _("partly corrected")
    NOT_CORRECTED = "not_corrected", _("not corrected")


class Adoption(models.TextChoices):
    ALL = "all", _("adopted")
    PART = "part", _("adopted in part")
    NONE = "none", _("not adopted")


GUIDANCE_ACTIONS: dict[str, Any] = {
    "guidance:draft": _("Guidance was drafted"),
    "guidance:add_attendance": _("Who came was recorded"),
    "guidance:confirm_interview": _("The appointment was confirmed"),
    "guidance:move_interview": _("Another hour was appointed"),
    "guidance:note_absence": _("Nobody came to the interview, which has no consequence by itself"),
    "guidance:invite_organ": _("Another organ was invited to take part"),
    "guidance:take_back_invitation": _("An invitation to take part was taken back"),
    "guidance:add_question": _("A further question was recorded"),
    "guidance:answer_question": _("A question was answered"),
    "guidance:record_adoption": _("What became of a suggestion was recorded"),
    "guidance:add_score": _("A criterion was scored"),
    "guidance:add_showing": _("A showing was recorded"),
    "guidance:answer_comment": _("A comment of the public was answered"),
    "guidance:approve_at_once": Label(_("Approved at once, in urgency"), tone=Tone.WATCH),
    "guidance:ask_change": _("The counterpart asked for a change"),
    "guidance:ask_review": _("Handed to the legal reviewer"),
    "guidance:comment": _("Somebody of the public commented"),
    "guidance:expire": _("Its time is over"),
    "guidance:keep": _("Looked at again, and kept"),
    "guidance:leave": _("The model left of its own wish"),
    "guidance:open_comments": _("Opened to comments of the public"),
    "guidance:publicise": _("The candidate is shown to the public"),
    "guidance:record_expert": _("What experts said was recorded"),
    "guidance:renew": _("The naming was renewed"),
    "guidance:return_draft": _("Returned by the legal reviewer"),
    "guidance:review": _("Found lawful by the legal reviewer"),
    "guidance:stop": _("Stopped at the wish of the counterpart, which has no consequence"),
    "guidance:take_effect": _("It took effect"),
    "guidance:ask_in_writing": _("The counterpart asked for it in writing"),
    "guidance:edit": _("The draft was changed"),
    "guidance:submit": _("Submitted for approval"),
    "guidance:approve": _("Approved"),
    "guidance:send_back": _("Sent back for changes"),
    "guidance:issue": _("Guidance was issued"),
    "guidance:acknowledge": _("The counterpart took note"),
    "guidance:decline": _("The counterpart did not want it, which has no consequence"),
    "guidance:note_silence": _("No response came"),
    "guidance:end_silence": _("The counterpart was heard after all"),
    "guidance:record": _("What came of it was recorded"),
    "guidance:add_rectification": _("Something to be put right was agreed"),
    "guidance:recheck": _("An item was looked at again"),
    "guidance:conclude": _("Guidance was concluded"),
    "guidance:discard": _("The draft was discarded"),
    "guidance:withdraw": _("Guidance was withdrawn"),
    "guidance:supersede": _("Replaced by a new version"),
    "guidance:correct": _("A corrected version was begun"),
    "guidance:read_by_link": _("The counterpart opened its link"),
    "guidance:accept_time": _("The time that the counterpart proposed was accepted"),
    "guidance:refuse_time": _("The time that the counterpart proposed is not possible"),
    "guidance:reply_by_link": _("The counterpart answered by its link"),
    "guidance:see_reply": _("The answer of the counterpart was seen"),
    "guidance:renew_link": _("A new link was made for the counterpart"),
    "guidance:revoke_link": _("The link of the counterpart was taken back"),
    "guidance:deliver": _("A delivery was ordered"),
}
