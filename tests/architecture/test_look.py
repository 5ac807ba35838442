"""The look keeps its promises: nothing inline, nothing missing, colours that can be read."""

import hashlib
import re
from pathlib import Path

import pytest
from django.conf import settings

ROOT: Path = settings.BASE_DIR
STATIC = ROOT / "static"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
VENDORED = re.findall(
    r"^\| `([^`]+)` .*`([0-9a-f]{64})` \|$", (STATIC / "vendor/VENDOR.md").read_text(), re.MULTILINE
)
TOKENS = (STATIC / "look/tokens.css").read_text()
INLINE = re.compile(
    r"""\sstyle=|\son[a-z]+=["']|<style|<script(?![^>]*\bsrc=)[^>]*>|(?:src|href)=["'](?:https?:)?//"""
)
ICONS = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "icons.svg").read_text()))

TEXT = [
    ("ink", "ground"), ("ink", "surface"), ("ink-2", "ground"), ("ink-2", "raised"), ("ink-3", "surface"),
    ("ink-3", "ground"), ("link", "surface"), ("link", "ground"), ("link", "wash"), ("on-accent", "accent"),
    ("on-accent", "accent-hover"), ("side-ink", "side"), ("side-dim", "side"), ("side-ink", "side-active"),
    *((f"{tone}-ink", f"{tone}-bg") for tone in ("neutral", "info", "success", "warning", "danger")),
    *((f"{tone}-ink", "surface") for tone in ("info", "success", "warning", "danger")),
]  # fmt: skip
SHAPES = [("line-strong", "surface"), ("line-strong", "ground"), ("focus", "surface"), ("focus", "ground")]


@pytest.mark.parametrize(("name", "digest"), VENDORED)
def test_a_file_of_others_is_the_one_that_was_recorded(name: str, digest: str) -> None:
    assert hashlib.sha256((STATIC / "vendor" / name).read_bytes()).hexdigest() == digest


def test_every_file_of_others_is_recorded() -> None:
    kept = {p.name for p in (STATIC / "vendor").iterdir() if p.suffix in {".js", ".css"}}
    assert kept == {Path(name).name for name, _ in VENDORED} - {"icons.svg"}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_template_has_nothing_inline_and_nothing_from_outside(template: Path) -> None:
    assert INLINE.findall(template.read_text()) == []


def test_every_icon_exists() -> None:
    used = {name for t in TEMPLATES for name in re.findall(r"""\{% icon ["']([\w-]+)["']""", t.read_text())}
    assert used - ICONS == set()


def test_every_static_file_exists() -> None:
    used = {name for t in TEMPLATES for name in re.findall(r"""\{% static ["']([^"']+)["']""", t.read_text())}
    assert {n for n in used if not n.startswith("admin/") and not (STATIC / n).exists()} == set()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT)
def test_text_can_be_read(theme: str, front: str, back: str) -> None:
    assert _contrast(_colour(theme, front), _colour(theme, back)) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), SHAPES)
def test_edges_and_focus_can_be_seen(theme: str, front: str, back: str) -> None:
    assert _contrast(_colour(theme, front), _colour(theme, back)) >= 3


def _colour(theme: str, name: str) -> str:
    block = TOKENS.split(f'[data-bs-theme="{theme}"] {{', 1)[1].split("}", 1)[0]
    found = re.search(rf"--{name}: (#[0-9a-f]{{6}});", block)
    assert found, f"--{name} has no plain colour in {theme}"
    return found[1]


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
