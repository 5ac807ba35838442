"""Rules of evaluation: pure functions over given facts."""
