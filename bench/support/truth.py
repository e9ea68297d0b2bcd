"""What the documents of a corpus said as of a date: the two clocks, as plainly as they can be written."""

import bisect
import collections


class Truth:
    """Answers from the states of a corpus, imported in the order of their lines.

    As of a date stands the state with the greatest (valid date, place in the corpus) among those whose date's
    first second is not after it. Of two dates with one first second the coarser comes first.
    """

    def __init__(self, states):
        self._histories = collections.defaultdict(list)
        for state in states:
            self._histories[state.document].append(state)
        self._firsts = {}
        for document, history in self._histories.items():
            history.sort(key=lambda state: (state.first, state.precision, state.line))
            self._firsts[document] = [state.first for state in history]

    @property
    def documents(self):
        """The ids, in the order in which they came."""
        return list(self._histories)

    def ask(self, document, at):
        """The state that stands at the second `at` (it may be a removal), or None before the first."""
        place = bisect.bisect_right(self._firsts[document], at)
        return self._histories[document][place - 1] if place else None

    def stands_at_its_date(self, state):
        """Whether a question for the state's own date is answered by this very state."""
        return self.ask(state.document, state.last) is state
