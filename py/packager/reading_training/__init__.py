"""Answers of support for which it is known what they are, and kinds learned from them."""
