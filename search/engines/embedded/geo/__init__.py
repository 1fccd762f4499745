"""The Earth as a grid of cells that a term can name."""
