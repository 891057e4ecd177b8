"""Citations through citeproc-py and memo's own CSL styles, pinpoints, and records for reference managers."""
