"""Vivier: a serverless talent CRM. The product's own code, the same in Lambda, in tests and in an editor."""

VERSION = "0.1.0"
