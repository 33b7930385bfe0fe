"""Greetings, thanks, acknowledgements, goodbyes and calls for help."""

from collections.abc import Sequence

from exoskull.language.tokens import Kind, Phrases, Token, phrases
from exoskull.language.wordset import wordset

SMALL_TALK: Phrases[str] = phrases(
    (
        "greeting",
        "hejo | helou | czesc | hej | hejka | siema | dzien dobry | dobry wieczor | witaj | witam"
        " | halo | hello | hi | hey | good morning | good evening | good afternoon | morning |"
        " elo | hej hej | dobry | hi there | hello there | hey there | siemka | heja | yo |"
        " greetings",
    ),
    (
        "thanks",
        "dzieki | dziekuje | dziekuje bardzo | dzieki bardzo | bardzo dziekuje | wielkie dzieki |"
        " thanks | thank you | thank you very much | thanks a lot | thx | ty | dziena | dzieki"
        " wielkie | many thanks | thank you so much | thanks so much | cheers | dzieki za pomoc |"
        " dziex | dziekuje ci | dzieki ci | thanks for the reminder | dzieki za przypomnienie",
    ),
    (
        "ok",
        "ok | okej | okay | oki | jasne | spoko | dobra | dobrze | super | swietnie | rozumiem |"
        " no dobra | w porzadku | sure | fine | great | got it | alright | all right | cool |"
        " understood | will do | nice | perfect | git | okey | no ok | zgoda | kk | k | roger |"
        " sounds good | good | aha | mhm | no | ok ok | zrobie | tak jest | noted | bomba |"
        " ekstra | elegancko | awesome | przyjelam | przyjalem | zrozumiano | ok super | ok"
        " dzieki | dobra dzieki | na razie ok",
    ),
    (
        "bye",
        "pa | papa | pa pa | do widzenia | na razie | dobranoc | do jutra | do zobaczenia | bye |"
        " bye bye | goodbye | good night | see you | see you later | see you tomorrow | nara |"
        " trzymaj sie | milego dnia | have a nice day | talk later | cya | goodnight | do"
        " uslyszenia | milego wieczoru",
    ),
    (
        "help",
        "co ty potrafisz | co ty umiesz | co ty mozesz | pomoc | pomocy | help | co umiesz | co"
        " potrafisz | co mozesz | jak to dziala | what can you do | how does this work | how do"
        " you work | instrukcja | help me | pomoz | pomoz mi | jak dzialasz | co mozesz zrobic |"
        " w czym mozesz pomoc | what do you do | commands | komendy | kim jestes | who are you |"
        " jak z ciebie korzystac | what are you | co mozesz dla mnie zrobic",
    ),
)

_NAMES_AFTER = wordset("there all team exoskull exo wszystkim")
_SIGNS = {"👍": "ok", "👌": "ok", "🙏": "thanks", "👋": "greeting", "❤": "thanks", "✅": "ok"}


def small_talk(clause: Sequence[Token]) -> str | None:
    """The kind of small talk that the whole clause is, or None."""
    found = SMALL_TALK.whole(clause)
    if found:
        return found
    words = [token for token in clause if token.kind is Kind.WORD]
    if not words:
        return next((_SIGNS[token.text] for token in clause if token.text in _SIGNS), None)
    if len(words) > 1 and words[-1].text in _NAMES_AFTER:
        return SMALL_TALK.whole(words[:-1])
    kinds: list[str] = []
    i = 0
    while i < len(words):
        part = SMALL_TALK.at(words, i)
        if part is None:
            return None
        kinds.append(part[0])
        i = part[1]
    return next((kind for kind in kinds if kind != "ok"), "ok")


def leading(clause: Sequence[Token]) -> tuple[str, int] | None:
    """Small talk that opens a clause (`cześć, ...`, `thanks ...`) and the index behind it."""
    found = SMALL_TALK.at(clause, 0)
    if found and found[0] in ("greeting", "thanks") and found[1] < len(clause):
        return found
    return None
