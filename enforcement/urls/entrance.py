"""Addresses without a prefix: in, out, and one's own account."""

from __future__ import annotations

from typing import Any

urlpatterns: list[Any] = []
