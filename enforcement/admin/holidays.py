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
from enforcement.services.holidays import LARGEST_FILE, enter_arrangement, import_arrangements
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
    off = DaysField(
        label=_("Days off"), help_text=_("Each day as 2027-01-01, by lines or commas."), required=False
    )
    makeup = DaysField(label=_("Make-up workdays"), required=False)
    file = forms.FileField(
        label=_("Or a file"),
        help_text=_("JSON as published, or XLSX: a day in column A, “班” or “work” in B for a workday."),
        required=False,
    )

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
    by_file = Act("import", import_arrangements, permission=EDIT)
    list_display = ("year", "is_official", "source")
    fields = ("year", "off", "makeup", "file", "is_official", "source")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A year is entered as a whole, whether it stood there before or not."""
        data = form.service_data()
        file = data.pop("file", None)
        if file is None:
            made = self.call(request, self.create, data)
        else:
            told = {"name": file.name, "content": file.read(LARGEST_FILE + 1)}
            rest = {name: data[name] for name in ("is_official", "source")}
            made = self.call(request, self.by_file, {**told, **rest})[-1]
        obj.__dict__.update(made.__dict__)
