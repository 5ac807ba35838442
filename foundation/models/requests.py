"""What is remembered of requests: the key that makes a repeated one harmless, and how often one came."""

from __future__ import annotations

from django.db import models


class IdempotencyKey(models.Model):
    """Written first, in the transaction of the effect."""

    owner_key = models.CharField(max_length=64)
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.TextField(blank=True)
    location = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner_key", "key"], name="idempotency_key_once")]
        indexes = [models.Index(fields=["created_at"], name="idempotency_key_age_idx")]

    def __str__(self) -> str:
        return self.key


class RequestCount(models.Model):
    """How often something was asked for in a span of time; ``key`` is a digest of what and by whom."""

    key = models.CharField(max_length=64, unique=True)
    ends_at = models.DateTimeField()
    times = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["ends_at"], name="request_count_end_idx")]

    def __str__(self) -> str:
        return self.key
