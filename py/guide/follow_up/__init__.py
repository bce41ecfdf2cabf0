"""When to come back: business days of support's zone, and what is due."""
