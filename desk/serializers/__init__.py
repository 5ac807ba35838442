"""Representations of the desk."""
