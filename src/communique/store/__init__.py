"""Records and SQLite: writing, queries, full text, event identity."""
