// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace protomind {

/// Finds the phrase that a finished text may have been made from, to tell whether it was left English. The
/// window needs no such guess: it words sentences, which know what they were made from.
class PhraseBook {
public:
    using Translate = std::function<QString(const char* phrase)>;

    PhraseBook(std::span<const char* const> phrases, Translate translate);

    /// The text itself where no phrase fits. What fills a hole is looked up too; of several sentences each
    /// is.
    [[nodiscard]] QString translated(const QString& text) const;

private:
    struct Pattern {
        const char* phrase = nullptr;
        QRegularExpression expression;
        qsizetype letters = 0;    ///< outside of holes
        bool standsAlone = false; ///< also counts where it is not part of another
        std::vector<bool> names;  ///< of its holes: whether a name fills it
    };
    [[nodiscard]] QString whole(const QString& text, int depth) const;
    [[nodiscard]] QString filled(const Pattern& pattern, const QRegularExpressionMatch& match,
                                 int depth) const;
    [[nodiscard]] QString lookedUp(const QString& text, int depth) const;

    Translate m_translate;
    QHash<QString, const char*> m_plain;
    std::vector<Pattern> m_patterns; ///< those that say most in front
};

} // namespace protomind
