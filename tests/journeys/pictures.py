"""Takes the pictures of docs/pictures in a freshly founded city: python -m tests.journeys.pictures [address]."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import django

django.setup()

from playwright.sync_api import sync_playwright  # noqa: E402

from tests.browser.eyes import DESK, PHONE  # noqa: E402
from tests.browser.house import ROOT, run, surroundings, web  # noqa: E402
from tests.browser.roads import Roads, signed_in  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
LANGUAGES = {"en": "en", "zh": "zh-hans"}
HEAVIEST = 250_000  # bytes
# picture, who takes it, and the name of the address with its words
VIEWS = (
    ("case", "officer", ("enforcement:case_detail",)),
    ("today", "officer", ("desk:today",)),
    ("guidance-new", "officer", ("guidance:guidance_draft", "exhort")),
    ("scorecard", "evaluator", ("evaluation:scorecard",)),
    ("leniency-public", "", ("leniency:public_entries",)),
    ("dashboard", "head", ("desk:dashboard",)),
)
ON_A_PHONE = {("case", "zh"), ("today", "en")}


def take_all(house: str, page: Any) -> None:
    """Walk once as each role, then take the fullest page of each view in both languages."""
    roads = Roads(house)
    for role in dict.fromkeys(role for _picture, role, _key in VIEWS):
        roads.walk(role)
    for picture, role, key in VIEWS:
        stops = [stop for stop in roads.stops[key] if stop.role == role] or roads.stops[key]
        path = max(stops, key=lambda stop: stop.size).path
        cookies = [(c.name, str(c.value)) for c in signed_in(house, role).cookies]
        for short, language in LANGUAGES.items():
            page.goto("about:blank")
            page.context.clear_cookies()
            for name, value in [*cookies, ("django_language", language)]:
                page.context.add_cookies([{"name": name, "value": value, "url": house}])
            take(page, house + path, FOLDER / f"{picture}-{short}.png", DESK)
            if (picture, short) in ON_A_PHONE:
                take(page, house + path, FOLDER / f"{picture}-phone-{short}.png", PHONE)


def take(page: Any, address: str, picture: Path, size: dict[str, int]) -> None:
    """Take one picture; raises ValueError when it is too heavy for a repository."""
    page.set_viewport_size(size)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=picture)
    if picture.stat().st_size > HEAVIEST:
        raise ValueError(f"{picture.name} is heavier than {HEAVIEST} bytes")


def main(address: str | None) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(reduced_motion="reduce")
        if address:
            take_all(address, page)
            return
        data = Path(folder)
        environment = surroundings(data, DATABASE_URL=f"sqlite:///{data}/guidepost.sqlite3")
        for words in (["migrate", "--verbosity", "0"], ["found_city"]):
            run(["manage.py", *words], environment)
        with web(environment, data / "web.log") as house:
            take_all(house, page)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
