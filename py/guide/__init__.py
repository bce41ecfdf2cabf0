"""Support Guide: helps a person reach OpenAI's support. Unofficial.

One way through: event -> Case -> advice -> view -> HTML. Start reading in `door.py`.
Nothing here imports a browser, and nothing here reads a clock: time comes in through the turn.
"""
