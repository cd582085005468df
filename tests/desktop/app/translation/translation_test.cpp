// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/pseudo_translator.h"
#include "desktop/app/translation/translation.h"
#include "desktop/words/worded.h"

#include <QCoreApplication>
#include <QLocale>

#include <gtest/gtest.h>

namespace protomind {
namespace {

QString save() {
    return QCoreApplication::translate("MainWindow", "&Save");
}

TEST(TranslationTest, SpeaksALanguageUntilItsEnd) {
    const QString english = save();
    {
        const Translation german(QStringLiteral("de"));
        EXPECT_EQ(german.language(), QStringLiteral("de"));
        EXPECT_EQ(save(), QStringLiteral("&Speichern"));
        EXPECT_EQ(QLocale().language(), QLocale::German);
        EXPECT_EQ(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        EXPECT_EQ(worded(sentence("The {} {} is larger than its {} input.", "5×5", "kernel", "4×4")),
                  QStringLiteral("Kernel 5×5 ist größer als die Eingabe (4×4)."));
    }
    EXPECT_EQ(save(), english);
    EXPECT_EQ(QLocale().language(), QLocale::system().language());
}

TEST(TranslationTest, AnUnknownLanguageIsTheSystemsOrEnglish) {
    const Translation translation(QStringLiteral("tlh"));
    bool known = false;
    for (const Language& language : Translation::languages())
        known = known || language.code == translation.language();
    EXPECT_TRUE(known);
}

TEST(PseudoTranslatorTest, IsLongerAndKeepsWhatPeopleDoNotRead) {
    const auto pseudo = [](const char* text) { return PseudoTranslator::pseudo(QString::fromUtf8(text)); };
    for (const char* text : {"Save", "Train the network, or pause it", "&Open…"})
        EXPECT_GE(double(pseudo(text).size()), 1.3 * double(QString::fromUtf8(text).size())) << text;
    EXPECT_TRUE(pseudo("Saved as %1 (%2)").contains(QStringLiteral("%1")));
    EXPECT_TRUE(pseudo("%n layers").contains(QStringLiteral("%n")));
    EXPECT_TRUE(pseudo("<b>Welcome.</b> a &amp; b").startsWith(QStringLiteral("<b>")));
    EXPECT_TRUE(pseudo("a &amp; b").contains(QStringLiteral("&amp;")));
    EXPECT_TRUE(pseudo("The {:.2f} of {}").contains(QStringLiteral("{:.2f}")));
    EXPECT_TRUE(pseudo("Files (*.png *.svg)").contains(QStringLiteral("(*.png *.svg)")));
    EXPECT_EQ(pseudo(""), QString());
}

TEST(PseudoTranslatorTest, ReachesEverything) {
    const Translation pseudo(QStringLiteral("pseudo"));
    EXPECT_NE(save(), QStringLiteral("&Save"));
    EXPECT_NE(worded(std::string("Dense")), QStringLiteral("Dense"));
}

} // namespace
} // namespace protomind
