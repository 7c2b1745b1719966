"""Learns what speaks for a name from texts whose names are marked, and writes `name_weights.tsv`."""
