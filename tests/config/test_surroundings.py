"""The ground of a test run: real servers, and nothing shared that could tell a lie."""

import os
from pathlib import Path

import pytest
import redis
from django.conf import settings
from django.db import connection


class TestServers:
    @pytest.mark.postgresql
    @pytest.mark.django_db
    def test_postgresql_is_the_one_of_production(self) -> None:
        assert "TEST_DATABASE_URL" in os.environ or connection.cursor().connection.server_version >= 180_000

    def test_redis_answers(self) -> None:
        with redis.Redis.from_url(settings.REDIS_URL) as queue:
            assert queue.ping()

    def test_nothing_is_written_into_the_working_copy(self) -> None:
        assert Path(settings.GUIDEPOST_DATA) != settings.BASE_DIR / "var"

    def test_a_parallel_worker_has_a_queue_and_a_folder_of_its_own(self, worker_id: str) -> None:
        number = 0 if worker_id == "master" else int(worker_id.removeprefix("gw")) + 1
        assert settings.REDIS_URL.endswith(f"/{number}")
        assert os.environ["GUIDEPOST_DATA"] == settings.GUIDEPOST_DATA
