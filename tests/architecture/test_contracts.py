"""The floors and rooms hold, the language is complete, and what is generated is what is kept."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
import yaml
from django.test import Client
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiYamlRenderer

from foundation.permissions import Permission
from tests.architecture.sources import ROOT

CATALOGUE = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
OF_THE_DATABASE = ("/format", "/maximum", "/minimum")  # how large a number each of the two can keep
WRITE_IT_AGAIN = "bin/openapi writes docs/openapi.yaml again"


def test_every_import_keeps_to_its_floor_and_room() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_permissions_stand_in_the_order_of_the_alphabet() -> None:
    values = [permission.value for permission in Permission]
    assert values == sorted(values)
    assert [p.name for p in Permission] == [v.upper().replace(":", "_") for v in values]


@pytest.fixture(scope="module")
def entries() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


class TestTheCatalogueOfChinese:
    def test_leaves_no_text_out(self, entries: polib.POFile) -> None:
        assert [e.msgid for e in entries if not e.translated()] == []

    def test_keeps_the_places_in_a_text(self, entries: polib.POFile) -> None:
        """What a text is filled with is named alike in both languages."""
        assert [e.msgid for e in entries for text in _texts(e) if _places(text) - _places_of(e)] == []

    def test_is_compiled(self, entries: polib.POFile) -> None:
        compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
        assert {_key(e): _texts(e) for e in compiled} == {
            _key(e): _texts(e) for e in entries if e.translated()
        }


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return entry.msgctxt, entry.msgid


def _texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _places(text: str) -> set[str]:
    return {part.partition(")")[0] for part in text.split("%(")[1:]}


def _places_of(entry: polib.POEntry) -> set[str]:
    return _places(entry.msgid) | _places(entry.msgid_plural or "")


def described() -> Any:
    """The API as the house describes it now."""
    with translation.override("en"):
        schema = SchemaGenerator().get_schema(request=None, public=True)
        return yaml.safe_load(OpenApiYamlRenderer().render(schema, renderer_context={}))


def test_the_description_of_the_api_is_current() -> None:
    kept, now = yaml.safe_load((ROOT / "docs" / "openapi.yaml").read_text(encoding="utf-8")), described()
    assert _operations(kept) == _operations(now), WRITE_IT_AGAIN
    assert list(_differences(kept, now)) == [], WRITE_IT_AGAIN


@pytest.mark.django_db
def test_the_description_of_the_api_is_the_same_after_a_request() -> None:
    """The router notes what it was asked; names that programs are made from must not follow."""
    before = described()
    Client().get("/api/v1/cases/")
    assert list(_differences(before, described())) == []


def _operations(schema: dict[str, dict[str, dict[str, object]]]) -> set[str]:
    return {f"{verb} {path}" for path, verbs in schema["paths"].items() for verb in verbs}


def _differences(kept: Any, now: Any, where: str = "") -> Iterator[str]:
    """The places at which two descriptions say something else."""
    if isinstance(kept, dict) and isinstance(now, dict):
        for name in kept.keys() | now.keys():
            yield from _differences(kept.get(name), now.get(name), f"{where}/{name}")
    elif kept != now and not where.endswith(OF_THE_DATABASE):
        yield where
