"""Workspaces and their members: who may come in, and what the organisation says of itself."""
