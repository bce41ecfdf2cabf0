"""Formal letters under the law: to OpenAI, a bank, an authority. General information, no advice.

rules   which letters there are, for whom, with which sources: content/legal_letters/<id>.toml
known   Case -> the Case with what a letter asks and it tells elsewhere
writer  Case + letter + language -> its text
"""
