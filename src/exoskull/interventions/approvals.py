"""Asking the person: a single-use code bound to the exact words of what is to be done."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import LiteralString
from uuid import UUID

from exoskull.database.transaction import Transaction
from exoskull.kit.ids import Ids

LIFETIME = timedelta(hours=24)
TRIES_MAX = 5


class ApprovalState(StrEnum):
    OPEN = "open"
    APPROVED = "approved"
    REJECTED = "rejected"
    EXPIRED = "expired"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A question to the person. `content_hash` is what exactly a yes is a yes to."""

    id: UUID
    subject_kind: str
    subject_id: UUID
    content_hash: str
    code_hash: str
    created_at: datetime
    expires_at: datetime
    tries: int
    state: ApprovalState
    answered_at: datetime | None
    answered_by: str | None


_COLUMNS: LiteralString = """
    id, subject_kind, subject_id, content_hash, code_hash, created_at, expires_at,
    tries, state, answered_at, answered_by"""


def hash_code(approval_id: UUID, code: str) -> str:
    """What is kept of a code; four digits hold against guessing by the count of tries."""
    return hashlib.sha256(f"{approval_id}:{code}".encode()).hexdigest()


def _code_from(noise: UUID) -> str:
    digest = hashlib.sha256(b"approval-code" + noise.bytes).digest()
    return f"{1000 + int.from_bytes(digest[:8], 'big') % 9000}"


async def ask(
    tx: Transaction,
    *,
    subject_kind: str,
    subject_id: UUID,
    content_hash: str,
    at: datetime,
    ids: Ids,
) -> tuple[Approval, str]:
    """Open a question; returns it with its code, which is kept nowhere.

    A code that is open for another question of the tenant is not given twice.
    """
    open_ones = await open_questions(tx, at)
    approval_id = ids.new()
    code = _code_from(ids.new())
    while any(hash_code(other.id, code) == other.code_hash for other in open_ones):
        code = _code_from(ids.new())
    approval = await tx.one(
        Approval,
        f"""
        insert into approvals (tenant_id, {_COLUMNS})
        values (%(tenant)s, %(id)s, %(kind)s, %(subject)s, %(content)s, %(code)s, %(at)s,
                %(expires)s, 0, 'open', null, null)
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=approval_id,
        kind=subject_kind,
        subject=subject_id,
        content=content_hash,
        code=hash_code(approval_id, code),
        at=at,
        expires=at + LIFETIME,
    )
    return approval, code


async def open_questions(tx: Transaction, at: datetime) -> list[Approval]:
    """What the person was asked and has not answered, oldest first."""
    return await tx.fetch(
        Approval,
        f"""
        select {_COLUMNS} from approvals
         where tenant_id = %(tenant)s and state = 'open' and expires_at > %(at)s
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        at=at,
    )


async def open_about(tx: Transaction, subjects: Sequence[UUID], at: datetime) -> list[Approval]:
    """The open questions about any of `subjects`, oldest first."""
    return await tx.fetch(
        Approval,
        f"""
        select {_COLUMNS} from approvals
         where tenant_id = %(tenant)s and state = 'open' and expires_at > %(at)s
           and subject_id = any(%(subjects)s)
         order by created_at, id
        """,
        tenant=tx.tenant_id,
        subjects=list(subjects),
        at=at,
    )


async def by_code(tx: Transaction, code: str, at: datetime) -> Approval | None:
    """The open question that `code` answers.

    A code that fits none counts as a try against every open question; at five tries a question
    is locked, so that guessing ends.
    """
    questions = await open_questions(tx, at)
    for question in questions:
        if hmac.compare_digest(hash_code(question.id, code), question.code_hash):
            return question
    await tx.execute(
        """
        update approvals
           set tries = tries + 1,
               state = case when tries + 1 >= %(most)s then 'locked' else state end
         where tenant_id = %(tenant)s and state = 'open' and expires_at > %(at)s
        """,
        tenant=tx.tenant_id,
        most=TRIES_MAX,
        at=at,
    )
    return None


async def answer(
    tx: Transaction, approval_id: UUID, *, yes: bool, by: str, at: datetime
) -> Approval | None:
    """Answer an open question once; None where it is no longer open."""
    return await tx.maybe(
        Approval,
        f"""
        update approvals
           set state = %(state)s, answered_at = %(at)s, answered_by = %(by)s
         where tenant_id = %(tenant)s and id = %(id)s and state = 'open' and expires_at > %(at)s
        returning {_COLUMNS}
        """,
        tenant=tx.tenant_id,
        id=approval_id,
        state=ApprovalState.APPROVED if yes else ApprovalState.REJECTED,
        at=at,
        by=by,
    )


async def is_approved(tx: Transaction, subject_id: UUID, content_hash: str) -> bool:
    """Whether the person said yes to exactly this."""
    return bool(
        await tx.value(
            """
            select exists (select 1 from approvals
                            where tenant_id = %(tenant)s and subject_id = %(subject)s
                              and content_hash = %(content)s and state = 'approved')
            """,
            tenant=tx.tenant_id,
            subject=subject_id,
            content=content_hash,
        )
    )


async def withdraw(tx: Transaction, subject_id: UUID, at: datetime) -> None:
    """Close what is asked about `subject_id`: it is no longer to be done."""
    await tx.execute(
        """
        update approvals set state = 'expired', answered_at = %(at)s
         where tenant_id = %(tenant)s and subject_id = %(subject)s and answered_at is null
        """,
        tenant=tx.tenant_id,
        subject=subject_id,
        at=at,
    )


async def expire(tx: Transaction, at: datetime) -> list[UUID]:
    """Close questions whose time is over or whose tries are used up; returns their subjects."""
    rows = await tx.dicts(
        """
        update approvals set state = 'expired', answered_at = %(at)s
         where tenant_id = %(tenant)s and answered_at is null
           and (state = 'locked' or (state = 'open' and expires_at <= %(at)s))
        returning subject_id
        """,
        tenant=tx.tenant_id,
        at=at,
    )
    return [row["subject_id"] for row in rows]
