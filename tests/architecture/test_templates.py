"""Templates: each is used, and none lets through as markup what people typed."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.sources import FILES, ROOT, TEMPLATES, calls, name_of

NAMED = re.compile(r"""["']([\w./-]+\.html)(?:#[\w-]+)?["']""")
USED_BY_DJANGO = re.compile(r"(\d{3}\.html|admin/|django/forms/)")
TRUSTING = re.compile(r"\|\s*safe\b|\|\s*safeseq\b|autoescape\s+off")
WIDGETS = {"counterpart_picker.html"}
TRUSTING_CALLS = {"mark_safe", "SafeString", "SafeText", "html_safe"}


def named_in(path: Path) -> set[str]:
    return set(NAMED.findall(path.read_text(encoding="utf-8")))


def test_every_template_is_used() -> None:
    used = {name for path in (*FILES, *(ROOT / "config").glob("*.py")) for name in named_in(path)}
    used |= {name for path in TEMPLATES for name in named_in(path)}
    names = {str(path.relative_to(ROOT / "templates")) for path in TEMPLATES}
    assert sorted(n for n in names - used if not USED_BY_DJANGO.match(n)) == []


def test_every_template_that_is_named_exists() -> None:
    names = {str(path.relative_to(ROOT / "templates")) for path in TEMPLATES}
    apps = {name.split("/")[0] for name in names if "/" in name} - {"admin", "django"}
    named = {name for path in (*FILES, *TEMPLATES) for name in named_in(path) if name.split("/")[0] in apps}
    assert sorted(named - names) == []


def test_no_template_trusts_what_it_is_given() -> None:
    assert [name_of(path) for path in TEMPLATES if TRUSTING.search(path.read_text(encoding="utf-8"))] == []


def test_no_code_trusts_what_it_is_given() -> None:
    found = [
        f"{name_of(p)}:{call.lineno}" for p in FILES for call, name in calls(p) if name in TRUSTING_CALLS
    ]
    assert found == []


def test_every_page_says_who_it_is_for_the_screen_reader_and_the_tab() -> None:
    """A page of its own (not a part, begun with a low line) extends a base, which gives title and landmarks."""
    pages = [p for p in TEMPLATES if not p.name.startswith("_") and p.parent.name in _apps()]
    bare = [p for p in pages if p.name not in WIDGETS]
    bare = [p for p in bare if "{% extends" not in p.read_text(encoding="utf-8")]
    assert [name_of(p) for p in bare] == []


def _apps() -> set[str]:
    return {"desk", "enforcement", "evaluation", "guidance", "leniency", "riskcontrol"}
