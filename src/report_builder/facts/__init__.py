"""Numbers with their provenance, and the claims made on them."""
