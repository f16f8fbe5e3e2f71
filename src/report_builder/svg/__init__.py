"""Drawings as SVG, with text as outlines or as text: `svg_of`."""
