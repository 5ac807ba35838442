"""Resources of enforcement in the API."""
