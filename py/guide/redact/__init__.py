"""Finds and masks what must not go out.

fold        text as it reads, without what hides in it
lexicon     the words of redact.toml, found in any form
trie        many names in one pattern
patterns    what is known by its own shape: keys, tokens, addresses
checksums   sums that cards, IBANs and IDs carry
personal    what is known by shape and sum: cards, IBANs, phones
values      what can follow a word: "password: ..."
codes       values that are one-time codes
told_codes  codes by the words beside them, and those read out
chosen      passwords by how people make them, whatever is said around them
nearby      values beside such words
slots       values by their place in a sentence, whatever they are (with five modules of their own)
documents   numbers of documents and accounts in a sentence that names them
hinted      secrets that hints lead to, and codes of coupons
short_cards the short cards of Israel
pieces      secrets told in pieces or spelled out, near their names
statements  names of people
places      where they live
paths       folders and files with a drawn name
mentions    all of these together, where a word is needed
echoes      what was found, where it stands again
finding     what is found
redaction   find; with masking all that others call
masking     mask
"""
