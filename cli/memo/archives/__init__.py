"""Archival references: leaves, fonds and opisi parsed to types, compared, and written out."""
