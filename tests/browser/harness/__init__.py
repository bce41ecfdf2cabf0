"""What drives the real popup in real browsers.

finding    -> a browser and its driver: installed, fetched, or installed now
help_site  -> the loopback server that answers as help.openai.com
browser    -> what every browser can do for a test (Browser), said once
popup      -> what a person can do in the popup (Popup), said once
ears       -> what Chromium hears the extension complain of
chromium   -> both, through chromedriver and a second DevTools connection (devtools)
            (chromium_options: how it is started; chromium_popup: its popup and pages)
firefox    -> both, through geckodriver and the browser's own chrome scope
starting   -> starts browsers and ends them
staging    -> a popup in which something goes wrong on purpose
judging    -> any complaint fails the test
walking    -> the person of the tests, from screen to screen
arriving   -> the same person, come so far before
looking    -> barriers, and what is cut off
pictures   -> what the popup looks like, kept
hands      -> pointer and keys
"""
