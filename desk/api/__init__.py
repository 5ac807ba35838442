"""The API of the desk."""
