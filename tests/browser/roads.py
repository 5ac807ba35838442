"""The roads through the house: every page that a role reaches by following links from its first page."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

import requests
from django.urls import Resolver404, resolve

ROLES = (
    "officer", "head", "reviewer", "supervisor", "evaluator", "orgadmin", "sysadmin", "secadmin", "auditor",
    "integrity", "",
)  # fmt: skip
BEGINNINGS = ("/", "/public/leniency/", "/public/risk/", "/search/?q=示例", "/sign-in/")
FIRST = {"head": ("/leniency/entries/",)}  # where a role has work to do on things that others only read
NOT_WALKED = re.compile(
    r"/(api|admin|static)/|/cases/\d+/evidence/\d+/$|/guidance/effect/files/\d+/$|.*export="
)
MOST_THINGS = 6  # of a kind, that a role looks at to find its acts and its fullest page
_LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)"')


@dataclass(frozen=True)
class Stop:
    """A page, who opened it, and how much stood on it."""

    name: str
    role: str
    path: str
    size: int
    is_whole: bool


@dataclass
class Roads:
    """What was found so far: ``stops`` by the address's name and its words, such as the act."""

    house: str
    stops: dict[tuple[str, ...], list[Stop]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    def walk(self, role: str) -> None:
        """Follow every link that leads to something new."""
        session = signed_in(self.house, role)
        beginnings = (*FIRST.get(role, ()), *BEGINNINGS)
        waiting, seen = deque((path, "") for path in beginnings), set(beginnings)
        while waiting:
            here, came_from = waiting.popleft()
            for path in self._open(session, role, here, came_from):
                if path not in seen:
                    seen.add(path)
                    waiting.append((path, here))

    def _open(self, session: requests.Session, role: str, path: str, came_from: str) -> list[str]:
        key = key_of(path)
        if key is None or self._has_enough(key, role, path):
            return []
        known = self.stops.setdefault(key, [])
        answer = session.get(self.house + path, timeout=60)
        if urlsplit(answer.url).path != urlsplit(path).path:
            return [urlsplit(answer.url).path]
        if answer.status_code != 200:
            who = role or "anonymous"
            self.broken.append(f"{who}: {path} answers {answer.status_code}, linked on {came_from}")
            return []
        if not answer.headers["Content-Type"].startswith("text/html"):
            known.append(Stop(key[0], role, path, 0, is_whole=False))
            return []
        known.append(Stop(key[0], role, path, len(answer.text), is_whole="<html" in answer.text))
        return [unescape(link) for link in _LINK.findall(answer.text)]

    def _has_enough(self, key: tuple[str, ...], role: str, path: str) -> bool:
        """An act's form is looked at once; a list by every role; things, some by every role."""
        known = self.stops.get(key, [])
        if "/do/" in path or len(key) > 1:
            return bool(known)
        most = MOST_THINGS if re.search(r"/(\d+|g)/", path) else 1
        return sum(stop.role == role for stop in known) >= most

    def fullest(self) -> list[Stop]:
        """The whole page on which most stands, for each address and each of its words."""
        pages = [[s for s in stops if s.is_whole] for stops in self.stops.values()]
        return [max(found, key=lambda stop: stop.size) for found in pages if found]


def signed_in(house: str, role: str) -> requests.Session:
    """A session opened by the demonstration's card of ``role``; of nobody when it is empty."""
    session = requests.Session()
    session.cookies.set("django_language", "en")
    if role:
        entrance = f"{house}/sign-in/"
        session.get(entrance, timeout=60)
        form = {"demo_login": role, "csrfmiddlewaretoken": session.cookies["csrf"]}
        answer = session.post(entrance, data=form, headers={"Referer": entrance}, timeout=60)
        assert "/sign-in/" not in answer.url, f"{role} could not enter"
    return session


def key_of(path: str) -> tuple[str, ...] | None:
    """The address's name and its words, but for keys, codes and links of things; None when it is no page of ours."""
    if NOT_WALKED.match(path):
        return None
    try:
        match = resolve(urlsplit(path).path)
    except Resolver404:
        return ("nowhere", path)
    words = [str(value) for name, value in match.kwargs.items() if not name.endswith(("pk", "code", "token"))]
    return (match.view_name, *words)
