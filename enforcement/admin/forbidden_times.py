"""Night hours, quiet periods and local bans in the administration (Art. 6)."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from enforcement.models import CityNight, LocalBan, QuietPeriod
from enforcement.services import forbidden_times as services
from enforcement.vocabulary import QuietException, TimedAct
from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import ServiceForm
from foundation.permissions import Permission

EDIT = Permission.ORGAN_EDIT
_DAYS = [(number + 1, name) for number, name in WEEKDAYS.items()]
_WHOSE = ("name_zh", "name_en", "region", "organ", "from_day", "to_day")


class BanForm(ServiceForm):
    acts = forms.MultipleChoiceField(
        label=_("For these acts"), choices=TimedAct.choices, widget=forms.CheckboxSelectMultiple
    )


class QuietForm(BanForm):
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Only on these days of the week"),
        choices=_DAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    exceptions = forms.MultipleChoiceField(
        label=_("Exceptions that it allows"),
        choices=QuietException.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@admin.register(QuietPeriod)
class QuietPeriodAdmin(ServiceAdmin):
    form = QuietForm
    view_permission = Permission.ORGAN_READ
    create = Act("quiet", services.enter_quiet_period, permission=EDIT)
    edit = Act("edit_quiet", services.edit_quiet_period, permission=EDIT)
    list_display = ("__str__", "region", "organ", "from_day", "to_day")
    list_select_related = ("region", "organ")
    fields = (*_WHOSE, "first_of_month", "last_of_month", "weekdays", "acts", "exceptions", "citation")


@admin.register(LocalBan)
class LocalBanAdmin(ServiceAdmin):
    form = BanForm
    view_permission = Permission.ORGAN_READ
    create = Act("ban", services.enter_local_ban, permission=EDIT)
    edit = Act("edit_ban", services.edit_local_ban, permission=EDIT)
    list_display = ("__str__", "region", "organ", "from_day", "to_day", "starts_at", "ends_at")
    list_select_related = ("region", "organ")
    fields = (*_WHOSE, "starts_at", "ends_at", "acts", "citation")


@admin.register(CityNight)
class CityNightAdmin(ServiceAdmin):
    view_permission = Permission.ORGAN_READ
    create = Act("night", services.enter_night, permission=EDIT)
    edit = Act("edit_night", services.edit_night, permission=EDIT)
    list_display = ("in_force_from", "starts_at", "ends_at", "citation")
    fields = ("in_force_from", "starts_at", "ends_at", "citation")
