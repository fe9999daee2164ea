"""Raw files -> packs. Run through ``data/make_curated.py``; nothing here is imported by the program."""
