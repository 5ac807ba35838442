"""The application as it is, but one caller may ask more than 1,200 times a minute."""

from config.wsgi import application
from foundation.endpoints.throttles import CallerThrottle

CallerThrottle.THROTTLE_RATES = {"caller": "100000000/min", "nobody": "100000000/min"}

__all__ = ["application"]
