"""Postgres: the embedded server, the pool, transactions scoped to a tenant, migrations."""
