"""Founding the invented city, through the same services that people use."""

from desk.services.founding.city import Founded, found_city

__all__ = ["Founded", "found_city"]
