"""Guidepost against bare PostgreSQL and bare DRF, in one run."""
