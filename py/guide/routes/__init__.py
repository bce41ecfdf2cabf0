"""What a person can do beyond support, and until when: pure, of content and the facts of a case.

    Case or a line of the command -> Matter -> survey -> offers in the order that spoils least
                                            -> clocks -> what ends, and from when that is urgent

General information, not legal advice; whatever shows it says so.
"""
