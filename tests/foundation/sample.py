"""Lists, acts, pages and resources over the real counterparts and cases, to try the machinery on."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.urls import include, path, reverse
from rest_framework.routers import SimpleRouter

from config.urls import handler400, handler403, handler404, handler500  # noqa: F401 - for this URLconf too
from config.urls import urlpatterns as house
from enforcement.lifecycle import CASE_LIFECYCLE
from enforcement.models import Case, Counterpart, Matter, Officer, Organ, Region
from enforcement.services.cases import decline_filing, edit_case, file_case, register_clue
from enforcement.services.counterparts import edit_counterpart, register_counterpart
from enforcement.vocabulary import CaseState, CounterpartKind
from foundation.actors import Actor
from foundation.acts import Act, ActForm
from foundation.endpoints.resource import Resource
from foundation.endpoints.serializers import MaskedField, ThingSerializer
from foundation.lists import Column, Kind, ListSpec, SubtreeFilter
from foundation.pages import ActPage, CreatePage, DetailPage, ListPage, TransitionPage
from foundation.permissions import Permission
from foundation.secrecy import mask_identifier
from tests.city import CONDITIONS

REVEAL = Permission.COUNTERPART_REVEAL

COUNTERPARTS = ListSpec(
    name="counterparts",
    title="Counterparts",
    queryset=Counterpart.objects.all,
    default_ordering="name",
    permission=Permission.COUNTERPART_READ,
    row_url="sample:counterpart",
    search=lambda rows, text: rows.filter(name__icontains=text),
    columns=(
        Column("name", "Name", kind=Kind.LINK, sort="name_pinyin", filter="text"),
        Column("kind", "Kind", kind=Kind.BADGE, choices=CounterpartKind, filter="choices"),
        Column(
            "region",
            "Region",
            source=("region_id", "region__name_zh"),
            build=lambda pair, _context: {"id": str(pair[0]), "name": pair[1]},
            display=lambda region, _context: region["name"],
            filter=SubtreeFilter(
                choices=Region.objects.visible_to,
                narrow=lambda rows, region: rows.filter(region__parent=region) | rows.filter(region=region),
            ),
        ),
        Column("identifier", "Identifier", kind=Kind.MASKED, mask=(REVEAL, mask_identifier)),
        Column(
            "birth_year",
            "Born in",
            kind=Kind.NUMBER,
            filter="number",
            sort="identifier_index",
            mask=(REVEAL, lambda _year: None),
        ),
        Column("is_demonstration", "Model", kind=Kind.BOOL, filter="bool"),
        Column(
            "registered",
            "Registered",
            source="created_at",
            kind=Kind.DATETIME,
            sort="created_at",
            filter="date",
        ),
    ),
)

CASES = ListSpec(
    name="cases",
    title="Cases",
    queryset=Case.objects.all,
    default_ordering="-opened_at",
    permission=Permission.CASE_READ,
    columns=(
        Column("clue_number", "Clue", sort="clue_number"),
        Column("title", "Title"),
        Column("state", "State", kind=Kind.BADGE, choices=CaseState, filter="choices"),
        Column("opened_at", "Opened", kind=Kind.DATETIME, sort="opened_at", filter="date"),
        Column("deadline_on", "Deadline", kind=Kind.DEADLINE, filter="date"),
    ),
)


class CounterpartForm(ActForm):
    kind = forms.ChoiceField(choices=CounterpartKind.choices)
    name = forms.CharField(max_length=200)
    identifier = forms.CharField(max_length=30, required=False)
    region = forms.ModelChoiceField(Region.objects.none())
    is_demonstration = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = Region.objects.visible_to(self.actor)


class FilingForm(ActForm):
    handlers = forms.ModelMultipleChoiceField(Officer.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handlers"].queryset = Officer.objects.visible_to(self.actor)


class ReasonForm(ActForm):
    reason = forms.CharField(max_length=500, widget=forms.Textarea)


class TitleForm(ActForm):
    title = forms.CharField(max_length=200)
    place = forms.CharField(max_length=200, required=False)


REGISTER = Act(
    "register", register_counterpart, CounterpartForm, "Register", permission=Permission.COUNTERPART_EDIT
)
CORRECT = Act("correct", edit_counterpart, CounterpartForm, "Correct", permission=Permission.COUNTERPART_EDIT)
CASE_ACTS = {
    "file": Act("file", partial(file_case, **CONDITIONS), FilingForm, primary=True),
    "decline_filing": Act("decline_filing", decline_filing, ReasonForm),
    "edit": Act("edit", edit_case, TitleForm, "Edit", permission=Permission.CASE_HANDLE),
}


class CounterpartList(ListPage):
    spec = COUNTERPARTS
    permission = Permission.COUNTERPART_READ
    create_url = "sample:register"
    create_permission = Permission.COUNTERPART_EDIT


class CaseList(ListPage):
    spec = CASES
    permission = Permission.CASE_READ


class CounterpartDetail(DetailPage):
    model = Counterpart
    permission = Permission.COUNTERPART_READ


class Register(CreatePage):
    act = REGISTER
    permission = Permission.COUNTERPART_EDIT

    def location(self, result: Any) -> str:
        return reverse("sample:counterpart", args=[result.pk])


class Correct(ActPage):
    act = CORRECT
    model = Counterpart
    permission = Permission.COUNTERPART_READ

    def location(self, result: Any) -> str:
        return reverse("sample:counterpart", args=[result.pk])

    def back(self) -> str:
        return reverse("sample:counterpart", args=[self.thing.pk])


def leave_a_stray(*, by: Actor, at: datetime) -> Case:
    """A service that makes a row where its actor cannot see it."""
    north = Officer.objects.get(username="officer_north").as_actor()
    matter, shop = Matter.objects.get(), {"kind": "legal_person", "name": "北区示例店"}
    region = Organ.objects.get(pk=north.organ_id).district
    counterpart = register_counterpart(by=north, at=at, region=region, **shop)
    days = {"occurred_on": at.date(), "discovered_on": at.date()}
    return register_clue(
        by=north, at=at, title="x", counterpart=counterpart, matter=matter, source="inspection", **days
    )


class Stray(CreatePage):
    act = Act("stray", leave_a_stray, label="Stray")
    permission = Permission.CASE_HANDLE


class CaseDetail(DetailPage):
    model = Case
    permission = Permission.CASE_READ
    acts = CASE_ACTS
    lifecycle = CASE_LIFECYCLE
    act_url = "sample:case_act"


class CaseAct(TransitionPage):
    model = Case
    permission = Permission.CASE_READ
    acts = CASE_ACTS
    lifecycle = CASE_LIFECYCLE

    def location(self, result: Any) -> str:
        return reverse("sample:case", args=[result.pk])

    def back(self) -> str:
        return reverse("sample:case", args=[self.thing.pk])


class CounterpartSerializer(ThingSerializer):
    identifier = MaskedField(REVEAL, mask_identifier)

    class Meta:
        model = Counterpart
        fields = ["name", "kind", "region", "identifier"]


class CaseSerializer(ThingSerializer):
    class Meta:
        model = Case
        fields = ["clue_number", "title", "state", "counterpart", "opened_at", "place"]


class CounterpartResource(Resource):
    spec = COUNTERPARTS
    permission = Permission.COUNTERPART_READ
    serializer_class = CounterpartSerializer
    create_act = REGISTER
    edit_act = CORRECT


class CaseResource(Resource):
    spec = CASES
    permission = Permission.CASE_READ
    serializer_class = CaseSerializer
    lifecycle = CASE_LIFECYCLE
    acts = {name: act for name, act in CASE_ACTS.items() if name != "edit"}
    edit_act = CASE_ACTS["edit"]


class Forgotten(Resource):
    """A resource that forgot to name its permission."""

    spec = CASES
    serializer_class = CaseSerializer


router = SimpleRouter()
router.register("sample-counterparts", CounterpartResource, basename="sample-counterpart")
router.register("sample-cases", CaseResource, basename="sample-case")
router.register("sample-forgotten", Forgotten, basename="sample-forgotten")

pages = [
    path("counterparts/", CounterpartList.as_view(), name="counterparts"),
    path("counterparts/new/", Register.as_view(), name="register"),
    path("counterparts/<int:pk>/", CounterpartDetail.as_view(), name="counterpart"),
    path("counterparts/<int:pk>/correct/", Correct.as_view(), name="correct"),
    path("stray/", Stray.as_view(), name="stray"),
    path("cases/", CaseList.as_view(), name="cases"),
    path("cases/<int:pk>/", CaseDetail.as_view(), name="case"),
    path("cases/<int:pk>/do/<slug:act>/", CaseAct.as_view(), name="case_act"),
]

urlpatterns = [
    path("sample/", include((pages, "sample"))),
    path("api/v1/", include(router.urls)),
    *house,
]
