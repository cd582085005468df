# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables in Markdown."""


def duration(seconds):
    """In three digits: "0.96 µs", "5.3 ms"."""
    for unit, factor in (("µs", 1e6), ("ms", 1e3)):
        if seconds * factor < 999.5:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds:.3g} s"


def ratio(value):
    return f"{value:.0f}" if value >= 20 else f"{value:.1f}"


def megabytes(count):
    return f"{count * 1e-6:.1f} MB"


def spread(pool):
    return f"{duration(pool.low)} – {duration(pool.high)}"


def table(columns, rows):
    """Lines of a table; every row is a list of texts."""
    widths = [max(len(row[i]) for row in [columns, *rows]) for i in range(len(columns))]

    def line(cells):
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |"

    return "\n".join([line(columns), "|" + "|".join("-" * (width + 2) for width in widths) + "|", *map(line, rows)])


def fastest(peers, work):
    """Of the others the one with the best median; nothing where none has done the work."""
    return min((peer for peer in peers if peer.pools.get(work)), key=lambda peer: peer.pools[work].median, default=None)


def speed_table(ours, peers, memory, product_rate):
    """Ours beside the fastest of the others, row by row. memory: by how much the process grows, by the name of the work.
    product_rate: what shares are of."""
    columns = ["work", ours.title, "spread", "share", "memory", "fastest of the others", "", "spread", "ratio"]
    rows = []
    for work, pool in ours.pools.items():
        row = [work, duration(pool.median), spread(pool), f"{100 * ours.share(work, product_rate):.0f} %"]
        row.append(megabytes(memory[work]["peak_growth_bytes"]) if work in memory else "-")
        best = fastest(peers, work)
        theirs = best.pools[work] if best else None
        row += ([best.title, duration(theirs.median), spread(theirs), ratio(theirs.median / pool.median)] if best
                else ["-"] * 4)
        rows.append(row)
    return table(columns, rows)


def peers_table(ours, peers):
    """What each of the others takes, and how many times as long as ours that is; the fastest of a row is bold."""
    columns = ["work"]
    for peer in peers:
        columns += [peer.title, "ratio"]
    rows = []
    for work, pool in ours.pools.items():
        row = [work]
        best = fastest(peers, work)
        for peer in peers:
            theirs = peer.pools.get(work)
            time = duration(theirs.median) if theirs else "-"
            row += [f"**{time}**" if peer is best else time, ratio(theirs.median / pool.median) if theirs else "-"]
        rows.append(row)
    return table(columns, rows)


def memory_cells(taken):
    """How the process grew by a step beside code read from libraries, what was planned, and the ratio of the two."""
    if not taken:
        return ["-"] * 3
    grown, planned = taken["peak_growth_bytes"] - taken["file_growth_bytes"], taken["planned_bytes"]
    return [megabytes(grown), megabytes(planned), f"{grown / planned:.2f}"]


def cost_table(ours, alone, memory):
    """alone: Protomind on one thread."""
    columns = ["work", "compiling", "first run", "compiling again", "first run", f"1 → {ours.threads} threads",
               "memory but code", "planned", "ratio", "plan of unshared"]
    rows = []
    for work, pool in ours.pools.items():
        figure = ours.first_figures[work]
        row = [work] + [duration(figure[f"{key}_seconds"])
                        for key in ("compile", "first_run", "compile_again", "first_run_again")]
        row.append(f"{alone.pools[work].median / pool.median:.2f}" if alone else "-")
        row += memory_cells(memory.get(work))
        row.append(f"{100 * figure['intermediate_bytes'] / max(figure['unshared_bytes'], 1):.0f} %")
        rows.append(row)
    return table(columns, rows)
