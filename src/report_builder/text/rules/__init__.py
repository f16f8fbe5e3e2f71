"""Rules that cut a paragraph into tokens, as in markdown-it: each a function of the state that says whether it took
what stands at the position; `silent` only moves on. The order of the rules stands in `text.inline`."""
