"""Finding passages: words equal after folding, and, where there are none, the nearest ones."""
