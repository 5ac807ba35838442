"""A backup as one file: a tar of parts, and a sealed manifest with the size and digest of each."""

from __future__ import annotations

import hashlib
import hmac
import io
import json
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Any, Self

from foundation.record.chain import seal
from foundation.secrecy import blind_index

FORMAT = 1
MANIFEST = "manifest.json"
_CHUNK = 1024 * 1024


class BadArchive(Exception):
    """The file is no backup, is damaged, or was made by another installation."""


@dataclass
class Manifest:
    """What a backup says of itself."""

    made_at: str
    vendor: str
    migrations: list[str]
    key: str = field(default_factory=lambda: blind_index("backup"))
    format: int = FORMAT
    tables: dict[str, list[str]] = field(default_factory=dict)
    parts: dict[str, dict[str, Any]] = field(default_factory=dict)

    def packed(self) -> bytes:
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False).encode()


class Writer:
    """Writes the parts one after the other, and the manifest last."""

    def __init__(self, path: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self._tar = tarfile.open(path, "w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - closed in finish

    def add(self, name: str, file: IO[bytes]) -> None:
        """Add what stands in ``file`` from its beginning."""
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        read = _Hashed(file)
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = size, 0o600
        self._tar.addfile(entry, read)
        self.manifest.parts[name] = {"size": size, "sha256": read.digest.hexdigest()}

    def finish(self) -> None:
        packed = self.manifest.packed()
        sealed = json.dumps({"manifest": packed.decode(), "seal": seal(packed.decode())}).encode()
        entry = tarfile.TarInfo(MANIFEST)
        entry.size, entry.mode = len(sealed), 0o600
        self._tar.addfile(entry, io.BytesIO(sealed))
        self._tar.close()


class Archive:
    """A backup that is read; raises BadArchive when it is not what it says."""

    def __init__(self, path: Path) -> None:
        unfit = (tarfile.TarError, KeyError, ValueError, TypeError, OSError)
        try:
            self._tar = tarfile.open(path, "r:")  # noqa: SIM115 - closed by __exit__
        except unfit as error:
            raise BadArchive(f"{path} is no backup: {error}") from error
        try:
            self.manifest = self._read_manifest()
        except (*unfit, BadArchive) as error:
            self._tar.close()
            raise BadArchive(f"{path} is no whole backup of this installation: {error}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._tar.close()

    @property
    def names(self) -> list[str]:
        return list(self.manifest.parts)

    def verify(self) -> None:
        """Read every part to its end; raises BadArchive at the first that is missing or altered."""
        for name in self.names:
            for _chunk in self.chunks(name):
                pass

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part piece by piece; raises BadArchive at its end when it was altered."""
        told, digest, size = self.manifest.parts[name], hashlib.sha256(), 0
        try:
            file = self._tar.extractfile(name)
            while file is not None and (chunk := file.read(_CHUNK)):
                digest.update(chunk)
                size += len(chunk)
                yield chunk
        except (KeyError, tarfile.TarError, OSError) as error:
            raise BadArchive(f"{name} cannot be read: {error}") from error
        if (size, digest.hexdigest()) != (told["size"], told["sha256"]):
            raise BadArchive(f"{name} was altered or cut off")

    def extract(self, name: str, to: Path) -> None:
        """Write the part to a new file."""
        to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with to.open("xb") as file:
            to.chmod(0o600)
            for chunk in self.chunks(name):
                file.write(chunk)

    def _read_manifest(self) -> Manifest:
        file = self._tar.extractfile(MANIFEST)
        sealed = json.loads(file.read() if file else b"")
        if not hmac.compare_digest(seal(sealed["manifest"]), sealed["seal"]):
            raise BadArchive("its seal is not that of this installation: set the ANCHOR_KEY that made it")
        found = Manifest(**json.loads(sealed["manifest"]))
        if found.format != FORMAT:
            raise BadArchive(f"its format is {found.format}, this version reads {FORMAT}")
        if found.key != blind_index("backup"):
            raise BadArchive("its personal data cannot be read here: set the FIELD_KEY that made it")
        if bad := [name for name in found.parts if not _is_inside(name)]:
            raise BadArchive(f"it holds a part that leads elsewhere: {bad[0]}")
        return found


class _Hashed:
    """A file that is read once, and its digest."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        chunk = self.file.read(size)
        self.digest.update(chunk)
        return chunk


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name
