"""What others made: pins, packages, notices, the bill of materials."""
