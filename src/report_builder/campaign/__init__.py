"""The models of what people write that is not data."""
