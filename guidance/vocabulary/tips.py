"""Tips to groups, calls before licences expire, and the ledger of simple guidance (Art. 8 (3))."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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
