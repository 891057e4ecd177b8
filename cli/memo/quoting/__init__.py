"""A passage as a quotation, with its citation."""
