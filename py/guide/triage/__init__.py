"""Free text -> ranked topics and categories with the evidence, or a question.

tokens        words and stems of a text
denials       what of it is not so, or not the point
features      what of them is weighed
topic_model   what it weighs, a table that was learned
opened        what the open page speaks for
vocabulary    all that is read from content
ranking       all of it together
result        what comes of it: Triage, Ranked, RankedTopic, Evidence
"""
