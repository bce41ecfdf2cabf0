"""What several screens show: form fields, dates, sizes, sources, weak spots."""
