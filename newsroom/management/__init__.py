"""Newsroom on the command line."""
