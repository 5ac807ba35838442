"""By which texts a guidance action is found (Art. 8)."""

from __future__ import annotations

from django.db import models

from enforcement.models import FoundText


class GuidanceSearch(FoundText):
    """Guidance by its number, its title and its audience."""

    FULL_TEXT = "guidance_action_fts"

    action = models.OneToOneField(
        "guidance.GuidanceAction", on_delete=models.CASCADE, primary_key=True, related_name="search_row"
    )
