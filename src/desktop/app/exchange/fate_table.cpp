// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/fate_table.h"

#include "desktop/words/worded.h"

#include <QEvent>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

constexpr std::array kFateOrder{Fate::Lost, Fate::Changed, Fate::Kept};

/// A mark and a word: no colour has to be told from another.
QString fateText(Fate fate) {
    switch (fate) {
    case Fate::Kept:
        return FateTable::tr("✓ Kept");
    case Fate::Changed:
        return FateTable::tr("↻ Changed");
    case Fate::Lost:
        break;
    }
    return FateTable::tr("✗ Lost");
}

QString fateRow(const FormatNote& note) {
    // German has no room for more beside a long word.
    return QStringLiteral(
               "<tr><td style=\"white-space: nowrap\">%1&nbsp;&nbsp;</td><td><b>%2</b>%3</td></tr>")
        .arg(fateText(note.fate).toHtmlEscaped(), worded(note.what).toHtmlEscaped(),
             note.how.empty() ? QString() : QStringLiteral(" – ") + worded(note.how).toHtmlEscaped());
}

std::ptrdiff_t countOf(const std::vector<FormatNote>& notes, Fate fate) {
    return std::ranges::count(notes, fate, &FormatNote::fate);
}

} // namespace

FateTable::FateTable(QWidget* parent)
    : QTextBrowser(parent) {
    setAccessibleName(tr("What is kept, changed and lost"));
    setOpenLinks(false);
    setTabChangesFocus(true);
}

void FateTable::show(const std::vector<FormatNote>& notes) {
    m_notes = notes;
    fill();
}

void FateTable::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        fill();
}

void FateTable::fill() {
    QString rows;
    for (const Fate fate : kFateOrder)
        for (const FormatNote& note : m_notes)
            if (note.fate == fate)
                rows += fateRow(note);
    setHtml(QStringLiteral("<table cellspacing=\"0\" cellpadding=\"2\">%1</table>").arg(rows));
}

QString fateSentence(const std::vector<FormatNote>& notes) {
    const std::ptrdiff_t changed = countOf(notes, Fate::Changed);
    const std::ptrdiff_t lost = countOf(notes, Fate::Lost);
    if (changed > 0 && lost > 0)
        return FateTable::tr("Changed: %1. Lost: %2.").arg(changed).arg(lost);
    if (changed > 0)
        return FateTable::tr("Changed: %1. Nothing is lost.").arg(changed);
    return lost > 0 ? FateTable::tr("Lost: %1.").arg(lost) : QString();
}

} // namespace protomind
