"""Addresses of cases."""

from __future__ import annotations

from typing import Any

urlpatterns: list[Any] = []
api_urlpatterns: list[Any] = []
