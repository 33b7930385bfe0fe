"""Ways in: passwords, passkeys, links by mail, sessions and tokens, in the person's own hands."""
