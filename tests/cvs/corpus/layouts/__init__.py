"""One module for each way that CVs are made; a layout belongs to one split."""
