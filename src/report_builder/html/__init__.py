"""The report as one accessible web page: document, drawings and theme in, bytes and problems out."""
