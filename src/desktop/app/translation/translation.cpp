// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/translation.h"

#include "desktop/app/translation/pseudo_translator.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

// Qt's macro declares a function, which must not happen inside a namespace.
static void initialiseTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace protomind {

namespace {

const QString kEnglishCode = QStringLiteral("en");
const QString kPseudo = QStringLiteral("pseudo");

bool isKnown(const QString& code) {
    const auto known = Translation::languages();
    return code == kPseudo || std::ranges::find(known, code, &Language::code) != known.end();
}

QString chosen(const QString& wanted) {
    if (isKnown(wanted))
        return wanted;
    for (const QString& name : QLocale::system().uiLanguages())
        if (const QString code = name.section(QLatin1Char('-'), 0, 0); isKnown(code))
            return code;
    return kEnglishCode;
}

} // namespace

std::vector<Language> Translation::languages() {
    return {{kEnglishCode, QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

Translation::Translation(const QString& language)
    : m_language(chosen(language)) {
    if (m_language == kPseudo) {
        install(std::make_unique<PseudoTranslator>());
        return;
    }
    // Numbers and dates as at home, unless the words are of elsewhere.
    const QLocale locale(m_language);
    if (QLocale::system().language() != locale.language())
        QLocale::setDefault(locale);
    if (m_language == kEnglishCode)
        return;
    initialiseTranslations();
    auto qt = std::make_unique<QTranslator>();
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(std::move(qt));
    auto own = std::make_unique<QTranslator>();
    if (own->load(QStringLiteral(":/translations/protomind_%1.qm").arg(m_language)))
        install(std::move(own));
}

Translation::~Translation() {
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    QLocale::setDefault(QLocale::system());
}

void Translation::install(std::unique_ptr<QTranslator> translator) {
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

} // namespace protomind
