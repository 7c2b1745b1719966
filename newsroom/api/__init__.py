"""The public face: one declaration per resource yields projection, fields/omit, filters, orderings and OpenAPI."""
