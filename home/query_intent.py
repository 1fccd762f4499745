"""Query intent: does somebody ask how a peer scheme is run, or look for help?"""

import re

from search.text.normalise import folded_words

# Kinds of documents that tell how something is done. They come first for whoever asks how.
GUIDANCE_KINDS = ("guide", "stage")
QUESTION = re.compile(
    r"(?:how|what|why|when|who|which|where|should|must|can|could|do|does|is|are|will|need|tips|advice|guidance)\b"
)
SCHEME_WORDS = re.compile(
    r"\b(?:peers?|mentors?|mentoring|volunteers?|volunteering|schemes?|lived experience|workers?|staff|"
    r"roles?|teams?|we|our)\b"
)
RUNNING_ONE = re.compile(
    r"\b(?:recruit\w*|advert\w*|interview\w*|induct\w*|train\w*|supervis\w*|manag\w*|boundar\w*|expens\w*|wages?|"
    r"paid|pay|paying|salar\w*|evidence|proof|evaluat\w*|outcomes?|policy|policies|hr|vetting|dbs|pvg|disclosure|"
    r"insurance|fund\w*|cost\w*|ready|readiness|confidential\w*|safeguard\w*|lone working|job description|set up|"
    r"setting up|start\w*|best practice|framework|specification|buy in)\b"
)


def asks_about_schemes(text: str) -> bool:
    """Whether a text asks how something about peers, volunteers or staff is done, or names what running one takes."""
    words = " ".join(folded_words(text))
    return bool(SCHEME_WORDS.search(words) and (QUESTION.match(words) or RUNNING_ONE.search(words)))
