"""Lists of the desk."""
