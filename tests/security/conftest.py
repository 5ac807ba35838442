"""The walks ask more in a minute than any caller may: what counts callers is tested elsewhere."""

import pytest

from enforcement.views.inspection_public import CodeThrottle
from foundation.endpoints.throttles import CallerThrottle


@pytest.fixture(autouse=True)
def _asks_as_often_as_it_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer of 429 tells nothing of who may read what."""
    for throttle in (CallerThrottle, CodeThrottle):
        endless = dict.fromkeys(throttle.THROTTLE_RATES, "900000/min")
        monkeypatch.setattr(throttle, "THROTTLE_RATES", endless)
