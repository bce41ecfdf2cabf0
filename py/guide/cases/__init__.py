"""What can happen to a case: changes, what is typed into it, its quality, its backup."""
