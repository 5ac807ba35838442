"""Single representations of guidance and of return visits."""
