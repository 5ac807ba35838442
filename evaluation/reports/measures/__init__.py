"""The indicators that are counted live, each on a page of its own, in the order of the articles (Art. 4)."""

from evaluation.reports.measure import Measure
from evaluation.reports.measures import (
    a5_1_guidance_first,
    a6_1_overrides,
    a6_5_timely_duty,
    a6_6_decisions_undone,
    a7_2_certificates,
    a8_1_ways_used,
    a8_2_files_complete,
    a8_3_effective,
    a8_4_rectified,
    a8_5_visits_held,
    a8_6_satisfaction,
    a9_1_catalogue,
    a9_4_recurrence,
    a10_1_lists_current,
    a10_2_lists_applied,
    a10_3_education,
)

MEASURES: dict[str, Measure] = {
    page.MEASURE.code: page.MEASURE
    for page in (
        a5_1_guidance_first,
        a6_1_overrides,
        a6_5_timely_duty,
        a6_6_decisions_undone,
        a7_2_certificates,
        a8_1_ways_used,
        a8_2_files_complete,
        a8_3_effective,
        a8_4_rectified,
        a8_5_visits_held,
        a8_6_satisfaction,
        a9_1_catalogue,
        a9_4_recurrence,
        a10_1_lists_current,
        a10_2_lists_applied,
        a10_3_education,
    )
}

__all__ = ["MEASURES"]
