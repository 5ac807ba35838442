"""Column specifications of the lists of enforcement."""
