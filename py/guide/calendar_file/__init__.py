"""The days of cases as a file for calendar programs (RFC 5545, iCalendar)."""
