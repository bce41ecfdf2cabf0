"""The door's types, from JSON and back, and the stored state between two turns.

json_text    JSON as text
codec        JSON values <-> frozen dataclasses
migrations   stored states of older versions
state_cache  the stored state: parse, read, write, and what need not be done again
wire         the request and the response: the contract
"""
