"""The evidence room: what was printed, page by page, and what editors corrected in it."""
