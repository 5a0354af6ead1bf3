"""Files on their way in: from the moment someone asks to send one until it belongs to a person or is put aside."""
