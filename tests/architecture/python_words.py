"""Finds words of Python modules that people read and that do not go through gettext."""

import ast
import re
from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]{2,}")
TRANSLATED = {
    "_",
    "gettext",
    "gettext_lazy",
    "lazy",
    "ngettext",
    "ngettext_lazy",
    "npgettext",
    "pgettext",
    "pgettext_lazy",
}
# Keywords, and names in the body of a class, whose strings are shown.
SHOWN = {
    "description",
    "empty_label",
    "error_message",
    "heading",
    "help_text",
    "hint",
    "item_label",
    "label",
    "menu_label",
    "non_block_errors",
    "page_description",
    "page_title",
    "success_message",
    "verbose_name",
    "verbose_name_plural",
    "violation_error_message",
}
# The last argument of each is said to somebody.
MESSAGES = {"debug", "info", "success", "warning", "error"}
SAYS = {"ValidationError", "StructBlockValidationError"}
# All that they are given is shown, but for addresses.
TITLED = {"Breadcrumb", "Link", "Notice", "Promoted"}
ADDRESS = re.compile(r"(?:[a-z]+:|/|#|\?)")
CHOICES = {"TextChoices", "IntegerChoices"}
# The first argument of these names a model.
RELATIONS = {"ForeignKey", "ParentalKey", "ManyToManyField", "ParentalManyToManyField", "OneToOneField"}


def untranslated(source: str) -> list[str]:
    """Strings with words where they are shown, outside the calls that translate."""
    found: list[str] = []
    for node in ast.walk(ast.parse(source)):
        for shown in _shown(node):
            found += _words(shown)
    return found


def _shown(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call):
        yield from _shown_by(node)
    elif isinstance(node, ast.ClassDef):
        yield from _shown_in(node)
    elif isinstance(node, ast.Assign) and any("CHOICES" in _name(target) for target in node.targets):
        yield from _labels(node.value)


def _shown_by(call: ast.Call) -> Iterator[ast.AST]:
    name = _name(call.func)
    for keyword in call.keywords:
        if keyword.arg in SHOWN:
            yield keyword.value
        elif keyword.arg == "choices":
            yield from _labels(keyword.value)
    if name in SAYS:
        yield from call.args[:1]
    elif name == "add_error" or (
        name in MESSAGES and isinstance(call.func, ast.Attribute) and _name(call.func.value) == "messages"
    ):
        yield from call.args[1:]
    elif name in TITLED:
        yield from call.args
    elif name.endswith("Field") and name not in RELATIONS and (_is_of(call, "models") or name == "ChoicesField"):
        yield from call.args[:1]


def _is_of(call: ast.Call, module: str) -> bool:
    """Whether it is called by its module. Fields of models take their name first, and those of forms take none."""
    return isinstance(call.func, ast.Attribute) and _name(call.func.value) == module


def _shown_in(made: ast.ClassDef) -> Iterator[ast.AST]:
    bases = {_name(base) for base in made.bases}
    if "AppConfig" in bases:
        # Its label is a name for machines, and nobody sees the other one.
        return
    is_choices = bool(bases & CHOICES)
    for statement in made.body:
        if isinstance(statement, ast.Assign):
            if is_choices and isinstance(statement.value, ast.Tuple):
                yield statement.value.elts[-1]
            elif any(_name(target) in SHOWN for target in statement.targets):
                yield statement.value


def _labels(choices: ast.AST) -> Iterator[ast.AST]:
    """The second of each pair."""
    if isinstance(choices, ast.Tuple | ast.List):
        for pair in choices.elts:
            if isinstance(pair, ast.Tuple) and len(pair.elts) == 2:
                yield pair.elts[1]


def _words(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and WORD.search(node.value) and not ADDRESS.match(node.value):
            yield node.value
    elif isinstance(node, ast.Call):
        # What a call is given is its own matter, but for a sentence that is filled in.
        if _name(node.func) == "format" and isinstance(node.func, ast.Attribute):
            yield from _words(node.func.value)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _words(value)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod):
        yield from _words(node.left)
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)
    elif isinstance(node, ast.BinOp | ast.BoolOp | ast.JoinedStr | ast.List | ast.Tuple):
        for part in ast.iter_child_nodes(node):
            yield from _words(part)


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


# A sentence, or the part of one: a capital and two words, or three words.
PROSE = re.compile(r"^[A-Z“][^\W\d_]*[,.:;]? [^\W\d_]{2,}|[^\W\d_]{2,}[,.:;]? [^\W\d_]+[,.:;]? [^\W\d_]{2,}")
MACHINES = re.compile(
    r"<|[a-z]+/[a-z]|^[A-Z]{4,} |govuk-|hub-|\\|no-store|noindex|attachment;|filename=|max-age|WHERE "
)
# What these are given is written for whoever runs the hub, or is an example in an editor's list of blocks.
UNSHOWN = {"log_failure", "warning", "info", "exception", "error", "getLogger", "register_setting"}
RUNS = {"ImproperlyConfigured", "RuntimeError", "TypeError", "LookupError", "AssertionError", "LogicError"}
EXAMPLES = {"preview_value", "default"}


def prose(source: str) -> list[str]:
    """Texts of several words anywhere in a module, outside the calls that translate. Some are shown to nobody."""
    tree = ast.parse(source)
    left_out = {id(part) for node in ast.walk(tree) for skipped in _unshown(node) for part in ast.walk(skipped)}
    texts = ((node, _sentence(node)) for node in ast.walk(tree) if id(node) not in left_out)
    return [text for _node, text in texts if PROSE.search(text) and not MACHINES.search(text)]


def _unshown(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node
    elif isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))
    elif isinstance(node, ast.Call):
        if _name(node.func) in TRANSLATED | UNSHOWN | RUNS | {"noop"}:
            yield node
        yield from (keyword for keyword in node.keywords if keyword.arg in EXAMPLES)
    elif isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        yield from [node] if any(_name(target) in EXAMPLES for target in targets) else []


def _sentence(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.strip()
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "X" for part in node.values).strip()
    return ""
