"""Lifecycle tables of enforcement."""

from enforcement.lifecycle.cases import CASE_LIFECYCLE

__all__ = ["CASE_LIFECYCLE"]
