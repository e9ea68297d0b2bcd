"""Tables of figures: git's, Muragat's, and what the one is to the other."""

import dataclasses
import json
from typing import Optional

SECONDS, BYTES, RATE, MICROSECONDS, MILLISECONDS, SHARE, COUNT = "s", "bytes", "/s", "µs", "ms", "%", ""
_MORE_IS_BETTER = (RATE, SHARE)


def _digits(value):
    """Three significant digits, thousands parted by commas."""
    if value == 0:
        return "0"
    magnitude = abs(value)
    places = 0 if magnitude >= 99.95 else 1 if magnitude >= 9.995 else 2 if magnitude >= 0.9995 else 3
    return f"{value:,.{places}f}"


def write_figure(value, unit):
    """A figure with its unit, short: 861 KB, 0.42 s, 12.1 µs, 98.5%."""
    if value is None:
        return "–"
    if unit == BYTES:
        for size, name in ((1e9, "GB"), (1e6, "MB"), (1e3, "KB")):
            if value >= size:
                return f"{_digits(value / size)} {name}"
        return f"{value:,.0f} B"
    if unit == SHARE:
        return f"{100 * value:.1f}%" if value < 1 else "100%"
    if unit == COUNT:
        return f"{value:,.0f}"
    if unit == RATE:
        return f"{_digits(value)}/s"
    return f"{_digits(value)} {unit}".strip()


@dataclasses.dataclass
class Row:
    """One measure; None stands for what was not measured."""

    name: str
    unit: str
    git: Optional[float]
    muragat: Optional[float]
    note: str = ""

    @property
    def ratio(self):
        """Muragat's figure divided by git's, or None."""
        return self.muragat / self.git if self.git and self.muragat is not None else None

    def verdict(self):
        """Which is better, and how many times: \"Muragat 2.31×\"."""
        if not self.ratio:
            return "–"
        if abs(self.ratio - 1) < 0.005:
            return "even"
        times = self.ratio if self.unit in _MORE_IS_BETTER else 1 / self.ratio
        return f"Muragat {times:.2f}×" if times >= 1 else f"git {1 / times:.2f}×"

    def cells(self):
        """The row as it is printed."""
        ratio = "–"
        if self.ratio is not None:
            ratio = f"{self.ratio:.2f}" if self.ratio >= 0.1 else f"{self.ratio:.3f}"
        return [self.name, write_figure(self.git, self.unit), write_figure(self.muragat, self.unit), ratio,
                self.verdict(), self.note]


def compare_table(rows, markdown=False):
    """Rows beside each other, as text for a terminal or in Markdown."""
    head = ["", "git", "Muragat", "ratio", "better", "note"]
    return lay_out(head, [row.cells() for row in rows], "lrrrll", markdown)


def lay_out(head, rows, align, markdown=False):
    """A table of strings; `align` has l or r for each column. Columns that are all empty are left out."""
    kept = [i for i in range(len(head)) if any(row[i] for row in rows)]
    table = [[row[i] for i in kept] for row in [head, *rows]]
    align = [align[i] for i in kept]
    if markdown:
        marks = ["---:" if a == "r" else "---" for a in align]
        lines = [table[0], marks, *table[1:]]
        escaped = [[cell.replace("|", "\\|") for cell in line] for line in lines]
        return "".join("| " + " | ".join(line) + " |\n" for line in escaped)
    widths = [max(len(line[i]) for line in table) for i in range(len(align))]
    text = ""
    for line in table:
        cells = [cell.rjust(w) if a == "r" else cell.ljust(w) for cell, w, a in zip(line, widths, align)]
        text += "  ".join(cells).rstrip() + "\n"
    return text


def rows_as_json(rows):
    """The figures for a program, without rounding."""
    return [{"name": row.name, "unit": row.unit, "git": row.git, "muragat": row.muragat, "ratio": row.ratio,
             **({"note": row.note} if row.note else {})} for row in rows]


def write_json(path, content):
    """Writes a JSON file for people and programs."""
    with open(path, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.write("\n")
