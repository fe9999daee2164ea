"""A page as a browser would read it, as far as the tests need."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"meta", "input", "br", "link", "img"})


@dataclass
class Node:
    """An element with its attributes, children and text."""

    tag: str
    attrs: dict[str, str]
    children: "list[Node | str]" = field(default_factory=list)

    def all(self, tag: str, **attrs: str) -> "list[Node]":
        """The elements below of that tag whose attributes hold these words; ``class_`` stands for class."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
        return [
            node
            for node in self.walk()
            if tag in ("*", node.tag) and all(v in node.attrs.get(k, "").split() for k, v in wanted.items())
        ]

    def one(self, tag: str, **attrs: str) -> "Node":
        (node,) = self.all(tag, **attrs)
        return node

    def walk(self) -> "Iterator[Node]":
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    @property
    def raw(self) -> str:
        return "".join(c if isinstance(c, str) else c.raw for c in self.children)

    @property
    def text(self) -> str:
        """What is read, without the words for screen readers only."""
        if "sr" in self.attrs.get("class", "").split():
            return ""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def line(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(page: str) -> Node:
    """The page's root; raises AssertionError where an element is not closed in its turn."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    assert parser.open == [parser.root]
    return parser.root
