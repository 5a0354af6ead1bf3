"""Merges, packages and deploys the stack: the same code for AWS and for the local cloud."""
