"""What the environment says is read as it was meant, or refused in words."""

import base64
import os
import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.fixture(autouse=True)
def _no_variable_is_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(env, "VARIABLES", {})


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "secrets.json"


class TestReaders:
    def test_an_empty_variable_is_not_set(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PLACE", " ")
        assert env.text("PLACE", "here") == "here"

    def test_a_file_may_hold_the_value(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        (tmp_path / "word").write_text("from the file\n", encoding="utf-8")
        monkeypatch.setenv("PLACE_FILE", str(tmp_path / "word"))
        assert env.text("PLACE", "here") == "from the file"

    @pytest.mark.parametrize(("written", "meant"), [("1", True), ("yes", True), ("0", False), ("Off", False)])
    def test_a_flag_is_yes_or_no(self, monkeypatch: pytest.MonkeyPatch, written: str, meant: bool) -> None:
        monkeypatch.setenv("LIGHT", written)
        assert env.flag("LIGHT") is meant

    def test_a_flag_is_nothing_else(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("LIGHT", "perhaps")
        with pytest.raises(ImproperlyConfigured, match="LIGHT"):
            env.flag("LIGHT")

    def test_a_number_is_whole(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PROXIES", "one")
        with pytest.raises(ImproperlyConfigured, match="PROXIES"):
            env.number("PROXIES", 0)

    def test_items_are_set_apart_by_commas(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("HOSTS", "a.example, b.example,")
        assert env.items("HOSTS") == ["a.example", "b.example"]


class TestDatabase:
    def test_reads_an_address_with_a_difficult_password(self) -> None:
        found = env.database("UNSET_URL", "postgres://user:p%40ss@db:5433/city?sslmode=require")
        assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == (
            "user",
            "p@ss",
            "db",
            "5433",
        )
        assert (found["NAME"], found["OPTIONS"]) == ("city", {"sslmode": "require"})

    def test_reads_a_socket_folder(self) -> None:
        found = env.database("UNSET_URL", "postgres://user@/city?host=/run/postgresql")
        assert (found["HOST"], found["OPTIONS"]) == ("/run/postgresql", {})

    def test_sqlite_takes_the_write_lock_at_once(self) -> None:
        found = env.database("UNSET_URL", "sqlite:////data/city.sqlite3")
        assert found["NAME"] == "/data/city.sqlite3"
        assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"

    def test_refuses_another_kind(self) -> None:
        with pytest.raises(ImproperlyConfigured, match="postgres://"):
            env.database("UNSET_URL", "mysql://user@db/city")


class TestSecrets:
    def test_are_made_once_where_that_is_allowed(self, kept: Path) -> None:
        first = env.Secrets(kept_in=kept, may_make=True).key("SEAL", "")
        assert first == env.Secrets(kept_in=kept, may_make=True).key("SEAL", "")

    def test_are_readable_by_their_owner_only(self, kept: Path) -> None:
        env.Secrets(kept_in=kept, may_make=True).key("SEAL", "")
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600

    def test_are_never_made_in_production(self, kept: Path) -> None:
        with pytest.raises(ImproperlyConfigured, match="SEAL is missing"):
            env.Secrets(kept_in=kept, may_make=False).key("SEAL", "")
        assert not kept.exists()

    def test_refuse_a_short_key(self, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SEAL", base64.b64encode(os.urandom(16)).decode())
        with pytest.raises(ImproperlyConfigured, match="32 random bytes"):
            env.Secrets(kept_in=kept, may_make=False).key_of_32_bytes("SEAL", "")
