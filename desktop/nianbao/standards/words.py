"""Chinese words of the field, for breaking titles and naming figures.

A dictionary of our own (`resources/words.txt`) loads in milliseconds; jieba's takes a third of a
second and leaves a cache in the shared temp folder. What the dictionary lacks, jieba guesses.
"""

import logging
from functools import lru_cache

import jieba

from nianbao import shipped

jieba.setLogLevel(logging.WARNING)


class _Tokenizer(jieba.Tokenizer):  # type: ignore[misc]  # jieba carries no types
    """jieba's tokenizer over a small dictionary, without its cache file."""

    initialized: bool

    def initialize(self, dictionary: str | None = None) -> None:
        """Load the dictionary once, leaving nothing behind on the disk."""
        del dictionary
        if not self.initialized:
            self.FREQ, self.total = self.gen_pfdict(self.get_dict_file())
            self.initialized = True


@lru_cache(maxsize=1)
def _tokenizer() -> _Tokenizer:
    return _Tokenizer(str(shipped.path("resources", "words.txt")))


def cut(text: str) -> list[str]:
    """Return the words of a text, in order; joined they give the text back."""
    return list(_tokenizer().lcut(text))
