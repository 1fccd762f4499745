"""Texts that run when a page shows them as they are. Each calls `ran` with its number."""

from collections.abc import Iterator
from itertools import product

# Out of whatever the text was put into.
WAYS_OUT = (
    "",
    '">',
    "'>",
    '"><!--',
    "-->",
    "</textarea>",
    "</title>",
    "</script>",
    "</style>",
    "</option></select>",
    "</svg>",
    "</noscript>",
    "</template>",
    "]]>",
    "\\u003c/script>",
    "%3E",
    "\n\n",
    "&lt;b&gt;",
    "a@b.example<",
    "0141 496 0100 ",
)
SCRIPTS = (
    "<script>ran({0})</script>",
    "<ScRiPt >ran({0})</sCrIpT>",
    "<script src='data:text/javascript,ran({0})'></script>",
    "<img src=x onerror=ran({0})>",
    "<img/src/onerror=ran({0})//>",
    "<svg onload=ran({0})></svg>",
    "<svg><animate onbegin=ran({0}) attributeName=x dur=1s></svg>",
    "<svg><script>ran({0})</script></svg>",
    "<iframe srcdoc='<script>parent.ran({0})</script>'></iframe>",
    "<iframe src='javascript:parent.ran({0})'></iframe>",
    "<object data='javascript:parent.ran({0})'></object>",
    "<details open ontoggle=ran({0})><summary>a</summary></details>",
    "<input autofocus onfocus=ran({0})>",
    "<audio src=x onerror=ran({0})></audio>",
    "<video><source src=x onerror=ran({0})></video>",
    "<style>@keyframes k{{}}</style><b style='animation-name:k' onanimationstart=ran({0})>a</b>",
    "<link rel=stylesheet href='data:text/css,a{{}}' onload=ran({0})>",
    "<math><mtext><table><mglyph><style><img src=x onerror=ran({0})></style></mglyph></table></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=ran({0})>'></noscript>",
    "<a href='javascript:ran({0})' id=x{0} ping=x>a</a><img src=x onerror='document.getElementById(`x{0}`).click()'>",
    "<script>alert({0});ran({0})</script>",
    '" autofocus onfocus=ran({0}) x="',
    "' onmouseover=ran({0}) style='position:fixed;inset:0' x='",
    "{{{{constructor.constructor('ran({0})')()}}}}",
    "${{ran({0})}}<script type=module>ran({0})</script>",
)


def scripts() -> Iterator[str]:
    """Every script after every way out."""
    for number, (out, script) in enumerate(product(WAYS_OUT, SCRIPTS)):
        yield out + script.format(number)
