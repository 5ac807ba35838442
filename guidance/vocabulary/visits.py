"""Return visits, and guidance that was tried before coercion (Art. 8 (8), 10 (2))."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
    """Why a case is visited (Art. 8 (8))."""

    MAJOR = "major", _("major case")
    COMPLEX = "complex", _("complex case")
    SOCIAL_IMPACT = "social_impact", _("great social impact")
    NO_PENALTY = "no_penalty", _("ended without penalty")
    COMPLAINT = "complaint", _("came from a complaint")
    SUPERIOR = "superior", _("assigned by a superior")
    MEDIA = "media", _("came from the media")
    HEARD = "heard", _("a hearing was held")
    CONTESTED = "contested", _("reconsideration or an action was filed")
    UNDONE = "undone", _("the decision was changed or undone")
    PROMISED = "promised", _("a commitment letter was signed")
    SAMPLE = "sample", _("drawn by lot")
    SECOND = "second", _("second visit, high risk")
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
    "visit:draw": _("Return visits were drawn by lot"),
    "visit:give_up": _("The party was not reached in three attempts"),
    "visit:hold": _("The return visit was held"),
    "visit:plan": _("A return visit was planned"),
    "visit:refuse": _("The party did not want a visit"),
    "visit:release": _("New visitors are looked for"),
}
