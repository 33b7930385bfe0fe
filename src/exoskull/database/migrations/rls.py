"""The SQL that gives a table to its tenants, row by row."""

from typing import LiteralString


def protect(table: LiteralString) -> LiteralString:
    """Enable and force row-level security on `table`, and let the application work on it.

    After a commit the setting is the empty string, not null: hence `nullif`. Forced, the policy
    binds the table's owner too.
    """
    mine = "tenant_id = nullif(current_setting('exoskull.tenant_id', true), '')::uuid"
    return f"""
        alter table {table} enable row level security;
        alter table {table} force row level security;
        create policy tenant_isolation on {table} using ({mine}) with check ({mine});
        grant select, insert, update, delete on {table} to exoskull_app;
    """


def dispatchable(table: LiteralString) -> LiteralString:
    """Let the schema's owner read `table` over all tenants, for `system_*` functions only.

    Those functions are `security definer`: they give the application ids and due times, never
    what a person wrote.
    """
    return f"""
        do $$ begin
            execute format(
                'create policy dispatch on {table} for select to %I using (true)', current_user);
        end $$;
    """
