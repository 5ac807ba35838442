"""Addresses of counterparts, organs, officers and matters."""

from __future__ import annotations

from typing import Any

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from enforcement.api.counterparts import CounterpartResource
from enforcement.api.laws import InstrumentResource, InstrumentVersionResource
from enforcement.api.reference import (
    MatterResource,
    OfficerResource,
    OrganResource,
    ProvisionResource,
    RegionResource,
)
from enforcement.views import counterparts, laws, matters, officers, organs, personal_data, same_party

urlpatterns = [
    path("counterparts/", counterparts.CounterpartList.as_view(), name="counterpart_list"),
    path("counterparts/new/", counterparts.RegisterCounterpart.as_view(), name="counterpart_register"),
    path("counterparts/find/", personal_data.FindCounterpart.as_view(), name="counterpart_find"),
    path(
        "counterparts/possible-duplicates/",
        personal_data.PossibleDuplicates.as_view(),
        name="counterpart_duplicates",
    ),
    path("counterparts/<int:pk>/", counterparts.CounterpartDetail.as_view(), name="counterpart_detail"),
    path("counterparts/<int:pk>/same/", same_party.SamePartyPanel.as_view(), name="counterpart_same"),
    path(
        "counterparts/<int:pk>/reveal/", personal_data.RevealPersonalData.as_view(), name="counterpart_reveal"
    ),
    path(
        "counterparts/<int:pk>/do/<slug:act>/", counterparts.CounterpartAct.as_view(), name="counterpart_act"
    ),
    path("contacts/<int:pk>/do/<slug:act>/", counterparts.ContactAct.as_view(), name="contact_act"),
    path("licences/<int:pk>/do/<slug:act>/", counterparts.LicenceAct.as_view(), name="licence_act"),
    path("organs/", organs.OrganTree.as_view(), name="organ_list"),
    path("organs/table/", organs.OrganList.as_view(), name="organ_table"),
    path("organs/<int:pk>/", organs.OrganDetail.as_view(), name="organ_detail"),
    path("organs/<int:pk>/do/<slug:act>/", organs.OrganAct.as_view(), name="organ_act"),
    path("officers/", officers.OfficerList.as_view(), name="officer_list"),
    path("officers/new/", officers.EnrolOfficer.as_view(), name="officer_enrol"),
    path("officers/<int:pk>/", officers.OfficerDetail.as_view(), name="officer_detail"),
    path("officers/<int:pk>/password/", officers.ResetPassword.as_view(), name="officer_reset_password"),
    path("officers/<int:pk>/do/<slug:act>/", officers.OfficerAct.as_view(), name="officer_act"),
    path("matters/", matters.MatterList.as_view(), name="matter_list"),
    path("matters/<int:pk>/", matters.MatterDetail.as_view(), name="matter_detail"),
    path("laws/", laws.InstrumentList.as_view(), name="instrument_list"),
    path("laws/new/", laws.InstrumentNew.as_view(), name="instrument_new"),
    path("laws/versions/", laws.VersionList.as_view(), name="version_list"),
    path("laws/versions/<int:pk>/", laws.VersionDetail.as_view(), name="version_detail"),
    path("laws/versions/<int:pk>/do/<slug:act>/", laws.VersionAct.as_view(), name="version_act"),
    path("laws/<int:pk>/", laws.InstrumentDetail.as_view(), name="instrument_detail"),
    path("laws/<int:pk>/do/<slug:act>/", laws.InstrumentAct.as_view(), name="instrument_act"),
    path("provisions/", matters.ProvisionList.as_view(), name="provision_list"),
]

router = SimpleRouter()
RESOURCES = (
    ("counterparts", CounterpartResource),
    ("instrument-versions", InstrumentVersionResource),
    ("instruments", InstrumentResource),
    ("matters", MatterResource),
    ("officers", OfficerResource),
    ("organs", OrganResource),
    ("provisions", ProvisionResource),
    ("regions", RegionResource),
)
for name, resource in RESOURCES:
    router.register(name, resource, basename=resource.basename)
api_urlpatterns: list[Any] = [path("", include(router.urls))]
