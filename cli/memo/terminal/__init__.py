"""What only a terminal needs: colour, the clipboard, choosing."""
