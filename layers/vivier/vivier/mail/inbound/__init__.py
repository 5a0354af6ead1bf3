"""Reading a mail that somebody sent: bytes in, a model out, never an error. Pure: no clock, network or store."""
