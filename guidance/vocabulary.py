"""The words of guidance: its ways, states, answers and effects (Art. 8)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.labels import Label
from foundation.vocabulary import OverrideReason, Tone


class Way(models.TextChoices):
    """The eight ways in the order of the article, and the other ways of its last paragraph."""

    GUIDE = "guide", pgettext_lazy("way", "Guidance")
    DEMO = "demo", _("Demonstration")
    TIP = "tip", _("Tips")
    COUNSEL = "counsel", _("Counselling")
    SUGGEST = "suggest", _("Suggestion")
    EXHORT = "exhort", _("Exhortation")
    INTERVIEW = "interview", _("Interview")
    REVISIT = "revisit", _("Return visit")
    OTHER = "other", _("Other way of guidance")


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


class Formality(models.TextChoices):
    """Simple guidance needs no approval; major guidance touches many and is prepared in public."""

    SIMPLE = "simple", _("simple guidance")
    GENERAL = "general", _("general guidance")
    MAJOR = "major", _("major guidance")


class Nature(models.TextChoices):
    ASSISTING = "assisting", _("assisting")
    REGULATING = "regulating", _("regulating")
    COOPERATIVE = "cooperative", _("cooperative")


class Trigger(models.TextChoices):
    """What gave the occasion."""

    APPLICATION = "application", _("asked for by the counterpart")
    CASE = "case", _("a case")
    COMPLAINT = "complaint", _("a complaint or report")
    EXPIRY = "expiry", _("a date that is near")
    INSPECTION = "inspection", _("an inspection or patrol")
    LAW = "law", _("a new or changed law")
    RISK = "risk", _("a risk level or risk point")
    SEASON = "season", _("a season or event")
    VISIT = "visit", _("a return visit")
    OTHER = "other", _("another occasion")


class Channel(models.TextChoices):
    WRITTEN = "written", _("written document")
    ON_SITE = "on_site", _("on site")
    COUNTER = "counter", _("at the counter")
    PHONE = "phone", _("by telephone")
    MESSAGE = "message", _("by message")
    MEETING = "meeting", _("in a meeting")
    PUBLICATION = "publication", _("by publication")


class Response(models.TextChoices):
    """What the counterpart answered; no answer leads to anything (Art. 8: guidance is voluntary)."""

    ACKNOWLEDGED = "acknowledged", _("acknowledged")
    DECLINED = "declined", _("declined")
    SILENT = "silent", _("no response")


class ReplyKind(models.TextChoices):
    """What a counterpart says by its link; none of it leads to anything but an answer (Art. 8)."""

    ACKNOWLEDGE = "acknowledge", _("took note")
    ACCEPT = "accept", _("accepts it")
    DECLINE = "decline", _("does not want it")
    MESSAGE = "message", _("a message")
    WRITTEN = "written", _("asks for it in writing")
    COUNSEL = "counsel", _("asks for counselling")
    TIME = "time", _("proposes another time")


class ReplyOutcome(models.TextChoices):
    """What an officer did with it."""

    SEEN = "seen", pgettext_lazy("answer of the counterpart", "seen")
    ACCEPTED = "accepted", pgettext_lazy("proposed time", "accepted")
    REFUSED = "refused", pgettext_lazy("proposed time", "not possible")


class Effect(models.TextChoices):
    EFFECTIVE = "effective", _("effective")
    PARTLY = "partly", _("partly effective")
    INEFFECTIVE = "ineffective", _("not effective")


class GuideKind(models.TextChoices):
    POLICY = "policy", _("policy")
    PLAN = "plan", _("plan or programme")
    INFORMATION = "information", _("information")
    COMPLIANCE_GUIDE = "compliance_guide", _("compliance guide")


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


class CommentAnswer(models.TextChoices):
    """What became of a comment of the public; each gets one, with its reason."""

    TAKEN = "taken", _("taken up")
    PARTLY = "partly", _("taken up in part")
    NOT = "not", _("not taken up")


class UrgentReason(models.TextChoices):
    """Why major guidance cannot wait for its public preparation."""

    SAFETY = "safety", _("life or health is in danger")
    DISASTER = "disaster", _("a disaster or epidemic")
    PRODUCT = "product", _("a dangerous product is in circulation")
    DATE = "date", _("a law takes effect before it could be prepared")


class PublicEnd(models.TextChoices):
    """How a publication ended, as everybody reads it."""

    WITHDRAWN = "withdrawn", pgettext_lazy("publication", "withdrawn")
    REPLACED = "replaced", pgettext_lazy("publication", "replaced by a new version")
    LEFT = "left", pgettext_lazy("publication", "left of its own wish")
    EXPIRED = "expired", pgettext_lazy("publication", "its time was over")


class OtherWayState(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_USE = "in_use", pgettext_lazy("way", "in use")
    RETIRED = "retired", pgettext_lazy("way", "retired")


class FieldKind(models.TextChoices):
    """What is typed into a field of a way of one's own."""

    TEXT = "text", pgettext_lazy("field", "text")
    NUMBER = "number", pgettext_lazy("field", "number")
    DATE = "date", pgettext_lazy("field", "day")
    CHOICE = "choice", pgettext_lazy("field", "choice")
    YES_NO = "yes_no", pgettext_lazy("field", "yes or no")


