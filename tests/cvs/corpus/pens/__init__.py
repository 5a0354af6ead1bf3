"""What writes the formats: PDF, DOCX, ODT, RTF, HTML, text, and pictures of pages."""
