"""The door's types: JSON -> Request, State -> JSON, and what is remembered between two turns."""
