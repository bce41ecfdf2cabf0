"""What a person can do, as records.

setting_events      with the guide itself: its language, its memory, all that it stores
letter_events       with a letter
translation_events  of texts that the browser translates
route_events        with the routes beyond support
reply_events        with an answer from support
brought_events      with what they bring from a page
events              all of them, and what came of one
"""
