"""The ways of guidance, each on a page of its own, in the order of the article (Art. 8)."""

from guidance.vocabulary import Way
from guidance.ways import counsel, demo, exhort, guide, interview, other, revisit, suggest, tip
from guidance.ways.base import WayDetail, WayPage

WAYS: dict[str, WayPage] = {
    page.way.value: page
    for page in (
        guide.PAGE,
        demo.PAGE,
        tip.PAGE,
        counsel.PAGE,
        suggest.PAGE,
        exhort.PAGE,
        interview.PAGE,
        revisit.PAGE,
        other.PAGE,
    )
}
MILDER_FIRST: tuple[Way, ...] = (
    Way.TIP,
    Way.COUNSEL,
    Way.SUGGEST,
    Way.EXHORT,
    Way.INTERVIEW,
    Way.GUIDE,
    Way.DEMO,
    Way.REVISIT,
    Way.OTHER,
)

__all__ = ["MILDER_FIRST", "WAYS", "WayDetail", "WayPage"]
