"""What `letters` writes with: text helpers, the table of letters, a case in brief, its history."""
