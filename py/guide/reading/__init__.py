"""What support's answer says, pasted as it came: nothing of it is passed over, nothing invented.

phrases   the phrases of content, found word by word
names     names that no phrase is, put together from words of several meanings
rules     content -> the phrases of all languages
cuts      what is not support's own text: header, quoted history, signature, small print
lines     the rest as sentences and items of lists
requests  words of request, and the things they ask for
pieces    what may be asked for, in pieces, with what each names
contexts  where a piece or a day stands, as features
asks      everything that is asked for, and the fields that answer it
steps     what the person should try
days      days that are named
promises  dates to come: what is promised, and until when something is wanted
kind_model what kind of answer words speak for, a table that was learned
weighing  an answer and its remarks, weighed by that table once
kinds     what kind of answer it is, by the whole and its plainest sentence
numbers   the case number, by where it stands
reader    all of it together: read(rules, text, now) -> WhatTheySay
"""
