"""Holiday arrangements: a year at a time, typed or imported (deadlines rest on them)."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from enforcement.models import Holiday, HolidayYear
from enforcement.services.holidays import enter_arrangement
from foundation.acts import Act
from foundation.admin import ServiceAdmin
from foundation.admin.forms import ServiceForm
from foundation.permissions import Permission

EDIT = Permission.ORGAN_EDIT
_BETWEEN = re.compile(r"[\s,;、，；]+")


class DaysField(forms.CharField):
    """Days by lines, blanks or commas."""

    widget = forms.Textarea

    def clean(self, value: Any) -> list[date]:
        text = super().clean(value)
        try:
            return [date.fromisoformat(word) for word in _BETWEEN.split(text.strip()) if word]
        except ValueError as error:
            raise ValidationError(_("Write each day as 2027-01-01."), code="invalid") from error


class ArrangementForm(ServiceForm):
    year = forms.IntegerField(label=_("Year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)])
    off = DaysField(label=_("Days off"), help_text=_("Each day as 2027-01-01, by lines or commas."))
    makeup = DaysField(label=_("Make-up workdays"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["year"].disabled = True
            days = list(Holiday.objects.filter(arrangement=self.instance).values_list("day", "is_off"))
            self.initial["off"] = "\n".join(day.isoformat() for day, is_off in days if is_off)
            self.initial["makeup"] = "\n".join(day.isoformat() for day, is_off in days if not is_off)


@admin.register(HolidayYear)
class HolidayYearAdmin(ServiceAdmin):
    form = ArrangementForm
    view_permission = Permission.ORGAN_READ
    create = Act("enter", enter_arrangement, permission=EDIT)
    edit = Act("enter", enter_arrangement, permission=EDIT)
    list_display = ("year", "is_official", "source")
    fields = ("year", "off", "makeup", "is_official", "source")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A year is entered as a whole, whether it stood there before or not."""
        made = self.call(request, self.create, form.service_data())
        obj.__dict__.update(made.__dict__)
