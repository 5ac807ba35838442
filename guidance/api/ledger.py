"""The resource /guidance-ledger/ (Art. 8)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from foundation.acts import Act, perform
from foundation.endpoints.binding import bind
from foundation.endpoints.resource import Resource
from foundation.permissions import Permission
from guidance.forms.ledger import CORRECT_ROW, ENTER, IMPORT_SHEET, REMOVE_ROW, TRY_SHEET
from guidance.lists.ledger import LEDGER_LIST
from guidance.models import LedgerRow
from guidance.serializers.ledger import CountShape, LedgerSerializer, SheetShape


class LedgerResource(Resource):
    """Simple guidance given to many; a sheet is tried by ``try-sheet/`` and entered by ``import-sheet/``."""

    permission = Permission.GUIDANCE_READ
    spec = LEDGER_LIST
    serializer_class = LedgerSerializer
    create_act = ENTER
    edit_act = CORRECT_ROW
    acts = {"remove": REMOVE_ROW}
    basename = "guidance-ledger"

    def rows(self) -> Any:
        return LedgerRow.objects.all()

    @extend_schema(request={"multipart/form-data": SheetShape}, responses=CountShape)
    @action(detail=False, methods=["post"], url_path="import-sheet", parser_classes=[MultiPartParser])
    def import_sheet(self, request: Request, **_kwargs: Any) -> Response:
        """Enter all rows of a sheet, or none of them."""
        return self._sheet(IMPORT_SHEET, request)

    @extend_schema(request={"multipart/form-data": SheetShape}, responses=CountShape)
    @action(detail=False, methods=["post"], url_path="try-sheet", parser_classes=[MultiPartParser])
    def try_sheet(self, request: Request, **_kwargs: Any) -> Response:
        """Say which rows of a sheet are wrong, and write nothing."""
        return self._sheet(TRY_SHEET, request)

    def _sheet(self, act: Act, request: Request) -> Response:
        form = bind(act, request.POST, actor=self.actor, at=self.now, files=request.FILES)
        count = perform(act, form.service_data(), by=self.actor, at=self.now)
        return Response(CountShape({"rows": count}).data)
