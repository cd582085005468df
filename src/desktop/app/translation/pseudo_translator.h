// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace protomind {

/// English with accents and a third longer, in brackets: "[Ŝåvé åš···]". A text without accents was not given
/// to translators, and one without its last bracket is cut off.
class PseudoTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* source, const char* disambiguation,
                                    int count) const override;

    /// Marks of Qt (%1, &, tags, entities) and holes ({}) stay as they are.
    [[nodiscard]] static QString pseudo(const QString& text);
};

} // namespace protomind
