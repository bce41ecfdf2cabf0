"""Jinja as the screens use it: the environment, and how it is kept small."""
