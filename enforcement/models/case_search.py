"""By which texts a case is found."""

from __future__ import annotations

from django.db import models

from enforcement.models.text_search import FoundText


class CaseSearch(FoundText):
    """A case by its numbers and its title."""

    FULL_TEXT = "enforcement_case_fts"

    case = models.OneToOneField(
        "enforcement.Case", on_delete=models.CASCADE, primary_key=True, related_name="search_row"
    )
