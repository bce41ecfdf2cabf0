"""What each screen shows: Situation -> the context of its template, one small module a screen."""
