"""Scots spellings of everyday words, as the English that pages are written in."""

# Only what is no English word of its own, or hardly ever one in a search.
PAIRS = """
    aboot about; aff off; afore before; ain own; anither another; atween between; auld old; aw all; awa away;
    aye always; bairn child; bairns children; baith both; cannae cannot; canny cannot; comin coming;
    couldnae couldnt; dae do; daein doing; deid dead; didnae didnt; dinnae dont; dinny dont; disnae doesnt;
    doon down; dug dog; fae from; feart frightened; fitba football; fower four; frae from; fur for; gaun going;
    gettin getting; gie give; gonnae going; hadnae hadnt; hame home; hasnae hasnt; haud hold; havnae havent;
    heid head; hoose house; isnae isnt; jist just; ken know; lookin looking; ma my; mair more; masel myself;
    mebbe maybe; nae no; naebody nobody; naewhere nowhere; noo now; nuhin nothing; nuthin nothing; oan on; ony any;
    oor our; oot out; ootside outside; ower over; roon round; sair sore; shouldnae shouldnt; somethin something;
    stoap stop; sumhin something; tae to; telt told; thon that; wean child; weans children; werenae werent; wi with;
    willnae wont; wis was; wisnae wasnt; wouldnae wouldnt; wur our; ye you; yer your
"""
ENGLISH = dict(pair.split() for pair in PAIRS.split(";"))


def in_english(word: str) -> str:
    """The English for a Scots word in lower case without apostrophes; any other word as it is."""
    return ENGLISH.get(word, word)
