"""A word to an officer in the program: once a thing and round, even when a job runs twice."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from enforcement.models.officers import Officer
from foundation.actors import Actor
from foundation.record import DerivedModel
from foundation.wording import day_text


class NotificationQuerySet(models.QuerySet[Any]):
    """Everybody reads only what was told to him or her."""

    def visible_to(self, actor: Actor) -> Self:
        return self.filter(officer_id=actor.officer_id) if actor.officer_id else self.none()

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def with_unread(self) -> Self:
        """Each with ``unread``, the number of all that its reader has not read."""
        same = Notification.objects.filter(officer=models.OuterRef("officer")).unread().order_by()
        counted = same.values("officer").annotate(number=models.Count("pk")).values("number")
        return self.annotate(unread=Coalesce(models.Subquery(counted), 0))


class Notification(DerivedModel):
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="notifications")
    kind = models.CharField(_("kind"), max_length=40)
    thing = models.CharField(max_length=64)
    round = models.PositiveIntegerField(default=1)
    data = models.JSONField(default=dict)
    url = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(_("at"))
    read_at = models.DateTimeField(_("read at"), null=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "kind", "thing", "round"], name="notification_once_a_round"
            ),
        ]
        indexes = [
            models.Index(fields=["officer", "-at", "-id"], name="notification_officer_idx"),
            models.Index(
                fields=["officer"], condition=models.Q(read_at=None), name="notification_unread_idx"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"

    @property
    def text(self) -> str:
        """The sentence in the reader's language."""
        template = TEXTS.get(self.kind)
        return str(template) % _worded(self.data) if template else self.kind


def _worded(data: dict[str, Any]) -> dict[str, Any]:
    """The data of a sentence with its day as people write it."""
    if "day" not in data:
        return data
    return {**data, "day": day_text(date.fromisoformat(data["day"]))}


