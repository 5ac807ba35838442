"""The containers of production, examined as far as that goes without an engine."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from config.env import VARIABLES

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
PINNED = re.compile(r"[a-z/]+:\d+\.\d+(\.\d+)?(-[a-z]+)*")


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (word, rest), continued lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines)]


def rests(word: str) -> list[str]:
    return [rest for found, rest in instructions() if found == word]


class TestCompose:
    def test_has_every_part(self) -> None:
        assert set(SERVICES) == {*OURS, "postgres", "redis", "proxy"}

    @pytest.mark.parametrize("name", OURS)
    def test_names_only_settings_that_exist(self, name: str) -> None:
        named = {word.removesuffix("_FILE") for word in SERVICES[name]["environment"]}
        assert named <= {*VARIABLES, "WEB_WORKERS"}

    def test_every_setting_stands_in_the_example(self) -> None:
        example = (ROOT / ".env.example").read_text(encoding="utf-8")
        assert [name for name in VARIABLES if not re.search(rf"^(# )?{name}\b", example, re.MULTILINE)] == []

    def test_every_placeholder_stands_in_the_example(self) -> None:
        example = (ROOT / ".env.example").read_text(encoding="utf-8")
        asked = re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
        assert [name for name in asked if f"\n{name}=" not in example] == []

    @pytest.mark.parametrize("name", ["postgres", "redis", "proxy"])
    def test_pins_images(self, name: str) -> None:
        assert PINNED.fullmatch(SERVICES[name]["image"])

    def test_has_no_default_password(self) -> None:
        settings = [
            (key, value) for part in SERVICES.values() for key, value in part.get("environment", {}).items()
        ]
        secret = [(key, value) for key, value in settings if re.search("KEY|PASSWORD|DATABASE_URL", key)]
        assert secret
        assert [key for key, value in secret if not value.startswith("/run/secrets/")] == []

    def test_makes_every_secret_it_mounts(self) -> None:
        script = (ROOT / "deploy" / "make_secrets").read_text(encoding="utf-8")
        assert set(COMPOSE["secrets"]) == set(re.findall(r"^keep (\w+)", script, re.MULTILINE))

    def test_opens_no_port_but_the_proxys(self) -> None:
        assert [name for name, part in SERVICES.items() if "ports" in part] == ["proxy"]

    def test_hides_the_database_and_the_queue(self) -> None:
        assert COMPOSE["networks"]["back"]["internal"] is True
        assert SERVICES["postgres"]["networks"] == SERVICES["redis"]["networks"] == ["back"]

    @pytest.mark.parametrize("name", OURS)
    def test_takes_all_privileges_away(self, name: str) -> None:
        part = SERVICES[name]
        assert part["cap_drop"] == ["ALL"]
        assert part["read_only"] is True
        assert "no-new-privileges:true" in part["security_opt"]

    def test_has_one_timer(self) -> None:
        timers = [
            name for name, part in SERVICES.items() if {"beat", "-B"} & set(map(str, part.get("command", [])))
        ]
        assert timers == ["beat"]
        assert "deploy" not in SERVICES["beat"]

    def test_uses_every_volume_and_secret_it_declares(self) -> None:
        mounts = [str(mount).split(":")[0] for part in SERVICES.values() for mount in part.get("volumes", [])]
        secrets = {secret for part in SERVICES.values() for secret in part.get("secrets", [])}
        assert set(COMPOSE["volumes"]) == {name for name in mounts if not name.startswith(".")}
        assert set(COMPOSE["secrets"]) == secrets


class TestDockerfile:
    def test_pins_its_base(self) -> None:
        assert [rest for rest in rests("FROM") if not PINNED.fullmatch(rest.split()[0])] == []

    def test_ends_as_an_ordinary_user(self) -> None:
        after_last_stage = instructions()[
            max(i for i, (word, _) in enumerate(instructions()) if word == "FROM") :
        ]
        assert [rest for word, rest in after_last_stage if word == "USER"] == ["guidepost"]

    def test_checks_the_hash_of_every_package(self) -> None:
        installs = [rest for rest in rests("RUN") if "pip install" in rest]
        assert installs
        assert all("--require-hashes -r requirements.txt" in rest for rest in installs)

    def test_keeps_no_key_in_a_layer(self) -> None:
        assert [rest for rest in rests("ENV") + rests("ARG") if re.search("KEY|PASSWORD|TOKEN", rest)] == []

    def test_starts_with_a_list_so_that_signals_arrive(self) -> None:
        assert all(rest.startswith("[") for rest in rests("CMD"))

    def test_copies_only_what_exists(self) -> None:
        sources = [word for rest in rests("COPY") if "--from" not in rest for word in rest.split()[:-1]]
        assert [word for word in sources if not (ROOT / word).exists()] == []

    @pytest.mark.parametrize("kept_out", [".git", ".venv", "var", ".env", "secrets"])
    def test_leaves_private_things_out(self, kept_out: str) -> None:
        assert kept_out in (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
