"""Pure reading of one newspaper page: text in, frozen dataclasses out; no Django, no clock, no network."""
