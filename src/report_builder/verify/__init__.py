"""The outsider's check: a finished PDF read back and compared with the ledger inside it."""
