"""Free text -> ranked categories with the evidence, or a question.

tokens        words and stems of a text
phrase_index  phrases found among them, typos included
vocabulary    what they weigh, read from content
ranking       all of it together
result        what comes of it: Triage, Ranked, Evidence
"""
