"""The walks ask more in a minute than any caller may: what counts callers is tested elsewhere."""

import pytest

from foundation.endpoints.throttles import CallerThrottle


@pytest.fixture(autouse=True)
def _asks_as_often_as_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer of 429 tells nothing of who may read what."""
    monkeypatch.setattr(CallerThrottle, "THROTTLE_RATES", {"caller": "900000/min", "nobody": "900000/min"})
