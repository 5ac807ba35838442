"""A comment of the public as it is sent, and what is told of its arrival (Art. 8 (1), (2))."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class CommentBody(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=4000)
    name = serializers.CharField(
        max_length=80, required=False, help_text="For whom you speak, if you like; it is not published."
    )


class CommentReceived(serializers.Serializer[Any]):
    received_at = serializers.DateTimeField()
