"""Pages of guidance and of return visits."""
