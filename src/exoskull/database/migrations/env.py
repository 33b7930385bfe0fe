"""How Alembic runs the revisions: in one transaction, one installation at a time, SQL as written.

`exoskull.database.migrate` hands over the connection.
"""

from typing import Any

from alembic import context
from alembic.ddl.postgresql import PostgresqlImpl

_LOCK = 0x65786F736B756C  # "exoskul", of this database


class LiteralImpl(PostgresqlImpl):
    """Passes a string to Postgres as it is: Alembic would read `:name` in it as a parameter."""

    __dialect__ = "postgresql"

    def _exec(self, construct: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(construct, str):
            literal = {"no_parameters": True}
            assert self.connection is not None
            return self.connection.exec_driver_sql(construct, execution_options=literal)
        return super()._exec(construct, *args, **kwargs)


def run() -> None:
    connection = context.config.attributes["connection"]
    context.configure(connection=connection)
    with connection.begin():
        connection.exec_driver_sql(f"select pg_advisory_xact_lock({_LOCK})")
        context.run_migrations()


run()
