"""What happens when a part of the machinery dies, freezes or stumbles."""
