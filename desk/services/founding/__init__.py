"""Founding the invented city, through the same services that people use."""
