"""Pages of training: the list, one training, one's own hours, and the hours of an organ (Art. 7)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.forms.training import EDIT_TRAINING, PLAN_TRAINING, TRAINING_ACTS
from enforcement.lifecycle import TRAINING_LIFECYCLE
from enforcement.lists.certificates import certificate_text, certificate_tone
from enforcement.lists.training import TRAINING_LIST, training_tone
from enforcement.models import Attendance, Officer, TrainingSession
from enforcement.reports.training import Hours, attended_by, hours_by_officer, hours_of_organ
from enforcement.rules.training import missing_hours
from enforcement.services.training import target_of
from foundation.pages import CreatePage, DetailPage, ListPage, Page, TransitionPage
from foundation.permissions import Permission
from foundation.record.story import entries_of

READ, EDIT = Permission.TRAINING_READ, Permission.TRAINING_EDIT
ALL_ACTS = {"edit": EDIT_TRAINING, **TRAINING_ACTS}


class TrainingListPage(ListPage):
    spec = TRAINING_LIST
    permission = READ
    template_name = "enforcement/training_list.html"
    create_url = "enforcement:training_new"
    create_label = _("Plan a training")
    create_permission = EDIT
    empty_title = _("No trainings yet")
    empty_text = _("Enter the first training; attendance counts towards the sixty hours of each officer.")


class TrainingNew(CreatePage):
    act = PLAN_TRAINING
    permission = EDIT
    cancel_url = "enforcement:training_list"


class TrainingPage(DetailPage):
    model = TrainingSession
    permission = READ
    template_name = "enforcement/training_detail.html"
    acts = ALL_ACTS
    lifecycle = TRAINING_LIFECYCLE
    act_url = "enforcement:training_act"

    def rows(self) -> Any:
        return TrainingSession.objects.select_related("organ")

    def context(self) -> dict[str, Any]:
        session = self.thing
        attended = Attendance.objects.visible_to(self.actor).filter(session=session)
        return {
            **super().context(),
            "state": {"value": session.get_state_display(), "tone": training_tone(session.state)},
            "facts": _facts(session),
            "attendances": list(
                attended.select_related("officer__organ").order_by("officer__name_pinyin", "pk")
            ),
            "entries": entries_of(session),
        }


def _facts(session: TrainingSession) -> list[dict[str, Any]]:
    told = (
        (_("kind"), session.get_kind_display(), "text"),
        (_("topic"), session.get_topic_display(), "text"),
        (_("day"), session.held_on, "date"),
        (_("hours"), session.hours, "number"),
        (_("place"), session.place, "text"),
        (_("content"), session.content, "multiline"),
    )
    return [{"label": label, "value": value, "kind": kind} for label, value, kind in told if value]


class TrainingActPage(TransitionPage):
    model = TrainingSession
    permission = READ
    acts = ALL_ACTS
    lifecycle = TRAINING_LIFECYCLE


class YearPage(Page):
    """A page about one year of training: ``?year=``, the present one when nothing sound is asked for."""

    permission = READ
    http_method_names = ["get", "head", "options"]

    @cached_property
    def year(self) -> int:
        asked, this = self.request.GET.get("year", ""), timezone.localdate(self.now).year
        return int(asked) if asked.isascii() and asked.isdigit() and 2000 <= int(asked) <= this + 1 else this

    def years(self) -> list[int]:
        this = timezone.localdate(self.now).year
        return [this, this - 1, this - 2]


class MyTraining(YearPage):
    """One's own hours of a year, what they were made of, and one's certificate."""

    template_name = "enforcement/training_mine.html"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        officer = Officer.objects.select_related("organ").get(pk=self.actor.officer_id)
        had = hours_by_officer([officer.pk], year=self.year)[officer.pk]
        target = target_of(officer.organ)
        return self.show(
            {
                "title": _("My training"),
                "year": self.year,
                "years": self.years(),
                "hours": _told(had, target),
                "target": target,
                "attended": attended_by(officer.pk, year=self.year),
                "certificate": _certificate(officer, self.now),
            }
        )


class OrganHours(YearPage):
    """The hours of the officers of one's organ, those who lack most first: to plan trainings, never to rank."""

    template_name = "enforcement/training_hours.html"

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        lines = hours_of_organ(self.actor.organ_id, year=self.year)
        target = target_of(lines[0].officer.organ) if lines else Decimal(60)
        rows = [
            {
                "officer": line.officer,
                **_told(line.had, target),
                "certificate": _certificate(line.officer, self.now),
            }
            for line in lines
        ]
        return self.show(
            {
                "title": _("Hours of the organ"),
                "year": self.year,
                "years": self.years(),
                "rows": sorted(rows, key=lambda row: -row["missing"]),
                "target": target,
                "reached": sum(not row["missing"] for row in rows),
            }
        )


def _told(had: Hours, target: Decimal) -> dict[str, Any]:
    missing = missing_hours(had.hours, target)
    return {"all": had.hours, "service": had.service, "missing": missing, "shown": min(had.hours, target)}


def _certificate(officer: Officer, at: Any) -> dict[str, str]:
    today, state, until = timezone.localdate(at), officer.certificate_state, officer.certificate_until
    return {
        "text": certificate_text(state, until, today=today),
        "tone": certificate_tone(state, until, today=today),
        "number": officer.certificate_number,
    }
