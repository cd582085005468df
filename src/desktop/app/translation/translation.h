// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <vector>

class QTranslator;

namespace protomind {

/// A language that the window speaks.
struct Language {
    QString code; ///< "de"
    QString name; ///< as its speakers call it
};

/// Lets the window speak a language, from its making until its end: made before the first widget.
class Translation {
public:
    /// "de", "en"; "pseudo" for English with accents and a third longer, where texts that are cut off show;
    /// empty for the first one of the system's languages that is known here.
    explicit Translation(const QString& language);
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

    [[nodiscard]] const QString& language() const { return m_language; }
    /// Those that are shipped.
    [[nodiscard]] static std::vector<Language> languages();

private:
    void install(std::unique_ptr<QTranslator> translator);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace protomind
