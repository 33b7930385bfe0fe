"""The composition root: the only place where all features meet.

`assembling` makes an installation out of its parts; `handlers` names what does each job of the
scheduler, and the `*_jobs` beside it join features for one job. The routes are in `doors.py`.
"""
