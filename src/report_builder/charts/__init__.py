"""Charts as data, their description in words, and their drawing."""
