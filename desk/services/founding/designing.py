"""Templates of documents in the invented city: one of the whole city, and one that waits for a head (Art. 6)."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Officer
from enforcement.services.documents import approve_template, upload_template
from enforcement.services.documents.docx_layout import own_template
from enforcement.vocabulary import LetterKind


def design_papers(people: dict[str, Officer], *, at: datetime) -> None:
    """Uploaded by one, approved by another; the district's own was not approved yet."""
    given: dict[str, Any] = {"at": at, "in_force_from": timezone.localdate(at)}
    of_city = upload_template(
        by=people["city_market_head"].as_actor(), kind=LetterKind.VISIT, name="全市现场检查笔录（示例）",
        file=io.BytesIO(own_template()), whole_city=True, **given,
    )  # fmt: skip
    approve_template(of_city.pk, by=people["city_urban_head"].as_actor(), at=at)
    upload_template(
        by=people["orgadmin"].as_actor(), kind=LetterKind.DECISION, name="本局处罚决定书（示例）",
        file=io.BytesIO(own_template()), **given,
    )  # fmt: skip
