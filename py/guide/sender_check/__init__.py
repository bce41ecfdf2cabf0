"""Is this really OpenAI? `judge` gives the verdict, `hosts` reads hosts and their imitations."""
