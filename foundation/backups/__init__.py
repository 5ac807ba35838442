"""Whole backups of an installation, and bringing one back: rows, files, and the anchors of the record."""

from foundation.backups.archive import Archive, BadArchive
from foundation.backups.restoring import restore
from foundation.backups.taking import take_backup

__all__ = ["Archive", "BadArchive", "restore", "take_backup"]
