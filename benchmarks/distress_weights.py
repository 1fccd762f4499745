"""Learn how much each weak sign speaks for distress, and write search/distress/words/sign_weights.txt.

Run with `python -m benchmarks.distress_weights` after a change of the groups, the lexicon or the phrases that are
learned from; the same input gives the same file. With `--folds` it writes nothing: it prints how well phrases are
judged by weights that were learned without them.
"""

import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from pathlib import Path

from benchmarks.distress import COMMON, LEARNED_FROM, ORDINARY, Judged, read_judged, read_lines
from search.distress import KINDS
from search.distress.data import WORDS
from search.distress.recognition import ENOUGH_WEIGHT, labels_by_phrases, sign_words
from search.distress.signs import BIAS, Signs

ROUNDS, STEP_SIZE, SHRINKING = 10, 0.15, 1e-3
# A sign that stands in fewer phrases says too little about others.
FEWEST_PHRASES = 3
# The commonest requests must raise no alarm, so they count as often as this.
TIMES_COMMON = 4
# Hundredths below which a weight is left out.
LEAST = 15
FOLDS, SEED = 5, 11
TARGET = WORDS / "sign_weights.txt"
HEADER = """# Learned by `python -m benchmarks.distress_weights`; do not edit.
# A sign, then in hundredths how much it speaks for distress and for each kind: {kinds}.
# {bias} stands for what comes before any sign. Editors' phrases and ours decide before these are asked.
"""

Signed = tuple[Set[str], Judged]
Weights = dict[str, tuple[float, ...]]


def signed(judged: Judged) -> Signed:
    """A phrase with all its signs."""
    known = sign_words()
    _, sentences = labels_by_phrases(judged.phrase)
    return frozenset().union(*(known.signs(words) for words in sentences)), judged


def learned(texts: Sequence[Signed]) -> Weights:
    """The weights that tell these phrases apart, rounded as they are written down."""
    counts = Counter(sign for signs, _ in texts for sign in signs)
    kept = {sign for sign, count in counts.items() if count >= FEWEST_PHRASES}
    known = [(sorted({BIAS, *(signs & kept)}), judged) for signs, judged in texts]
    for_distress = _descend(known, lambda judged: (1.0,) if judged.is_distress else (0.0,), 1)
    told = [([sign for sign in signs if _has_kinds(sign)], judged) for signs, judged in known if judged.is_distress]
    for_kinds = _descend(told, lambda judged: tuple(float(judged.kind == kind) for kind in KINDS), len(KINDS))
    none = (0.0,) * len(KINDS)
    return {
        sign: weights
        for sign in sorted({BIAS, *kept})
        if any(weights := _rounded((*for_distress[sign], *for_kinds.get(sign, none)), always=sign == BIAS))
    }


def _has_kinds(sign: str) -> bool:
    """Pairs say too little about the kind for the room they take."""
    return " " not in sign


def _rounded(weights: Sequence[float], *, always: bool) -> tuple[float, ...]:
    hundredths = [round(100 * weight) for weight in weights]
    return tuple(each / 100 if always or abs(each) >= LEAST else 0.0 for each in hundredths)


def _descend(
    texts: Sequence[tuple[Sequence[str], Judged]], wanted: Callable[[Judged], Sequence[float]], width: int
) -> dict[str, list[float]]:
    """Logistic regression by stochastic gradient descent, each weight with its own step (AdaGrad)."""
    weights = {sign: [0.0] * width for signs, _ in texts for sign in signs}
    squares = {sign: [1.0] * width for sign in weights}
    order, chance = list(range(len(texts))), random.Random(SEED)
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for number in order:
            signs, judged = texts[number]
            for place, error in enumerate(_errors(signs, weights, wanted(judged))):
                if abs(error) < 0.01:
                    continue
                for sign in signs:
                    slope = error + SHRINKING * weights[sign][place]
                    squares[sign][place] += slope * slope
                    weights[sign][place] -= STEP_SIZE * slope / math.sqrt(squares[sign][place])
    return weights


def _errors(signs: Sequence[str], weights: Mapping[str, Sequence[float]], wanted: Sequence[float]) -> list[float]:
    sums = [sum(column) for column in zip(*(weights[sign] for sign in signs), strict=True)]
    if len(sums) == 1:
        likely = [1 / (1 + math.exp(-max(-30.0, min(30.0, sums[0]))))]
    else:
        shares = [math.exp(each - max(sums)) for each in sums]
        likely = [each / sum(shares) for each in shares]
    return [is_likely - is_wanted for is_likely, is_wanted in zip(likely, wanted, strict=True)]


def write(weights: Weights, path: Path = TARGET) -> None:
    """Write weights down, one sign a line; kinds are left out where none is spoken for."""
    lines = []
    for sign, (for_distress, *for_kinds) in weights.items():
        numbers = [for_distress, *(for_kinds if any(for_kinds) else ())]
        lines.append(f"{sign}: {' '.join(str(round(100 * each)) for each in numbers)}\n")
    path.write_text(HEADER.format(kinds=", ".join(KINDS), bias=BIAS) + "".join(lines), encoding="utf-8")


def texts_to_learn_from() -> dict[str, list[Signed]]:
    """All phrases by the file they stand in."""
    files = {path.stem: read_judged(path) for path in LEARNED_FROM}
    for path in (ORDINARY, COMMON):
        files[path.stem] = [Judged(phrase, "", False) for phrase in read_lines(path)]
    return {name: [signed(each) for each in judged] for name, judged in files.items()}


def _as_often(texts: Sequence[tuple[str, Signed]]) -> list[Signed]:
    """Texts, each with the name of its file, as often as they count."""
    return [text for name, text in texts for _ in range(TIMES_COMMON if name == COMMON.stem else 1)]


def print_folds(files: Mapping[str, Sequence[Signed]]) -> None:
    """How phrases of each file are judged by weights learned from the others, and together with our phrases."""
    texts = [(name, text) for name, signs in files.items() for text in signs]
    random.Random(SEED).shuffle(texts)
    counts: Counter = Counter()
    for fold in range(FOLDS):
        weights = learned(_as_often([text for number, text in enumerate(texts) if number % FOLDS != fold]))
        signs = Signs(sign_words(), weights, tuple(KINDS))
        for name, (found, judged) in texts[fold::FOLDS]:
            by_signs = signs.weight(found) > ENOUGH_WEIGHT
            key = name, judged.is_distress
            counts[key] += 1
            counts[*key, "signs"] += by_signs
            counts[*key, "both"] += by_signs or bool(labels_by_phrases(judged.phrase)[0])
            counts[*key, "kind"] += judged.kind in signs.likely_kinds(found)
    for name in files:
        for is_distress in (True, False):
            if total := counts[name, is_distress]:
                shares = [
                    f"{what} {counts[name, is_distress, what] / total:.3f}" for what in ("signs", "both", "kind")
                ]
                print(f"{name:24}{'distress' if is_distress else 'harmless':10}{total:6}  {'  '.join(shares)}")


def main() -> None:
    """Learn and write, or print how well it generalises."""
    files = texts_to_learn_from()
    if "--folds" in sys.argv:
        print_folds(files)
    else:
        write(learned(_as_often([(name, text) for name, texts in files.items() for text in texts])))


if __name__ == "__main__":
    main()
