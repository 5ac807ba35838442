"""Thirty invented officers in all roles; their names are heavenly stems and virtues, nobody's."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from desk.services.founding.places import Places
from enforcement.models import Officer
from enforcement.services.officers import enrol_officer
from enforcement.services.organs import name_first_responsible
from enforcement.vocabulary import CertificateState
from foundation.actors import COMMAND
from foundation.permissions import ADMINISTRATORS, Role

# user name, Chinese, Latin, organ, roles, post
FIXED: tuple[tuple[str, str, str, str, tuple[Role, ...], str], ...] = (
    ("officer", "甲明", "Jia Ming", "SD11", (Role.OFFICER,), "执法一中队"),
    ("officer2", "乙正", "Yi Zheng", "SD11", (Role.OFFICER,), "执法一中队"),
    ("head", "丙和", "Bing He", "SD11", (Role.HEAD,), "局长"),
    ("reviewer", "丁律", "Ding Lü", "SD11", (Role.REVIEWER,), "法制科"),
    ("supervisor", "戊公", "Wu Gong", "SD12", (Role.SUPERVISOR,), "执法监督科"),
    ("integrity", "己廉", "Ji Lian", "SC04", (Role.INTEGRITY,), "廉政监督"),
    ("evaluator", "庚衡", "Geng Heng", "SC04", (Role.EVALUATOR,), "考核评价科"),
    ("orgadmin", "辛理", "Xin Li", "SD11", (Role.ORGAN_ADMIN,), "办公室"),
    ("sysadmin", "壬维", "Ren Wei", "SC04", (Role.SYSTEM_ADMIN,), "系统管理"),
    ("secadmin", "癸安", "Gui An", "SC04", (Role.SECURITY_ADMIN,), "安全管理"),
    ("auditor", "子审", "Zi Shen", "SC04", (Role.AUDIT_ADMIN,), "审计管理"),
    ("officer_north", "丑勤", "Chou Qin", "SD21", (Role.OFFICER,), "执法中队"),
    ("head_north", "寅信", "Yin Xin", "SD21", (Role.HEAD,), "局长"),
)
OTHERS: tuple[tuple[str, str, str, str, tuple[Role, ...], str], ...] = (
    ("south3", "卯诚", "Mao Cheng", "SD11", (Role.OFFICER,), "执法二中队"),
    ("south4", "辰敏", "Chen Min", "SD11", (Role.OFFICER,), "执法二中队"),
    ("south5", "巳慎", "Si Shen", "SD11", (Role.OFFICER,), "执法二中队"),
    ("north2", "午实", "Wu Shi", "SD21", (Role.OFFICER,), "执法中队"),
    ("north3", "未宽", "Wei Kuan", "SD21", (Role.OFFICER,), "执法中队"),
    ("north4", "申严", "Shen Yan", "SD21", (Role.OFFICER,), "执法中队"),
    ("north_reviewer", "酉法", "You Fa", "SD21", (Role.REVIEWER,), "法制科"),
    ("east1", "戌俭", "Xu Jian", "SD31", (Role.OFFICER,), "执法大队"),
    ("east2", "亥惠", "Hai Hui", "SD31", (Role.OFFICER,), "执法大队"),
    ("east3", "甲恒", "Jia Heng", "SD31", (Role.OFFICER,), "执法大队"),
    ("east4", "乙谦", "Yi Qian", "SD31", (Role.OFFICER,), "执法大队"),
    ("east_head", "丙毅", "Bing Yi", "SD31", (Role.HEAD,), "局长"),
    ("east_reviewer", "丁章", "Ding Zhang", "SD31", (Role.REVIEWER,), "法制科"),
    ("city_market1", "戊善", "Wu Shan", "SC01", (Role.OFFICER,), "稽查科"),
    ("city_market2", "己达", "Ji Da", "SC01", (Role.OFFICER,), "稽查科"),
    ("city_market_head", "庚直", "Geng Zhi", "SC01", (Role.HEAD,), "局长"),
    ("city_urban_head", "辛平", "Xin Ping", "SC02", (Role.HEAD,), "局长"),
    ("transport1", "壬通", "Ren Tong", "SC03", (Role.OFFICER,), "一大队"),
    ("transport2", "癸行", "Gui Xing", "SC03", (Role.OFFICER,), "一大队"),
    ("transport3", "卯达", "Mao Da", "SC03", (Role.OFFICER,), "二大队"),
    ("transport4", "辰安", "Chen An", "SC03", (Role.OFFICER,), "二大队"),
    ("transport_head", "子顺", "Zi Shun", "SC03", (Role.HEAD,), "支队长"),
    ("transport_reviewer", "寅则", "Yin Ze", "SC03", (Role.REVIEWER,), "法制科"),
    ("city_supervisor", "丑明", "Chou Ming", "SC04", (Role.SUPERVISOR,), "执法监督科"),
)


def enrol_people(places: Places, *, at: datetime, password: str | None, everyone: bool) -> dict[str, Officer]:
    """Enrol the fixed people, and all thirty-four when ``everyone``; returns them by user name."""
    people = {}
    for number, row in enumerate(FIXED + (OTHERS if everyone else ()), start=1):
        people[row[0]] = _enrol(
            places, number, row, at=at, password=password if number <= len(FIXED) else None
        )
    for username, officer in people.items():
        if Role.HEAD in officer.roles:
            name_first_responsible(
                places.organs[_organ_of(username)].pk, by=COMMAND, at=at, officer=people[username]
            )
    return people


def _enrol(places: Places, number: int, row: Any, *, at: datetime, password: str | None) -> Officer:
    username, zh, en, organ, roles, post = row
    certified = not set(roles) & ADMINISTRATORS
    return enrol_officer(
        by=COMMAND, at=at, password=password, roles=[r.value for r in roles], username=username, name_zh=zh,
        name_en=en, organ=places.organs[organ], post=post, has_legal_qualification=Role.REVIEWER in roles,
        certificate_number=f"SL{number:06d}" if certified else "",
        certificate_state=CertificateState.VALID if certified else CertificateState.NONE,
        certificate_until=date(2028, 12, 31) if certified else None,
    )  # fmt: skip


def _organ_of(username: str) -> str:
    return next(row[3] for row in FIXED + OTHERS if row[0] == username)
