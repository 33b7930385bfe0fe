"""How much harm a skill could do, computed from what it can touch and what its words try."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from exoskull.skills.model import Capability, Risk

_OF: dict[Capability, Risk] = {
    Capability.WRITE_MEASURES: Risk.MEDIUM,
    Capability.WRITE_TASKS: Risk.MEDIUM,
    Capability.NOTIFY: Risk.HIGH,
}

_TO_THE_ASSISTANT = re.compile(
    r"""
    \b(?:ignore|disregard|forget|override|bypass)\b
      .{0,40}\b(?:instruction|rule|previous|above|prior|limit|prompt)
    | \b(?:system|developer|hidden)\s+(?:prompt|message|instruction)
    | \b(?:assistant|chatbot|language\s+model|llm|gpt|claude|exoskull|ai\s+agent)\b
    | \byou\s+(?:are\s+now|must|will\s+now)\b
    | \b(?:system|assistant|user|developer|asystent\w*)\s*:
    | \b(?:always|first|immediately|now)\s+(?:call|run|use|invoke|execute|activate|install|send)\b
    | \b(?:call|run|use|invoke|activate)\s+this\s+(?:skill|tool)\b
    | \b(?:without|no)\s+(?:asking|being\s+asked|confirm|further|needing|need\s+to\s+ask)
    | \bas\s+an?\s+ai\b | \bfrom\s+now\s+on\b | \bjailbreak | \bnew\s+instructions?\b
    | \b(?:do\s+not|don't|never)\s+(?:ask|tell|show|mention|inform)\b
    | \b(?:asystent|model\s+jezykow|sztuczn\w+\s+inteligenc)
    | \b(?:zignoruj|ignoruj|pomin|zapomnij)\b
      .{0,40}\b(?:instrukc|polecen|zasad|poprzedni|powyzsz|limit|regul)
    | \b(?:musisz|masz\s+natychmiast|nie\s+pytaj|nie\s+mow|nie\s+pokazuj|od\s+teraz)\b
    | \bbez\s+(?:pytania|zgody|potwierdz|zatwierdz)
    | \b(?:uruchom|wywolaj|aktywuj)\s+(?:te|to|ten)\b
    | \b(?:grant|permission|consent|approv|authoriz|authoris|whitelist|allow-list|opt-in)
    | \b(?:uprawnien|pozwolen|zgod[aeyo]|zatwierdz|akceptuj|autoryz)
    | \b(?:send_sms|send_email|create_task|log_health|send_notification)\b
    | \b(?:trigger_checkin|spend_money|delete_data|modify_source)\b
    | \b(?:tak|yes|ok)\s*[:\-]?\s*\d{4,8}\b
    | \b(?:approval|confirmation|one-time|security|verification)\s+code
    | \bkod\w*\s+(?:zatwierdz|potwierdz|jednoraz|zgod|bezpiecz|\d)
    | <\s*/?\s*(?:system|assistant|user|instruction|tool|function)\b
    | \[/?(?:inst|system)\]
    | \b(?:execute|run|call|invoke)\s+(?:the\s+)?(?:tool|function|command|shell)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def speaks_to_the_assistant(text: str) -> bool:
    """Whether `text` instructs the assistant, or names grants or approval codes.

    Letters are compared unfolded: compatibility forms and diacritics do not hide a word.
    """
    wide = unicodedata.normalize("NFKD", text.replace("ł", "l").replace("Ł", "L"))
    plain = "".join(one for one in wide if not unicodedata.combining(one))
    return _TO_THE_ASSISTANT.search(plain) is not None


def risk(capabilities: Sequence[Capability], texts: Iterable[str]) -> Risk:
    """LOW where it only reads and computes; MEDIUM where it writes, or its words speak to the
    assistant; HIGH where it reaches the person."""
    by_touch = max((_OF.get(one, Risk.LOW) for one in capabilities), default=Risk.LOW)
    by_words = Risk.MEDIUM if any(map(speaks_to_the_assistant, texts)) else Risk.LOW
    return max(by_touch, by_words)
