"""A case -> subject and body of a letter.

prose         helpers for texts in two languages
letter_rules  which letters there are
brief         a case as its letters see it
history       what was done, sent and answered before
opening       what stands first, and in a chat alone
replies       the answers to what was asked
subject       the subject
writer        all of it together
"""
