"""The floor of floors: fifty rows by psycopg2, written by orjson, with nothing between."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import orjson
import psycopg2

ROWS = """
SELECT c.id, c.number, c.clue_number, c.title, c.counterpart_id, p.name, c.matter_id, m.name_zh, c.organ_id,
       o.name_zh, c.state, c.outcome, c.source, c.procedure, c.is_major, c.is_complex, c.has_social_impact,
       c.opened_at, c.filed_on, c.deadline_on, c.decided_on, c.closed_on, c.created_at, c.updated_at
FROM enforcement_case c
JOIN enforcement_counterpart p ON p.id = c.counterpart_id
JOIN enforcement_matter m ON m.id = c.matter_id
JOIN enforcement_organ o ON o.id = c.organ_id
WHERE c.district_id = %s
ORDER BY c.opened_at DESC, c.id DESC LIMIT 51
"""
NAMES = (
    "id", "number", "clue_number", "title", "counterpart_id", "counterpart", "matter_id", "matter", "organ_id",
    "organ", "state", "outcome", "source", "procedure", "is_major", "is_complex", "has_social_impact",
    "opened_at", "filed_on", "deadline_on", "decided_on", "closed_on", "created_at", "updated_at",
)  # fmt: skip
_here = threading.local()


def _connection() -> Any:
    if not hasattr(_here, "connection"):
        url = urlsplit(os.environ["DATABASE_URL"])
        socket = dict(parse_qsl(url.query)).get("host", url.hostname)
        _here.connection = psycopg2.connect(
            dbname=url.path[1:], user=url.username, password=url.password, host=socket, port=url.port
        )
        _here.connection.autocommit = True
    return _here.connection


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    district = int(environ["QUERY_STRING"].partition("=")[2])
    with _connection().cursor() as cursor:
        cursor.execute(ROWS, [district])
        rows = [dict(zip(NAMES, row, strict=True)) for row in cursor.fetchall()[:50]]
    body = orjson.dumps({"next": None, "previous": None, "results": rows})
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
