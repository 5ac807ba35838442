"""Synthetic volume: a million cases in minutes, to measure with (Art. 4)."""

from desk.services.volume.loading import Loaded, load_volume

__all__ = ["Loaded", "load_volume"]
