"""Learn by what things a scheme is known that is made of none of the asks in `wants`."""
