"""Administration of risk points goes through the services."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from foundation.models import AuditEntry
from riskcontrol.models import RiskPoint
from tests.city import City

EMPTY_PARTS = {
    f"{prefix}-{name}": value
    for prefix in ("causes", "measures")
    for name, value in (("TOTAL_FORMS", "0"), ("INITIAL_FORMS", "0"))
}
ADD = "admin:riskcontrol_riskpoint_add"


def signed_in(city: City, username: str) -> Client:
    client = Client()
    client.force_login(city.people[username])
    return client


def typed(city: City, **more: str) -> dict[str, str]:
    given = {"code": "FX-A-1", "field": str(city.places.fields["market"].pk), "matter": str(city.matter.pk),
             "name_zh": "示例", "basis": "法 1"}  # fmt: skip
    return {**given, **EMPTY_PARTS, **more}


def test_a_head_drafts_a_point_with_its_causes(city: City) -> None:
    parts = {"causes-TOTAL_FORMS": "1", "causes-0-kind": "organ", "causes-0-text_zh": "宣传不足"}
    done = signed_in(city, "head").post(reverse(ADD), typed(city, **parts))
    assert done.status_code == 302, done.content.decode()[:3000]
    point = RiskPoint.objects.get(code="FX-A-1")
    assert (point.level, point.causes.get().text_zh) == ("low", "宣传不足")
    assert AuditEntry.objects.filter(action="risk_point:draft", via="admin").exists()


def test_a_refusal_is_shown_beside_its_field(city: City) -> None:
    shown = signed_in(city, "head").post(reverse(ADD), typed(city, level="high"))
    assert shown.status_code == 200
    assert "level_reason" in shown.context["adminform"].form.errors
    assert not RiskPoint.objects.exists()


def test_an_edit_goes_through_the_service(city: City) -> None:
    client = signed_in(city, "head")
    client.post(reverse(ADD), typed(city))
    point = RiskPoint.objects.get()
    url = reverse("admin:riskcontrol_riskpoint_change", args=[point.pk])
    values = {"name_zh": "改名", "expected_version": str(point.version), "industries": ["F"], **EMPTY_PARTS}
    assert client.post(url, values).status_code == 302
    point.refresh_from_db()
    assert (point.name_zh, point.industries, point.code) == ("改名", ["F"], "FX-A-1")


def test_an_officer_only_reads_and_a_system_administrator_sees_nothing(city: City) -> None:
    assert signed_in(city, "officer").get(reverse(ADD)).status_code in (302, 403)
    assert signed_in(city, "sysadmin").get("/admin/riskcontrol/riskpoint/").status_code in (302, 403)
