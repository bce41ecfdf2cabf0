"""What a page says that the person had read: pages of others, which may say anything.

reading  text of a page -> what it says of the service, or of what went wrong
"""