class FieldStage(models.TextChoices):
    """When a field of a way of one's own is asked."""

    DRAFTED = "drafted", _("in the draft")
    RECORDED = "recorded", _("afterwards")


class FaqState(models.TextChoices):
    PROPOSED = "proposed", pgettext_lazy("frequent question", "proposed")
    PUBLISHED = "published", pgettext_lazy("frequent question", "published")
    WITHDRAWN = "withdrawn", pgettext_lazy("frequent question", "withdrawn")


class AppointmentOutcome(models.TextChoices):
    """What became of an hour that an interview was appointed for."""

    CONFIRMED = "confirmed", _("they will come")
    MOVED = "moved", pgettext_lazy("appointment", "moved")
    ABSENT = "absent", _("nobody came")


class Signature(models.TextChoices):
    SIGNED = "signed", _("signed")
    REFUSED = "refused", _("did not want to sign")


class Gathering(models.TextChoices):
    """Whether one or several are interviewed together."""

    SINGLE = "single", pgettext_lazy("interview", "individual")
    COLLECTIVE = "collective", pgettext_lazy("interview", "collective")


class VisitMode(models.TextChoices):
    ON_SITE = "on_site", _("on site")
    PHONE = "phone", _("by telephone")
    QUESTIONNAIRE = "questionnaire", _("by questionnaire")
    FORUM = "forum", _("in a forum")


class VisitState(models.TextChoices):
    PLANNED = "planned", _("planned")
    ASSIGNED = "assigned", _("assigned")
    HELD = "held", _("held")
    UNREACHABLE = "unreachable", _("not reached in three attempts")
    REFUSED = "refused", _("refused by the counterpart")
    CLOSED = "closed", pgettext_lazy("visit", "closed")
    CANCELLED = "cancelled", _("cancelled")


class SelectionReason(models.TextChoices):
    """Why a case must be visited (Art. 8 (8))."""

    MAJOR = "major", _("major case")
    COMPLEX = "complex", _("complex case")
    SOCIAL_IMPACT = "social_impact", _("great social impact")
    NO_PENALTY = "no_penalty", _("ended without penalty")
    COMPLAINT = "complaint", _("came from a complaint")
    SUPERIOR = "superior", _("assigned by a superior")
    MEDIA = "media", _("came from the media")
    REQUESTED = "requested", _("asked for")


MEANS_ACTIONS = {
    "coercion:drop_means": _("A link to guidance was taken back"),
    "coercion:name_means": _("Guidance that was tried was linked"),
}
"""How the links between guidance and coercion are told in a timeline."""

VISIT_ACTIONS = {
    "visit:assign": _("Visitors were assigned"),
    "visit:attempt": _("The party was not reached"),
    "visit:cancel": _("The return visit was cancelled"),
    "visit:close": _("The return visit was closed with feedback"),
    "visit:give_up": _("The party was not reached in three attempts"),
    "visit:hold": _("The return visit was held"),
    "visit:plan": _("A return visit was planned"),
    "visit:refuse": _("The party did not want a visit"),
}

