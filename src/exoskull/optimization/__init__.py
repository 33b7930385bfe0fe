"""The Ralph loop: notice, pick one thing, try it, keep it or put it back by measure, write it down.

`service.improve` is all of it. It changes levers, and nothing else.
"""
