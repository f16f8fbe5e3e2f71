"""What a press officer sends with the report: tables, quotes, notes, pictures, and the pack that holds them."""
