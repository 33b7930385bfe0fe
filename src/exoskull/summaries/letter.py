"""A summary as a mail: the way out of it in its headers, its text and its HTML."""

from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from exoskull.database.transaction import Transaction
from exoskull.i18n import text
from exoskull.interventions.letter import Letter, plain_letter
from exoskull.interventions.model import Intervention
from exoskull.summaries.model import SummaryKind
from exoskull.summaries.subscriptions import make_link
from exoskull.tenants.model import Tenant


async def write_letter(
    tx: Transaction, message: Intervention, tenant: Tenant, at: datetime, *, web_url: str | None
) -> Letter:
    """The letter of any message; a summary's also unsubscribes by one click.

    Args:
        web_url: how people reach the web, without a final slash; None: nobody does, and then
            there is nothing to click.
    """
    letter = plain_letter(message, tenant)
    if web_url is None or not web_url.isascii() or message.symptom not in set(SummaryKind):
        return letter
    kind = SummaryKind(message.symptom)
    url = web_url + await make_link(tx, kind, message.id, at=at)
    language = tenant.language.value
    why = text(language, "summary-footer", kind=kind.value)
    stop = text(language, "summary-footer-stop")
    html = Markup(
        '<p style="max-width:600px;margin:24px auto 0;font-size:13px;color:#4b5563">{why} '
        '<a href="{url}" style="color:#0f766e">{stop}</a></p>\n'
    ).format(why=why, stop=stop, url=url)
    return replace(
        letter,
        text=f"{letter.text}\n\n-- \n{why}\n{stop}: {url}\n",
        html=None if letter.html is None else _before_end(letter.html, html),
        headers={
            "List-Unsubscribe": f"<{url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _before_end(html: str, footer: str) -> str:
    head, end, tail = html.rpartition("</body>")
    return f"{head}{footer}{end}{tail}"
