"""A claim in words that stand alone: its own clause, names in full, dates for days told from the article's."""
