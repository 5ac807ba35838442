"""The code base itself, held to its design."""
