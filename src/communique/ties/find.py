"""What articles state of standing relations."""
def find_ties(parsed, mentions, voices):
    return ()
