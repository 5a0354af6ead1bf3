"""Candidates: the record, who they are (claims), their timeline, documents and lists."""
