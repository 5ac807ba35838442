"""What the pages of the desk show, counted and gathered across apps (Art. 4)."""
