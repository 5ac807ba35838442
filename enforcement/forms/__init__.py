"""Forms and acts of enforcement, shared by browser and API."""
