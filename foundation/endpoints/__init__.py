"""Base classes of the API: the same lists, acts and services as the browser's pages."""