VOLUNTARY_NOTICE = _(
    "You decide freely whether to accept this guidance. Declining it, in part or altogether, has no "
    "effect on your lawful rights and interests and need not be explained. It costs nothing. You may ask "
    "at any time to have it in writing, changed or ended."
)

OTHER_WAY_ACTIONS: dict[str, Any] = {
    "other_way:add_field": _("A field was added"),
    "other_way:define": _("A way was defined"),
    "other_way:edit": _("Its words were changed"),
    "other_way:remove_field": _("A field was taken out"),
    "other_way:retire": _("The way was retired"),
    "other_way:revise": _("The next edition was begun"),
    "other_way:use": _("The way was put in use"),
}
FAQ_ACTIONS: dict[str, Any] = {
    "faq:discard": _("The proposal was discarded"),
    "faq:edit": _("The proposal was changed"),
    "faq:propose": _("Offered as a frequent question"),
    "faq:publish": _("Published for everybody"),
    "faq:withdraw": _("Withdrawn from the public"),
}
GUIDANCE_ACTIONS: dict[str, Any] = {
    "guidance:draft": _("Guidance was drafted"),
    "guidance:add_attendance": _("Who came was recorded"),
    "guidance:confirm_interview": _("The appointment was confirmed"),
    "guidance:move_interview": _("Another hour was appointed"),
    "guidance:note_absence": _("Nobody came to the interview, which has no consequence by itself"),
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


class DeliveryChannel(models.TextChoices):
    """The road by which a text reaches its addressee."""

    PRINTED = "printed", _("printed and handed over")
    EMAIL = "email", _("e-mail")
    GATEWAY = "gateway", _("message gateway")


class DeliveryState(models.TextChoices):
    """``UNSURE``: the sender died at work, and nobody can say whether the letter left."""

    WAITING = "waiting", pgettext_lazy("delivery", "waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    DELIVERED = "delivered", _("delivered")
    READ = "read", pgettext_lazy("delivery", "read")
    FAILED = "failed", _("failed, will be tried again")
    GIVEN_UP = "given_up", _("not delivered")
    UNSURE = "unsure", _("not known whether it was sent")
    CALLED_OFF = "called_off", _("called off")


UNDELIVERED = (DeliveryState.GIVEN_UP, DeliveryState.UNSURE)
"""What a person has to look at."""


class GatewayKind(models.TextChoices):
    SMS = "sms", _("text messages (SMS)")
    WECHAT = "wechat", _("WeChat")
    OTHER = "other", pgettext_lazy("gateway", "another kind")


class ReceiptStatus(models.TextChoices):
    """What a gateway reports of a message that it took."""

    DELIVERED = "delivered", _("delivered")
    READ = "read", pgettext_lazy("delivery", "read")
    FAILED = "failed", _("failed")


DELIVERY_ACTIONS = {
    "delivery:begin": _("Sending was begun"),
    "delivery:call_off": _("The delivery was called off"),
    "delivery:confirm": _("The delivery was confirmed"),
    "delivery:fail": _("Sending failed; it is tried again"),
    "delivery:give_up": _("It could not be delivered"),
    "delivery:hand_over": _("It was handed over"),
    "delivery:lose": _("Sending was broken off; nobody knows whether it left"),
    "delivery:prepare": _("A delivery was prepared"),
    "delivery:read": _("The addressee opened it"),
    "delivery:retry": _("It is to be sent once more"),
    "delivery:send": _("It was sent"),
    "gateway:change_key": _("The gateway was given a new key"),
    "gateway:edit": _("The gateway was changed"),
    "gateway:enter": _("A gateway was entered"),
}


class BatchState(models.TextChoices):
    DRAFT = "draft", _("draft")
    PENDING_APPROVAL = "pending_approval", _("awaiting approval")
    APPROVED = "approved", _("approved")
    SENDING = "sending", _("being sent")
    STOPPED = "stopped", _("stopped")
    SENT = "sent", _("sent")
    DISCARDED = "discarded", _("discarded")


BATCH_ACTIONS = {
    "tips:approve": _("Approved"),
    "tips:discard": _("The draft was discarded"),
    "tips:draft": _("Tips to a group were drafted"),
    "tips:edit": _("The draft was changed"),
    "tips:finish": _("The last tip was issued"),
    "tips:resume": _("Sending was taken up again"),
    "tips:send_back": _("Sent back for changes"),
    "tips:send_some": _("Tips were issued"),
    "tips:start": _("Sending was begun"),
    "tips:stop": _("Sending was stopped"),
    "tips:submit": _("Submitted for approval"),
}
"""How the acts on tips to a group are told."""


class CallState(models.TextChoices):
    """A call that is to be made before a licence expires."""

    OPEN = "open", _("to be called")
    DONE = "done", _("called")
    SETTLED = "settled", _("settled without a call")


class CallOutcome(models.TextChoices):
    RENEWING = "renewing", _("will renew in time")
    NOT_RENEWING = "not_renewing", _("will not renew")
    NOT_REACHED = "not_reached", _("not reached")


EXPIRY_ACTIONS = {
    "expiry:call": _("A call became due: the licence expires in days"),
    "expiry:change_rule": _("The rule of reminders was changed"),
    "expiry:record": _("The call was recorded"),
    "expiry:set_rule": _("A rule of reminders was set"),
    "expiry:settle": _("The licence was renewed: nothing is left to remind of"),
}


class LedgerMethod(models.TextChoices):
    """How many were reached at once; such guidance is counted, not filed one by one."""

    LEAFLET = "leaflet", _("leaflets")
    HOTLINE = "hotline", _("hotline or counter")
    ORAL = "oral", _("by word of mouth")
    LECTURE = "lecture", _("lecture or stand")
    BROADCAST = "broadcast", _("notice, broadcast or message to many")
    OTHER = "other", pgettext_lazy("method", "another method")


LEDGER_ACTIONS = {
    "ledger:correct": _("A row of the ledger was corrected"),
    "ledger:enter": _("A row was entered in the ledger"),
    "ledger:import": _("A sheet was imported into the ledger"),
    "ledger:remove": _("A row of the ledger was removed"),
}


class EffectCut(models.TextChoices):
    """By what the effect of guidance is looked at."""

    WAY = "way", _("way")
    ORGAN = "organ", _("organ")
    MATTER = "matter", _("matter")
    MONTH = "month", _("month")


class Rung(models.TextChoices):
    """The rungs of the ladder, the mildest first: each is tried before the next where it can suffice (Art. 3, 8)."""

    TIP = "tip", _("a tip")
    HELP = "help", _("counselling or a suggestion")
    EXHORT = "exhort", _("exhortation")
    INTERVIEW = "interview", _("interview")
    CASE = "case", _("decision of a case")
    VISIT = "visit", _("return visit")


RUNG_OF: dict[str, Rung] = {
    Way.GUIDE: Rung.TIP,
    Way.DEMO: Rung.TIP,
    Way.TIP: Rung.TIP,
    Way.COUNSEL: Rung.HELP,
    Way.SUGGEST: Rung.HELP,
    Way.OTHER: Rung.HELP,
    Way.EXHORT: Rung.EXHORT,
    Way.INTERVIEW: Rung.INTERVIEW,
}
WAYS_OF: dict[str, tuple[Way, ...]] = {
    Rung.TIP: (Way.TIP,),
    Rung.HELP: (Way.COUNSEL, Way.SUGGEST),
    Rung.EXHORT: (Way.EXHORT,),
    Rung.INTERVIEW: (Way.INTERVIEW,),
}

REASONS_FOR_PENALTY = (
    OverrideReason.SPECIAL_FACTS,
    OverrideReason.PARTY_CONDUCT,
    OverrideReason.HIGHER_LAW,
    OverrideReason.SUPERIOR_ORDER,
    OverrideReason.PUBLIC_SAFETY,
)
"""Why a penalty comes before guidance (GUI-22)."""