TEXTS: dict[str, Any] = {
    "certificate:expiry": _("The enforcement certificate of %(name)s ends on %(day)s."),
    "mediation:check": _("The agreement in %(number)s was to be performed by %(day)s: what became of it?"),
    "training:hours": _("You have %(hours)s of %(target)s hours of training in %(year)s."),
    "training:shortfall": _("%(count)s officers have not reached %(target)s hours of training in %(year)s."),
    "account:recovery_code_used": _("A recovery code opened your account; %(left)s are left."),
    "account:second_factor_blocked": _(
        "Your right password came with ten wrong codes. If that was not you, change your password now."
    ),
    "account:second_factor_enrolled": _("A device was bound to your account as second factor."),
    "account:second_factor_removed": _("The second factor of your account was removed."),
    "account:second_factor_reset": _("The security administrator reset the second factor of your account."),
    "case:deadline": _("%(number)s must be decided by %(day)s."),
    "time:emergency": _("You are named as approving %(what)s at a forbidden time."),
    "time:emergency_told": _("%(what)s was done at a forbidden time in an emergency."),
    "clue:overdue": _("%(number)s was to be verified by %(day)s: file it, or decide not to."),
    "hearing:arranged": _("You preside over the hearing in %(number)s on %(day)s."),
    "review:asked": _("A legal opinion on %(number)s is asked for by %(day)s."),
    "review:extended": _("The time for the legal opinion on %(number)s was lengthened until %(day)s."),
    "review:late": _("The legal opinion on %(number)s was due on %(day)s."),
    "preservation:lapsed": _(
        "The registration of evidence in %(number)s has lapsed: nobody dealt with it in time."
    ),
    "coercion:approve_soon": _(
        "Urgent coercion in %(number)s lapses in a few hours: a head approves it, or it is lifted."
    ),
    "coercion:approved": _("Coercion in %(number)s was approved."),
    "coercion:ended": _("The execution in %(number)s has ended for good after three years."),
    "coercion:expires": _("The coercive measure in %(number)s ends on %(day)s: decide, lift or extend it."),
    "coercion:extended": _("The coercive measure in %(number)s was extended until %(day)s."),
    "coercion:last_days": _(
        "The coercive measure in %(number)s ends on %(day)s: extend it now, or let it end."
    ),
    "coercion:lapsed": _("The coercive measure in %(number)s has lapsed: give back what is kept at once."),
    "coercion:sent_back": _("The proposal of coercion in %(number)s was sent back."),
    "coercion:serve_today": _("The freezing decision in %(number)s must reach the party today."),
    "coercion:still_kept": _("Things are still kept in %(number)s, though the measure has lapsed."),
    "coercion:three_years": _(
        "The execution in %(number)s has been suspended for three years: look at it again."
    ),
    "coercion:to_approve": _("Coercion in %(number)s waits for your approval."),
    "coercion:unapproved": _("Urgent coercion in %(number)s lapsed: nobody approved it within 24 hours."),
    "coercion:unserved": _("The freezing decision in %(number)s was not served within three working days."),
    "coercion:urgent": _(
        "Coercion was applied in urgency in %(number)s: approve or lift it within 24 hours."
    ),
    "coercion:void": _("Approved coercion in %(number)s was changed: your approval is void."),
    "crime:answer": _("%(number)s was referred as a suspected crime and has no answer yet: ask after it."),
    "decision:court": _("%(number)s is unpaid: the court must be asked by %(day)s."),
    "decision:pay": _("%(number)s was to be paid by %(day)s and is not: remind, demand, or offer parts."),
    "decision:serve": _("The decision in %(number)s was to be served by %(day)s and is not."),
    "hardship:asked": _("In %(number)s the party applies to pay later or in parts: answer it with reasons."),
    "deadline:head": _("%(number)s of your organ must be decided by %(day)s."),
    "deadline:officer": _("%(number)s must be decided by %(day)s."),
    "deadline:supervisor": _("%(number)s was to be decided by %(day)s and is not."),
    "delivery:failed": _("%(number)s did not reach %(name)s: look at the delivery."),
    "departure:approved": _("Leaving the benchmark in %(number)s was approved."),
    "departure:asked": _("Leaving the benchmark in %(number)s waits for your answer."),
    "departure:refused": _("Leaving the benchmark in %(number)s was refused."),
    "summary:late": _("The decision on the spot in %(number)s was to be filed with the organ by %(day)s."),
    "guidance:application": _("%(name)s applied for guidance; that was to be answered by %(day)s."),
    "guidance:hold": _("Counselling for %(name)s (%(number)s) was to be held by %(day)s."),
    "guidance:second_look": _("See whether %(number)s was followed: the second look is due by %(day)s."),
    "guidance:second_look_head": _(
        "The second look after %(number)s is due today, %(day)s, and not recorded."
    ),
    "guidance:second_look_late": _(
        "The second look after %(number)s was due by %(day)s and is not recorded."
    ),
    "guidance:reply": _("%(name)s answered %(number)s by its link."),
    "guidance:absent": _("Nobody came twice to the interview %(number)s: decide how to go on."),
    "guidance:guest_coming": _("%(name)s takes part in the interview “%(number)s”."),
    "guidance:guest_not_coming": _("%(name)s does not take part in the interview “%(number)s”: see why."),
    "guidance:invited": _("%(name)s invites your organ to a joint interview: say whether it takes part."),
    "correction:look": _("%(number)s: look whether what was ordered is done, by %(day)s."),
    "education:give": _("%(number)s: teach the party by %(day)s, and record it."),
    "leniency_choice:approved": _("The departure from the assessment in %(number)s was approved."),
    "leniency_choice:asked": _("A departure from the assessment in %(number)s waits for your answer."),
    "leniency_choice:overtaken": _(
        "A new assessment overtook the departure in %(number)s: propose it again if it is still meant."
    ),
    "leniency_choice:refused": _("The departure from the assessment in %(number)s was refused."),
    "promise:broken": _(
        "In %(number)s the party did not keep what it promised: talk to it before anything else."
    ),
    "case:revisit_leniency": _("A leniency list moved under %(number)s: assess it again before going on."),
    "leniency_entry:review": _(
        "The law that entry %(number)s cites has changed: say by %(day)s what becomes of it."
    ),
    "leniency_list:review": _("The list %(number)s is to be reviewed by %(day)s."),
    "risk_catalogue:quarterly": _(
        "The quarter has been counted for the risk points of “%(name)s”: see by %(day)s whether levels still fit."
    ),
    "risk_catalogue:season": _(
        "High season begins for risk points of “%(name)s”: warn whom they concern by %(day)s."
    ),
    "risk_catalogue:yearly": _("The risk points of “%(name)s” are to be revised by %(day)s."),
    "guidance:look_again": _(
        "%(number)s is to be looked at again by %(day)s: keep it, revise it or withdraw it."
    ),
    "inspection:comes": _("The inspection %(number)s is planned for %(day)s."),
    "inspection:host_cancelled": _(
        "The visit that %(number)s was to go together with was cancelled: go alone, or cancel too."
    ),
    "inspection:host_moved": _(
        "The visit that %(number)s was to go together with was moved: move it too, so that the firm is visited once."
    ),
    "inspection:missed": _(
        "The inspection %(number)s was planned for %(day)s: hold it, move it, or cancel it."
    ),
    "inspection:open_long": _("The inspection %(number)s began on %(day)s and was never concluded."),
    "inspection:unconcluded": _("The inspection %(number)s began on %(day)s: conclude it, the firm waits."),
    "inspection:unheld": _("The inspection %(number)s, planned for %(day)s, was neither held nor cancelled."),
    "interval:approved": _("Your request for %(number)s was approved."),
    "interval:asked": _("An interval of %(number)s waits for your answer."),
    "interval:refused": _("Your request for %(number)s was refused."),
    "publicity:correction": _("A corrected public text of %(number)s waits for your approval."),
    "publicity:publish_late": _("The result of %(number)s was to be published by %(day)s and is not."),
    "publicity:publish_soon": _("The result of %(number)s is to be published by %(day)s."),
    "publicity:to_approve": _(
        "The public text of %(number)s waits for your approval; publish it by %(day)s."
    ),
    "publicity:undone": _("The result of %(number)s does not stand: withdraw what is published by %(day)s."),
    "publicity:withdraw_late": _(
        "What is published of %(number)s was to be withdrawn by %(day)s and is not."
    ),
    "publicity:withdraw_soon": _("What is published of %(number)s is to be withdrawn by %(day)s."),
    "payment:bank_late": _("Money of %(number)s that the organ holds was to be paid to the bank by %(day)s."),
    "payment:hand_in_late": _("Money collected in %(number)s was to be handed in by %(day)s."),
    "publicity:yearly_late": _(
        "What the enforcement of %(organ)s came to in %(year)s was to be published by %(day)s."
    ),
    "publicity:yearly": _("Publish by %(day)s what the enforcement of your organ came to in %(year)s."),
    "remedy:answer_late": _(
        "The answer to the reconsideration or suit in %(number)s was due on %(day)s:"
        " without it the decision counts as one without evidence."
    ),
    "remedy:answer_owed": _("Answer and evidence in %(number)s are to be handed in by %(day)s."),
    "remedy:answer_soon": _("The answer to the reconsideration or suit in %(number)s is due on %(day)s."),
    "remedy:copy": _("The copy of the application or complaint against %(number)s has arrived."),
    "remedy:filed": _("Reconsideration or a suit was filed against the decision in %(number)s."),
    "remedy:stopped": _("The execution of the decision in %(number)s is stopped."),
    "remedy:undone": _("The decision in %(number)s was changed or undone on reconsideration or by a court."),
    "rule:overridden": _(
        "On %(day)s officers of your organ went on in spite of a warning, times: %(count)s. Read their reasons."
    ),
    "self_check:submitted": _("%(name)s submitted its self-check. Found and not corrected yet: %(count)s."),
    "tips:to_approve": _("The tips to a group “%(name)s” wait for your approval."),
    "visit:assigned": _("You are to hold a return visit for %(number)s by %(day)s."),
    "visit:due": _("The return visit for %(number)s is due on %(day)s."),
    "visit:nobody_free": _("No officer is free to visit for %(number)s: all have worked on the case."),
}
