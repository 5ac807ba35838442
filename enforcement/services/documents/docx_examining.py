"""The dry run of a template: filled with a sample in a process of its own, under limits of size and time."""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path

from enforcement.rules.documents import TemplateFindings, missing_words
from enforcement.rules.letters import FACTS, HEADING, NOTICE, PARAGRAPH, Block, Letter
from enforcement.services.evidence.containers import is_docx

LARGEST = 2 * 1024 * 1024
LARGEST_UNPACKED = 10 * 1024 * 1024
LARGEST_PART = 1024 * 1024
PATIENCE = 15
_PROGRAM = Path(__file__).with_name("docx_filling.py")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_OUTSIDE = (b'TargetMode="External"', b"aFChunk", b"attachedTemplate", b"oleObject")
ODD = "<w:p/>&{{ 7*7 }}{% endfor %}“”"
SAMPLE = Letter(
    language="zh-hans", organ="示例机关", title="示例文书", number="示例〔2026〕1号", addressee="示例当事人：",
    blocks=(Block(HEADING, "示例标题"), Block(PARAGRAPH, f"示例段落{ODD}"),
            Block(FACTS, rows=(("示例项目", "示例内容"),)), Block(NOTICE, "示例告知")),
    signature="示例落款", day="2026年11月22日", seal="（印章）", edition="第二版",
)  # fmt: skip
NEEDED = (
    ("organ", SAMPLE.organ), ("title", SAMPLE.title), ("number", SAMPLE.number), ("edition", SAMPLE.edition),
    ("addressee", SAMPLE.addressee), ("signature", SAMPLE.signature), ("day", SAMPLE.day), ("blocks", "示例标题"),
    ("blocks", f"示例段落{ODD}"), ("blocks", "示例告知"), ("rows", "示例项目"), ("rows", "示例内容"),
)  # fmt: skip


def examine(template: bytes) -> TemplateFindings:
    """Everything that speaks against a template; no faults when it can be used."""
    if fault := _fault_of_file(template):
        return TemplateFindings(((fault, ()),))
    filled, fault, names = dry_run(template)
    if fault:
        return TemplateFindings(((fault, tuple(names)),))
    missing = missing_words(NEEDED, text_of(filled))
    return TemplateFindings((("missing", missing),) if missing else ())


def dry_run(template: bytes) -> tuple[bytes, str, list[str]]:
    """The sample filled in, or the fault and its names; never longer than ``PATIENCE`` seconds."""
    given = json.dumps({"template": base64.b64encode(template).decode(), "letter": SAMPLE.as_dict()})
    try:
        done = subprocess.run(  # noqa: S603 - our own program, nothing of the file on the command line
            [sys.executable, "-I", str(_PROGRAM)],
            input=given.encode(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return b"", "too_much", []
    if done.returncode == 0:
        return done.stdout, "", []
    try:
        told = json.loads(done.stderr)
    except ValueError:
        return b"", "too_much", []  # killed by its limit of memory
    return b"", told["fault"], told["names"]


def text_of(file: bytes) -> str:
    """What a reader of the Word file sees, in all its parts."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = [n for n in archive.namelist() if n.startswith("word/") and n.endswith(".xml")]
        return "\n".join(
            unescape(t) for n in parts for t in _TEXT.findall(archive.read(n).decode("utf-8", "replace"))
        )


def _fault_of_file(template: bytes) -> str:
    if len(template) > LARGEST:
        return "too_large"
    if not is_docx(io.BytesIO(template), len(template)):
        return "unreadable"
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        members = archive.infolist()
        if sum(m.file_size for m in members) > LARGEST_UNPACKED:
            return "too_large"
        texts = [m for m in members if m.filename.endswith((".xml", ".rels"))]
        if any(m.file_size > LARGEST_PART for m in texts):
            return "too_large"
        try:
            held = [archive.read(m) for m in texts]
        except (zipfile.BadZipFile, OSError, ValueError):
            return "unreadable"
    return "outside" if any(mark in part for part in held for mark in _OUTSIDE) else ""
