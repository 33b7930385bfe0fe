"""A process that hands one mail to a server, to be killed before it can keep the receipt."""

import asyncio
import sys
from datetime import datetime
from uuid import UUID

from exoskull.channels.adapters.mail import Sender
from exoskull.channels.adapters.smtp import SmtpAdapter
from exoskull.channels.adapters.smtp_server import SmtpServer
from exoskull.channels.model import ChannelName
from exoskull.composition.assembling import assemble
from exoskull.database.pool import Database
from exoskull.kit.clock import VirtualClock
from exoskull.kit.ids import SystemIds, TenantId


async def main(url: str, smtp: str, at: str, tenant: str, intervention: str) -> None:
    clock = VirtualClock(datetime.fromisoformat(at))
    adapter = SmtpAdapter(SmtpServer.parse(smtp), Sender.parse("Exo <exo@example.org>"))
    async with await Database.open(url) as database:
        here = assemble(
            database, clock=clock, ids=SystemIds(clock), adapters={ChannelName.EMAIL: adapter}
        )
        await here.outbox.deliver(TenantId(UUID(tenant)), UUID(intervention))


asyncio.run(main(*sys.argv[1:]))
