"""Everything of one tenant, as files a person can read: a ZIP of JSON Lines, one file a table."""

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

from psycopg import sql

from exoskull.database.transaction import Transaction
from exoskull.kit.errors import Unavailable
from exoskull.kit.plain import plain

SECRETS = frozenset(
    {"access_tokens", "accounts", "passkeys", "tenant_secrets", "unsubscribe_links"}
)
"""Tables that hold nothing a person could use elsewhere: hashes of secrets, and sealed ones."""


async def tables(tx: Transaction) -> list[str]:
    """The tables with rows of tenants, but for secrets, by name."""
    rows = await tx.dicts(
        """
        select c.table_name as name from information_schema.columns c
          join information_schema.tables t using (table_schema, table_name)
         where c.table_schema = 'public' and c.column_name = 'tenant_id'
           and t.table_type = 'BASE TABLE'
         order by 1
        """
    )
    return [row["name"] for row in rows if row["name"] not in SECRETS]


async def collect(tx: Transaction) -> dict[str, list[str]]:
    """The rows of the tenant of `tx`, each a line of JSON, by table."""
    found: dict[str, list[str]] = {}
    for name in await tables(tx):
        query = sql.SQL("select * from {} where tenant_id = %s").format(sql.Identifier(name))
        cursor = await tx.connection.execute(query, [tx.tenant_id])
        columns = [column.name for column in cursor.description or ()]
        rows = [dict(zip(columns, row, strict=True)) for row in await cursor.fetchall()]
        found[name] = sorted(json.dumps(plain(row), ensure_ascii=False) for row in rows)
    return found


def write(found: dict[str, list[str]], out: Path) -> Sequence[str]:
    """Write the ZIP, whole or not at all; returns the names of the files in it."""
    part = out.with_name(out.name + ".part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, lines in found.items():
                archive.writestr(f"{name}.jsonl", "".join(line + "\n" for line in lines))
        part.replace(out)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Unavailable("file.not_written", field="--out", path=str(out)) from error
    return [f"{name}.jsonl" for name in found]
