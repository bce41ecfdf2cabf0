"""Triage's corpus, and the corrections that are learned from it."""
