"""Numbers and meanings in the words of a language and a house style."""
