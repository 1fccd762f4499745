"""Words with their forms and spellings, and slots of words that mean alike."""

import re
from collections.abc import Iterable, Mapping

from search.distress.word_forms import any_forms, noun_forms, verb_forms

SLOT = re.compile(r"<([a-z-]+)>\Z")
# Stands for every number from ten on.
ANY_LARGER_NUMBER = "<many>"

Words = Mapping[str, tuple[str, ...]]


class Lexicon:
    """What a word of a phrase stands for."""

    def __init__(self, *, verbs: Iterable[str], spellings: Words, nouns: Words, others: Words) -> None:
        """verbs: each with its forms that are not regular. spellings: for a word the other ways to write it.

        nouns and others: slots with their words; those of nouns get their plurals. A slot may hold others.
        """
        self._verbs: dict[str, frozenset[str]] = {}
        for line in verbs:
            base, *irregular = line.split()
            self._verbs[base] = frozenset(verb_forms(base).union(irregular))
        self._spellings = {word: frozenset(written) for word, written in spellings.items()}
        self._nouns, self._others = nouns, others
        self._slots: dict[str, frozenset[str]] = {ANY_LARGER_NUMBER.strip("<>"): frozenset({ANY_LARGER_NUMBER})}

    def word(self, word: str) -> frozenset[str]:
        """A word with its forms, if it is a known verb, and its other spellings."""
        return self._spelled(self._verbs.get(word, frozenset({word})))

    def exactly(self, word: str) -> frozenset[str]:
        """One form of a word with its other spellings."""
        return self._spelled(frozenset({word}))

    def any_form(self, word: str) -> frozenset[str]:
        """A word with every ending it may have."""
        return self._spelled(frozenset(any_forms(word)) | self._verbs.get(word, frozenset()))

    def slot(self, name: str) -> frozenset[str]:
        """The words of a slot. Raises ValueError when there is none of this name."""
        if name not in self._slots:
            if name not in self._nouns and name not in self._others:
                raise ValueError(f"There is no slot {name!r}")
            plural = name in self._nouns
            words = (self._nouns if plural else self._others)[name]
            self._slots[name] = frozenset().union(*(self._member(word, plural=plural) for word in words))
        return self._slots[name]

    def any_member(self, member: str) -> frozenset[str]:
        """A word with every ending it may have, or the words of a slot that is written as `<slot>`."""
        if found := SLOT.match(member):
            return self.slot(found[1])
        return self.any_form(member)

    def plain_forms(self) -> dict[str, str]:
        """For each form or spelling of a word of the lexicon the plain one."""
        plain: dict[str, str] = {}
        for verb, forms in self._verbs.items():
            for form in forms:
                plain.setdefault(form, verb)
        for word, written in self._spellings.items():
            for form in written:
                plain.setdefault(form, plain.get(word, word))
        for words in self._nouns.values():
            for word in words:
                for form in noun_forms(word) - {word}:
                    plain.setdefault(form, word)
        return plain

    def _member(self, word: str, *, plural: bool) -> frozenset[str]:
        if found := SLOT.match(word):
            return self.slot(found[1])
        if word.startswith("="):
            return self.exactly(word[1:])
        if plural:
            return self._spelled(frozenset(noun_forms(word)))
        return self.word(word)

    def _spelled(self, words: frozenset[str]) -> frozenset[str]:
        return words.union(*(self._spellings[word] for word in words if word in self._spellings))
