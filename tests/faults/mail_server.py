"""A mail server on loopback that takes mail, is away, or lets everyone wait."""

import asyncio
import email
import socket
from email.message import Message
from enum import Enum

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Mood(Enum):
    TAKES_MAIL = "takes mail"
    AWAY = "away"
    HANGS = "hangs"


class MailServer:
    """Counts what it took by Message-ID: a mail that comes twice is one for its reader."""

    def __init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.taken: dict[str, Message] = {}
        self.seconds_a_mail = 0.0
        self.most_at_once = self._at_once = 0
        self.mood = Mood.AWAY
        self._controller: Controller | None = None

    def be(self, mood: Mood) -> None:
        """Change the mood now."""
        if self._controller is not None:
            self._controller.stop()
            self._controller = None
        self.mood = mood
        if mood is not Mood.AWAY:
            self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
            self._controller.start()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            await asyncio.sleep(3600 if self.mood is Mood.HANGS else self.seconds_a_mail)
        finally:
            self._at_once -= 1
        message = email.message_from_bytes(envelope.original_content or b"")
        self.taken[str(message["Message-ID"])] = message
        return "250 Taken"

    def subjects(self) -> list[str]:
        return [str(message["Subject"]) for message in self.taken.values()]
