"""A8-1: how many of the eight ways an organ uses, each with a complete file (Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from evaluation.reports.figures import parts_with
from evaluation.reports.frame import Frame
from evaluation.reports.measure import Measure
from evaluation.reports.measures.a8_2_files_complete import concluded_and_complete
from evaluation.vocabulary import Subject
from guidance.vocabulary import Way


def rows(frame: Frame) -> QuerySet[Any]:
    return concluded_and_complete(frame).exclude(way=Way.OTHER)


MEASURE = Measure("A8-1", Subject.GUIDANCE, rows, part="way", read=parts_with(len(Way) - 1))
