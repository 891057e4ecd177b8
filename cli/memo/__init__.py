"""memo: find the passage, quote it to the letter, cite it to the leaf."""

__version__ = "0.1.0"
