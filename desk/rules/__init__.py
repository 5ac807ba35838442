"""What counts where."""
