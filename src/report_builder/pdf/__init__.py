"""The tagged PDF: document, drawings and theme in, bytes and problems out."""
