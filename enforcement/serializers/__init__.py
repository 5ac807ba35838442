"""Single representations of enforcement in the API."""
