"""Resources of guidance and of return visits."""
