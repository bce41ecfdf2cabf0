"""What is checked of the content, and what is written from it."""
