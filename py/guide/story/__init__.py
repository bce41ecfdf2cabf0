"""What a story already says: values of fields, and advice that the person has followed.

cues       words by which the rest knows what a thing is, read from content
dates      days and hours in a text, resolved by the moment of the turn
amounts    sums of money
hours      hours of the day, in digits and in words
number_words  numbers that are told in words
standing   whose what a clause tells is, and whether it happened
sums       which sum is the one that was paid
shapes     what is known by its own shape: ids, status codes, addresses, errors
addresses  whose each e-mail address is
children   how old a child is, and whose its address
names      plans, shops, ways to sign in, devices, models
occasions  what each day and sum is
cancelling when the plan was cancelled
signature  the name with which they sign
plans      which plan was paid for, and which one is shown
done       advice that the text says was followed
reader     all of it together: read(rules, text, now) -> Story
"""
