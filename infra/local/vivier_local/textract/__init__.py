"""A stand-in for Amazon Textract on this machine: its protocol, limits and errors, Tesseract's eyes.

Point `AWS_ENDPOINT_URL_TEXTRACT` at it. Differences from the service: no handwriting, tables, forms or queries; LAYOUT
is guessed from Tesseract's blocks and the sizes of letters.
"""

from vivier_local.textract.server import StandIn, serve

__all__ = ["StandIn", "serve"]
