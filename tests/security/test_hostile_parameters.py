"""Hostile input into every list, search and form of the house is an answer below 500, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from django.urls import URLPattern, get_resolver

from foundation.endpoints.resource import Resource
from foundation.models import AuditEntry
from foundation.pages import ListPage
from foundation.pages.form_page import FormPage
from tests.security.addresses import Address, all_addresses
from tests.security.house import InTheHouse, client_of

pytestmark = pytest.mark.slow

TEXTS = ["\ud800", "\u202e<b>'\"", "９" * 30, "-1", "1e400", "[]", "a" * 9000, "0001-01-01", "null"]
ALWAYS = {
    "ordering",
    "cursor",
    "page_size",
    "search",
    "q",
    "count",
    "export",
    "month",
    "period",
    "organ",
    "way",
    "case",
}
BODIES = ["{", "null", '{"x": 1e999}', '{"overrides": 7}', "[" * 5000 + "]" * 5000]


def sent(text: str) -> str:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"))


def views() -> dict[str, Any]:
    """The class behind every name."""
    found: dict[str, Any] = {}

    def walk(patterns: Any, namespace: str) -> None:
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                view = pattern.callback
                found[f"{namespace}{pattern.name}"] = getattr(view, "view_class", getattr(view, "cls", None))
            elif pattern.namespace != "admin":
                walk(
                    pattern.url_patterns,
                    f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace,
                )

    walk(get_resolver().url_patterns, "")
    return found


VIEWS = views()


def of_kind(kind: Any) -> list[tuple[Address, Any]]:
    pairs = [(a, VIEWS[a.name]) for a in all_addresses()]
    return [(a, v) for a, v in pairs if isinstance(v, type) and issubclass(v, kind)]


def queries(view: Any) -> Iterator[str]:
    """Each parameter by itself with each text, and all of them at once."""
    spec = getattr(view, "spec", None)
    names = sorted({*ALWAYS, *(spec.all_filters if spec is not None else ())})
    for text in TEXTS:
        yield "&".join(f"{name}={sent(text)}" for name in names)
    for number, name in enumerate(names):
        yield f"{name}={sent(TEXTS[number % len(TEXTS)])}"


class TestHostileInput(InTheHouse):
    def test_in_the_address_of_any_list(self) -> None:
        client, faults = client_of("head"), []
        lists = [
            (a, v)
            for a, v in of_kind((ListPage, Resource))
            if not a.arguments and "-transition-" not in a.name
        ]
        for address, view in lists:
            path = self.house.path_to(address)
            faults += [
                f"{path}?{query[:120]}"
                for query in queries(view)
                if client.get(path, QUERY_STRING=query).status_code >= 500
            ]
        assert len(lists) > 20
        assert faults == []

    def test_in_the_address_of_any_other_page(self) -> None:
        client, faults = client_of("head"), []
        lists = {a.name for a, _view in of_kind((ListPage, Resource))}
        for address in (a for a in all_addresses() if not a.arguments and a.name not in lists):
            path = self.house.path_to(address)
            for text in TEXTS[::2]:
                query = "&".join(f"{name}={sent(text)}" for name in sorted(ALWAYS))
                if client.get(path, QUERY_STRING=query).status_code >= 500:
                    faults.append(f"{path}?{query[:120]}")
        assert faults == []

    def test_in_every_field_of_every_form(self) -> None:
        before, faults = AuditEntry.objects.count(), []
        forms = [(a, v) for a, v in of_kind(FormPage) if "act" not in a.arguments]
        clients = [client_of(name) for name in ("officer", "head", "secadmin", "orgadmin")]
        for address, view in forms:
            path = self.house.path_to(address)
            names = [*getattr(getattr(view, "act", None), "inputs", ()), "expected_version", "submission_key"]
            for text in TEXTS:
                body = "&".join(f"{name}={sent(text)}" for name in names)
                for client in clients:
                    done = client.post(path, body, content_type="application/x-www-form-urlencoded")
                    if done.status_code >= 500 or done.status_code == 302:
                        faults.append(f"{path}: {done.status_code} {text[:20]!r}")
        assert len(forms) >= 6
        assert faults == []
        assert AuditEntry.objects.count() == before

    def test_in_the_body_of_every_act_of_the_api(self) -> None:
        client, faults = client_of("head"), []
        acts = [a for a in all_addresses() if "-transition-" in a.name]
        for address in acts:
            path = self.house.path_to(address)
            for body in BODIES:
                done = client.post(path, body, content_type="application/json", headers={"If-Match": "*"})
                if done.status_code >= 500:
                    faults.append(f"{path}: {done.status_code} {body[:30]}")
        assert len(acts) > 30
        assert faults == []
