"""Rules of guidance: pure, from given facts, touching nothing."""
