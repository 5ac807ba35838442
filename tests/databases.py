"""A database of its own for tests that run whole programs: a copy of the test database, made in a second."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import psycopg2
from django.db import connections
from psycopg2.errors import ObjectInUse
from psycopg2.sql import SQL, Composable, Identifier

TRIES = 40


def address_of(database: dict[str, Any], name: str) -> str:
    """The URL of the database called ``name`` on the server of ``database``, an entry of DATABASES."""
    user, word, host, port = (database[key] for key in ("USER", "PASSWORD", "HOST", "PORT"))
    if str(host).startswith("/"):
        return f"postgres://{user}@/{name}?host={host}" + (f"&port={port}" if port else "")
    return f"postgres://{user}:{word}@{host}:{port or 5432}/{name}"


def close_connections() -> None:
    """Those of this thread: Django keeps others for the time that a browser's driver runs its loop here."""
    connections.close_all()
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        connections.close_all()
    finally:
        asyncio._set_running_loop(loop)


@contextmanager
def a_copy_of(database: dict[str, Any]) -> Iterator[str]:
    """The URL of a copy of ``database``; the copy is gone afterwards."""
    name = f"copy_{uuid4().hex[:8]}"
    copy = SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(name), Identifier(database["NAME"]))
    close_connections()  # nobody may look at what is copied
    _patiently(database, copy)
    try:
        yield address_of(database, name)
    finally:
        _order(database, SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


def _patiently(database: dict[str, Any], order: Composable) -> None:
    for _try in range(TRIES):
        try:
            return _order(database, order)
        except ObjectInUse:
            time.sleep(0.25)
    return _order(database, order)


def _order(database: dict[str, Any], order: Composable) -> None:
    asked = psycopg2.connect(address_of(database, "postgres"))
    try:
        asked.autocommit = True
        with asked.cursor() as cursor:
            cursor.execute(order)
    finally:
        asked.close()
