"""Yes and no by SMS: Twilio's webhook behind a proxy, as a phone's owner and a stranger use it."""

import itertools
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx2
import pytest
from peers.twilio import TwilioPeer
from serving.served import AT, TWILIO, Served, serving
from skills.files import skill
from skills.test_pausing import CODE, HEAD

from exoskull.apps.notice import Means
from exoskull.channels.model import ChannelName
from exoskull.database.pool import Database
from exoskull.feed import service as feed
from exoskull.kit.ids import TenantId
from exoskull.onboarding.service import create_tenant
from exoskull.skills import exchange, service
from exoskull.skills.owned import Skill, SkillState

HERS = "+48600100200"
HIS = "+48600100201"
PUBLIC = "https://exo.example.net"
_NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """The webhook, called as a proxy on this machine passes Twilio's requests on."""

    web: Served
    anna: TenantId

    async def bring(
        self, form: dict[str, str], *, url: str = f"{PUBLIC}/hooks/sms", signature: str = ""
    ) -> httpx2.Response:
        passed_on = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Twilio-Signature": signature or TwilioPeer().signature(url, form),
            "X-Forwarded-For": "54.172.60.1",
            "X-Forwarded-Proto": "https",
        }
        body = urlencode(form).encode()
        return await self.web.client().post("/hooks/sms", content=body, headers=passed_on)

    async def text(self, said: str, sender: str = HERS) -> str:
        """Somebody's SMS; the last answer in Anna's thread."""
        form = TwilioPeer().inbound_form(sender, said) | {"MessageSid": f"SM{next(_NUMBERS)}"}
        assert (await self.bring(form)).status_code == 200
        answered = await self.events("message.answered")
        return str(answered[-1]["text"]) if answered else ""

    async def events(self, kind: str) -> list[dict[str, object]]:
        async with self.web.database.transaction(self.anna) as tx:
            return [one.data for one in reversed(await feed.latest(tx, kinds=[kind], limit=50))]

    async def asked(self) -> str:
        """A skill that waits for Anna's yes; its code."""
        here = self.web.installation
        examined = await exchange.examine(here.sandbox, skill(CODE, HEAD), at=AT)
        means = Means(ids=here.ids, reachable=frozenset({ChannelName.SMS}), reveal_codes=True)
        async with self.web.database.transaction(self.anna) as tx:
            await exchange.bring_in(tx, examined, at=AT, by="web", means=means)
        return str((await self.events("skill.awaiting_approval"))[-1]["code"])

    async def skill(self) -> Skill:
        async with self.web.database.transaction(self.anna) as tx:
            (found,) = await service.everything(tx)
            return found


@pytest.fixture
async def door(database: Database, tmp_path: Path) -> AsyncIterator[Door]:
    behind: dict[str, Any] = TWILIO | {"public_url": PUBLIC, "trusted_proxy": "127.0.0.1"}
    async with serving(database, tmp_path, **behind) as web:
        made = [
            await create_tenant(
                web.database, at=AT, ids=web.installation.ids, name=name, language="pl",
                timezone="Europe/Warsaw", phone=phone,
            )
            for name, phone in (("Anna", HERS), ("Piotr", HIS))
        ]  # fmt: skip
        yield Door(web=web, anna=made[0].tenant_id)


@pytest.mark.parametrize(
    ("says", "state"), [("TAK {}", "active"), ("yes {}", "active"), ("NIE {}", "rejected"),
                        ("NIE", "rejected"), ("TAK {}\n\nWysłane z telefonu", "active")],
)  # fmt: skip
async def test_the_owners_word_counts(door: Door, says: str, state: str) -> None:
    code = await door.asked()
    await door.text(says.format(code))
    assert (await door.skill()).state is SkillState(state)


async def test_everything_else_changes_nothing_and_is_told(door: Door) -> None:
    code = await door.asked()
    wrong = "1000" if code != "1000" else "1001"
    assert "kodu z pytania" in await door.text("TAK")
    assert "Zostały 4 próby" in await door.text(f"TAK {wrong}")
    for said in (f"Dzień dobry\nTAK {code}", f"On Mon, Ewa wrote:\nTAK {code}"):
        assert "tylko w pierwszej linii" in await door.text(said)
    assert "kodu z pytania" in await door.text(f"/zatwierdź\n{code}")
    assert "tylko cytat" in await door.text(f"> TAK {code}")
    assert (await door.skill()).state is SkillState.AWAITING


async def test_a_strangers_and_another_tenants_number_do_not_count(door: Door) -> None:
    code = await door.asked()
    for sender in ("+48600999999", HIS):
        await door.text(f"TAK {code}", sender)
    assert (await door.skill()).state is SkillState.AWAITING
    assert await door.events("message.received") == []


async def test_a_signature_of_another_address_or_of_nobody_is_refused(door: Door) -> None:
    form = TwilioPeer().inbound_form(HERS, f"TAK {await door.asked()}")
    for url in (f"{door.web.url}/hooks/sms", "http://exo.example.net/hooks/sms"):
        assert (await door.bring(form, url=url)).status_code == 401
    assert (await door.bring(form, signature="forged")).status_code == 401
    assert (await door.skill()).state is SkillState.AWAITING


async def test_the_same_sms_twice_is_taken_once(door: Door) -> None:
    form = TwilioPeer().inbound_form(HERS, f"TAK {await door.asked()}")
    for _ in range(2):
        assert (await door.bring(form)).status_code == 200
    assert len(await door.events("skill.activated")) == 1
    assert len(await door.events("message.answered")) == 1


async def test_six_wrong_codes_close_the_question_and_the_right_one_comes_too_late(
    door: Door,
) -> None:
    code = await door.asked()
    wrong = [one for one in map(str, range(1000, 1007)) if one != code][:6]
    told = [await door.text(f"TAK {one}") for one in wrong]
    assert "prób już nie ma" in told[4]
    assert "Nic teraz nie czeka" in told[5]
    assert "Nic teraz nie czeka" in await door.text(f"TAK {code}")
    assert await door.events("skill.activated") == []
