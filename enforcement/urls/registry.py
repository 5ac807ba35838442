"""Addresses of counterparts, organs, officers and matters."""

from __future__ import annotations

from typing import Any

urlpatterns: list[Any] = []
api_urlpatterns: list[Any] = []
