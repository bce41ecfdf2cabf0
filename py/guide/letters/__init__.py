"""A case -> subject and body of a letter.

prose         helpers for texts in two languages
letter_rules  which letters there are
brief         a case as its letters see it
history       what was sent and answered before
writer        all of it together
"""
