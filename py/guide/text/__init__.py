"""What every text has in common: the unseen characters in it, and Hebrew."""
