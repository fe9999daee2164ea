"""Fact-claims: finds statements in articles that do not fit known facts."""

from importlib.metadata import version

__version__ = version("fact-claims")
