"""What every request passes through."""

from foundation.middleware.actor import ActorMiddleware
from foundation.middleware.database_down import DatabaseDownMiddleware
from foundation.middleware.headers import HeadersMiddleware
from foundation.middleware.hostile_address import HostileAddressMiddleware
from foundation.middleware.live_session import LiveSessionMiddleware
from foundation.middleware.queue_age import QueueAgeMiddleware

__all__ = [
    "ActorMiddleware",
    "DatabaseDownMiddleware",
    "HeadersMiddleware",
    "HostileAddressMiddleware",
    "LiveSessionMiddleware",
    "QueueAgeMiddleware",
]
