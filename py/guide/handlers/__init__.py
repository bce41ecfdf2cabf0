"""What each event does: Situation + event -> Change, one small function for each, by subject.

change      the Change, and going to another place
navigation  going about the guide
problem     what the problem is
step        what came of an advice
letter      which letter, its wording, sending it
case        one case among the others
reply       an answer from support
route       what is beyond support
settings    the language, the memory, all that is stored
`update.HANDLERS` says which event has which.
"""
