"""One log line a request, without what was searched for: a query string may hold personal data."""

import re
from typing import Any

import structlog
from django.http import HttpRequest
from django_structlog.middlewares import RequestMiddleware

SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=False),
]
_KEYS = re.compile(r"^/(g|calendar)/[^/]+")  # addresses that open a door by themselves


class RequestLogMiddleware(RequestMiddleware):
    """Give each request an id that its tasks carry on."""

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        path = _KEYS.sub(r"/\1/…", request.path)
        return f"{request.method} {path}"


def logging_for(*, people: bool, level: str) -> dict[str, Any]:
    """The LOGGING setting: coloured words for `people`, else one JSON object a line."""
    # A traceback with its variables would write personal data into the log.
    words = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    renderer = words if people else structlog.processors.JSONRenderer(ensure_ascii=False)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.processors.format_exc_info,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processor": renderer,
        "foreign_pre_chain": SHARED,
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["out"], "level": level},
        "loggers": {"django.server": {"handlers": [], "propagate": False}, "axes": {"level": "WARNING"}},
    }
