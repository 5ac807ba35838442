"""What is stored: recorded or said to be derived, with constraints that speak to people."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from enforcement.models import Case
from enforcement.models.base import CityWide, OrganScoped
from foundation.actors import Actor, Reach, ReachKind
from foundation.record import DerivedModel, RecordedModel, Unrecorded

DOMAIN = [app for app in settings.PROJECT_APPS if app != "foundation"]
MODELS = [
    m for app in DOMAIN for m in apps.get_app_config(app).get_models() if not hasattr(m, "history_object")
]
RECORDED = [m for m in MODELS if issubclass(m, RecordedModel)]
ABOUT_A_CASE = [
    m for m in RECORDED if m is Case or any(f.related_model is Case for f in m._meta.concrete_fields)
]
OWN = [m for app in settings.PROJECT_APPS for m in apps.get_app_config(app).get_models()]
CONSTRAINTS = [(m, c) for m in OWN for c in m._meta.constraints]


def label(model: Any) -> str:
    return str(model._meta.label)


class TestEveryModel:
    def test_is_recorded_or_says_that_it_is_derived(self) -> None:
        assert [label(m) for m in MODELS if not issubclass(m, (RecordedModel, DerivedModel))] == []

    @pytest.mark.parametrize("model", RECORDED, ids=label)
    def test_that_is_recorded_is_saved_and_deleted_by_services_alone(self, model: Any) -> None:
        with pytest.raises(Unrecorded):
            model().save()
        with pytest.raises(Unrecorded):
            model(pk=1).delete()

    @pytest.mark.parametrize("model", RECORDED, ids=label)
    def test_that_is_recorded_cannot_be_written_in_bulk(self, model: Any) -> None:
        for write in (
            lambda: model.objects.update(version=1),
            lambda: model.objects.bulk_create([model()]),
            lambda: model.objects.bulk_update([model(pk=1)], ["version"]),
            lambda: model.objects.all().delete(),
        ):
            with pytest.raises(Unrecorded):
                write()

    @pytest.mark.parametrize("model", RECORDED, ids=label)
    def test_that_is_recorded_knows_whose_it_is(self, model: Any) -> None:
        rows = model.objects.all()
        assert hasattr(rows, "visible_to")
        assert hasattr(rows, "workable_by")
        assert issubclass(model, (CityWide, OrganScoped)) or type(rows).__name__ != "RecordedQuerySet"

    @pytest.mark.parametrize("model", ABOUT_A_CASE, ids=label)
    def test_about_a_case_is_hidden_from_who_is_recused_from_it(self, model: Any) -> None:
        """Penalty Law, Art. 43: a recused officer has no access to the case, by any of its rows."""
        recused = Actor(
            name="x", officer_id=1, organ_id=1, reach=Reach(ReachKind.ALL), recused_from=frozenset({987654})
        )
        assert "987654" in str(model.objects.visible_to(recused).query)
        assert "987654" in str(model.objects.workable_by(recused).query)

    @pytest.mark.parametrize("model", RECORDED, ids=label)
    def test_keeps_what_it_refers_to(self, model: Any) -> None:
        """Nothing of a case disappears because something else was removed."""
        forgets = (models.CASCADE, models.SET_NULL, models.SET_DEFAULT)
        fields = [f for f in model._meta.get_fields() if isinstance(f, models.ForeignKey)]
        assert [f.name for f in fields if f.remote_field.on_delete in forgets] == []


class TestEveryConstraint:
    @pytest.mark.parametrize(("model", "constraint"), CONSTRAINTS, ids=lambda x: getattr(x, "name", ""))
    def test_says_in_words_what_is_wrong(self, model: Any, constraint: Any) -> None:
        """Plain uniqueness is worded by Django, which names the columns."""
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields and not constraint.condition:
            return
        assert constraint.violation_error_message != models.BaseConstraint.default_violation_error_message

    def test_has_a_name_of_its_own(self) -> None:
        names = Counter(c.name for _m, c in CONSTRAINTS) + Counter(
            i.name for m in OWN for i in m._meta.indexes
        )
        assert [name for name, times in names.items() if times > 1] == []

    def test_stands_in_a_row_that_has_them(self) -> None:
        assert len(CONSTRAINTS) > 60
