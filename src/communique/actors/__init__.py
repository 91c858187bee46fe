"""Words of an article to who they are, on the article's date."""

from communique.actors.check import check
from communique.actors.mention import Mention, Mentions
from communique.actors.resolve import Resolver

__all__ = ["Mention", "Mentions", "Resolver", "check"]
