"""Logs tell operators what happened, and nothing about the people in the files."""

import subprocess
import sys

import pytest
from django.conf import settings
from django.http import HttpRequest
from django.test import RequestFactory

from config.logs import RequestLogMiddleware

NAME = "SECRET-NAME-IN-A-VARIABLE"


def test_a_request_is_logged_without_what_was_searched_for(rf: RequestFactory) -> None:
    request: HttpRequest = rf.get("/counterparts/", {"q": NAME})
    assert RequestLogMiddleware.format_request(request) == "GET /counterparts/"


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        (f"/g/1z.{NAME}/", "GET /g/…/"),
        (f"/g/1z.{NAME}/do/reply/", "GET /g/…/do/reply/"),
        (f"/calendar/{NAME}.ics", "GET /calendar/…"),
        ("/guidance/7/", "GET /guidance/7/"),
    ],
)
def test_an_address_that_opens_a_door_is_not_logged(rf: RequestFactory, path: str, logged: str) -> None:
    assert RequestLogMiddleware.format_request(rf.get(path)) == logged


@pytest.mark.parametrize("people", [True, False])
def test_a_traceback_shows_no_variables(people: bool) -> None:
    script = (
        "import logging, logging.config\n"
        "from config.logs import logging_for\n"
        f"logging.config.dictConfig(logging_for(people={people}, level='INFO'))\n"
        "def look_up(person):\n"
        "    raise ValueError('no such row')\n"
        "try:\n"
        f"    look_up('{NAME[:6]}' + '{NAME[6:]}')\n"
        "except ValueError:\n"
        "    logging.getLogger('house').exception('it failed')\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", script],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(settings.BASE_DIR), "DJANGO_SETTINGS_MODULE": "config.settings"},
    ).stderr
    assert "no such row" in said
    assert NAME not in said
