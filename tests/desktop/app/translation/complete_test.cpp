// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is shipped is whole: every text of the sources has its German words, and they are fit to be shown.
#include "desktop/app/laboratory.h"
#include "desktop/app/translation/translation.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QMenu>
#include <QMenuBar>
#include <QProcess>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <gtest/gtest.h>

#include <algorithm>

#include "needed_tool.h"
#include "patience.h"
#include "source_folder.h"

namespace protomind {
namespace {

struct Message {
    QString context;
    QString source;
    QString translation;
    bool finished = true;
};

std::vector<Message> messagesOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::vector<Message> all;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            all.push_back({context, xml.readElementText(), {}, true});
        else if (xml.name() == QLatin1String("translation")) {
            all.back().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            all.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return all;
}

QStringList marksIn(const QString& text, const char* expression) {
    QStringList found;
    const QRegularExpression marks{QLatin1String(expression)};
    for (auto matches = marks.globalMatch(text); matches.hasNext();)
        found << matches.next().captured();
    std::ranges::sort(found);
    return found;
}

const QString kGerman = QString::fromStdString(sourceFolder() / "translations/protomind_de.ts");

TEST(CompleteTest, GermanHasEveryTextOfTheSources) {
    const QString program = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
    if (!QFile::exists(program))
        PROTOMIND_TOOL_IS_MISSING("There is no lupdate to look through the sources with.");
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("protomind_de.ts"));
    ASSERT_TRUE(QFile::copy(kGerman, copy));
    const QString source = QString::fromStdString(sourceFolder());
    QProcess update;
    update.start(program, {QStringLiteral("-no-obsolete"), QStringLiteral("-disable-heuristic"),
                           QStringLiteral("sametext"), QStringLiteral("-disable-heuristic"),
                           QStringLiteral("similartext"), QStringLiteral("-I"),
                           source + QStringLiteral("/src"), source + QStringLiteral("/src/desktop"),
                           source + QStringLiteral("/ui"), QStringLiteral("-ts"), copy});
    ASSERT_TRUE(update.waitForFinished(kPatienceMilliseconds));
    ASSERT_EQ(update.exitCode(), 0) << update.readAllStandardError().toStdString();
    for (const Message& message : messagesOf(copy))
        EXPECT_TRUE(message.finished && !message.translation.isEmpty())
            << message.context.toStdString() << ": " << message.source.toStdString();
}

TEST(CompleteTest, TranslationsKeepTheirPlaceholders) {
    for (const Message& message : messagesOf(kGerman)) {
        if (!message.finished)
            continue;
        const QString& german = message.translation;
        EXPECT_EQ(marksIn(german, "%L?\\d|%n"), marksIn(message.source, "%L?\\d|%n")) << german.toStdString();
        EXPECT_EQ(marksIn(german, "<[^<>]*>"), marksIn(message.source, "<[^<>]*>")) << german.toStdString();
        EXPECT_EQ(marksIn(german, "\\{[^{}]*\\}").size(), marksIn(message.source, "\\{[^{}]*\\}").size())
            << german.toStdString();
        EXPECT_EQ(german.startsWith(QLatin1Char(' ')), message.source.startsWith(QLatin1Char(' ')))
            << german.toStdString();
    }
}

class MnemonicsTest : public testing::TestWithParam<const char*> {};

TEST_P(MnemonicsTest, NoTwoEntriesOfAMenuHaveTheSameLetter) {
    const Translation translation{QLatin1String(GetParam())};
    QTemporaryDir folder;
    Laboratory lab(folder.path());
    const auto check = [](const QList<QAction*>& actions, const QString& menu) {
        QMap<QChar, QString> taken;
        for (const QAction* action : actions) {
            const qsizetype mark = action->text().indexOf(QLatin1Char('&'));
            if (mark < 0 || mark + 1 >= action->text().size() || !action->isVisible())
                continue;
            const QChar letter = action->text()[mark + 1].toLower();
            EXPECT_FALSE(taken.contains(letter))
                << menu.toStdString() << ": " << taken.value(letter).toStdString() << " and "
                << action->text().toStdString();
            taken[letter] = action->text();
        }
    };
    check(lab.window.menuBar()->actions(), QStringLiteral("menu bar"));
    for (const QMenu* menu : lab.window.menuBar()->findChildren<QMenu*>())
        check(menu->actions(), menu->title());
}

INSTANTIATE_TEST_SUITE_P(Languages, MnemonicsTest, testing::Values("en", "de"));

} // namespace
} // namespace protomind
