"""A document's text: folding with offsets, blocks and marks, sentences, headline style."""
