"""Two questions of an operator: does the process live, and may it be given work."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


def _migrated() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _database_state() -> str:
    try:
        return "ok" if _migrated() else "migrations missing"
    except DatabaseError:
        return "unreachable"


@login_not_required
@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """Alive; asks nobody, so that a dead database does not restart the web."""
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Ready when the database answers and is migrated; the queue is not asked, pages do without it."""
    state = _database_state()
    return JsonResponse({"database": state}, status=200 if state == "ok" else 503)
