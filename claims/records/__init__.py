"""The records that flow through the program; its modules hold them in the order in which they arise.

All are frozen: a stage takes records and returns new ones. Spans count characters of
``Article.text`` as given, start inclusive, end exclusive.
"""

from claims.records.articles import NOT_ENGLISH, Article, ReadFailure, Sentence
from claims.records.claim import CONTEXT, Claim, Quantity, Slot
from claims.records.decisions import Choice, Decision, Opinion, Scope, SecondReading
from claims.records.facts import Candidate, Considered, Fact
from claims.records.findings import (
    CheckedArticle,
    Coverage,
    Disagreement,
    Finding,
    Lack,
    Place,
    Repair,
    UnjudgedSentence,
)
from claims.records.kinds import Modality, Precision, Reason, Shape, Verdict, Voice
from claims.records.mentions import DurationMention, EntityMention, Sense, TimeMention
from claims.records.spans import Interval, Span

__all__ = [
    "CONTEXT",
    "NOT_ENGLISH",
    "Article",
    "Candidate",
    "CheckedArticle",
    "Choice",
    "Claim",
    "Considered",
    "Coverage",
    "Decision",
    "Disagreement",
    "DurationMention",
    "EntityMention",
    "Fact",
    "Finding",
    "Interval",
    "Lack",
    "Modality",
    "Opinion",
    "Place",
    "Precision",
    "Quantity",
    "ReadFailure",
    "Reason",
    "Repair",
    "Scope",
    "SecondReading",
    "Sense",
    "Sentence",
    "Shape",
    "Slot",
    "Span",
    "TimeMention",
    "UnjudgedSentence",
    "Verdict",
    "Voice",
]
