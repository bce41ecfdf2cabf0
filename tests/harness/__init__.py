"""What drives the real popup in real browsers, for the tests and the benchmarks.

browsers_found -> a browser and its driver: installed, fetched, or installed now (by apt)
help_site      -> the loopback server that answers as help.openai.com
browser        -> what every browser can do for a test (Browser), said once
popup          -> what a person can do in the popup (Popup), said once
actions        -> pointer and keys
chromium       -> both, through chromedriver and a second DevTools connection (devtools)
                (chromium_options: how it is started; chromium_popup: its popup and pages)
firefox        -> both, through geckodriver and the browser's own chrome scope
starting       -> starts browsers and ends them
shared         -> one browser for many tests, replaced if it cannot be reset
steps          -> the person of the tests, from screen to screen
staging        -> a popup in which something goes wrong on purpose
console        -> what Chromium's consoles say of the extension
complaints     -> any complaint fails the test
network        -> what the browser is asked for by the extension
calling        -> an extension that calls out on purpose
axe            -> barriers, and what is cut off, at every width (Look)
pictures       -> what the popup looks like, kept
"""
