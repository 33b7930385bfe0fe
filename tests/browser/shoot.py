"""Pictures of the page, for a look and for the docs.

    .venv/bin/python tests/browser/shoot.py docs/images     the README's picture
    .venv/bin/python tests/browser/shoot.py DIR --all       every width, theme and language
"""
