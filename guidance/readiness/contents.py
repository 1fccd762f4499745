"""What a check holds, and how it is sealed: under its own code, so that only who has the link can open it."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.db import models
from django.utils.translation import gettext_lazy as _

from guidance.body_text import ENDINGS

PURPOSE = b"guidance.readiness contents"
MARK_LENGTH = 16


class Reply(models.TextChoices):
    """What a team can say to a statement."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NOT_YET = "not-yet", _("Not yet")
    NO = "no", _("No")
    NOT_FOR_US = "not-for-us", _("Not for us")


GAPS = (str(Reply.PARTLY), str(Reply.NOT_YET), str(Reply.NO))


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one statement, and what is planned for it.

    `words` and `level` are the statement's when it was last answered: it may be gone by now.
    """

    reply: str = ""
    evidence: str = ""
    role: str = ""
    due: date | None = None
    words: str = ""
    level: str = ""

    @property
    def is_gap(self) -> bool:
        return self.reply in GAPS

    @property
    def reply_words(self) -> str:
        return str(Reply(self.reply).label) if self.reply else ""

    @property
    def said(self) -> str:
        """The answer with its evidence, as sentences."""
        end = "" if self.evidence[-1:] in (*ENDINGS, "") else "."
        return f"{self.reply_words}. {self.evidence}{end}".strip() if self.reply else ""

    @property
    def answer_mark(self) -> str:
        """Tells whether the answer is still what a page showed, without saying it."""
        return _mark(self.reply, self.evidence)

    @property
    def plan_mark(self) -> str:
        """The same of what is planned."""
        return _mark(self.role, self.due.isoformat() if self.due else "")


NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class CheckContents:
    """Every answer of a check, by the key of its statement."""

    answers: dict[str, Answer] = field(default_factory=dict)

    def of(self, key: str) -> Answer:
        return self.answers.get(key, NOTHING)

    def with_answers(self, changed: dict[str, Answer]) -> "CheckContents":
        return replace(self, answers={**self.answers, **changed})


def seal(contents: CheckContents, code: str) -> str:
    """Encrypt for storage."""
    rows = {
        key: [each.reply, each.evidence, each.role, each.due.isoformat() if each.due else "", each.words, each.level]
        for key, each in contents.answers.items()
    }
    return _lock(code).encrypt(json.dumps({"answers": rows}, ensure_ascii=False).encode()).decode()


def unseal(sealed: str, code: str) -> CheckContents:
    """Open what `seal` wrote. Raises `InvalidToken` for another code."""
    if not sealed:
        return CheckContents()
    rows = json.loads(_lock(code).decrypt(sealed.encode()))["answers"]
    return CheckContents(
        {
            key: Answer(reply, evidence, role, date.fromisoformat(due) if due else None, words, level)
            for key, (reply, evidence, role, due, words, level) in rows.items()
        }
    )


def _lock(code: str) -> Fernet:
    key = HKDF(hashes.SHA256(), 32, salt=None, info=PURPOSE).derive(code.encode())
    return Fernet(urlsafe_b64encode(key))


def _mark(*parts: str) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()[:MARK_LENGTH]
