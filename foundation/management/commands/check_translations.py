"""Every text has its Chinese: fill in, compile and check the catalogue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
from django.conf import settings
from django.core.management.base import BaseCommand

CATALOGUE = Path("zh_Hans") / "LC_MESSAGES" / "django.po"


class Command(BaseCommand):
    help = "Check that Simplified Chinese is complete: exit 1 with one untranslated text a line."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--apply", help='JSON file of {"English": "中文"} to fill in first')
        parser.add_argument("--compile", action="store_true", help="write the compiled catalogue")

    def handle(self, *_args: Any, **options: Any) -> None:
        path = Path(settings.LOCALE_PATHS[0]) / CATALOGUE
        catalogue = polib.pofile(str(path))
        if options["apply"]:
            _apply(catalogue, json.loads(Path(options["apply"]).read_text(encoding="utf-8")))
            catalogue.save()
        if options["compile"]:
            catalogue.save_as_mofile(str(path.with_suffix(".mo")))
        missing = [e.msgid for e in catalogue if not _is_done(e)]
        for text in missing:
            self.stdout.write(json.dumps(text, ensure_ascii=False))
        if missing:
            raise SystemExit(1)


def _apply(catalogue: Any, translations: dict[str, str]) -> None:
    for entry in catalogue:
        chinese = translations.get(_key(entry)) or (None if entry.msgstr else translations.get(entry.msgid))
        if not chinese:
            continue
        if entry.msgid_plural:
            entry.msgstr_plural = {0: chinese}
        else:
            entry.msgstr = chinese
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]


def _key(entry: Any) -> str:
    """A text with a context is named as gettext does: the context, a sign of its own, the text."""
    return f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else str(entry.msgid)


def _is_done(entry: Any) -> bool:
    text = entry.msgstr_plural.get(0) if entry.msgid_plural else entry.msgstr
    return bool(text) and "fuzzy" not in entry.flags
