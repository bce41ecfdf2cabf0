"""A case -> subject and body of a letter.

prose         helpers for texts in two languages
letter_rules  which letters there are
brief         a case as its letters see it
charges       several charges as rows
lines         its answers as labelled lines
quoting       what of support's answer is quoted
history       what was done, sent and answered before
telling       which answers a letter told, to be quoted later
opening       what stands first, and in a chat alone
replies       the answers to what was asked
subject       the subject
boxes         a letter for a form, field by field
writer        all of it together
"""
