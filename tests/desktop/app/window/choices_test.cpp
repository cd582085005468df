// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/editor/mini_map.h"
#include "desktop/editor/network_editor.h"

#include <QSettings>
#include <QSlider>

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// What a person chose for good.
class ChoicesTest : public testing::Test {
protected:
    QTemporaryDir m_folder;
};

TEST_F(ChoicesTest, OverviewTableAndSpeedAreKept) {
    {
        Laboratory lab(m_folder.path());
        ASSERT_TRUE(lab.startWith("playground"));
        EXPECT_TRUE(lab.window.canvas().miniMap().isWanted());
        EXPECT_FALSE(lab.action("view.table")->isChecked());
        lab.action("view.miniMap")->trigger();
        lab.action("view.table")->trigger();
        lab.find<QSlider>("speedSlider")->setValue(2);
        EXPECT_EQ(lab.run.speed(), 10);
    }
    const Preferences kept(m_folder.filePath(QStringLiteral("protomind.ini")));
    EXPECT_EQ(kept.speed(), 10);
    Laboratory lab(m_folder.path());
    EXPECT_FALSE(lab.window.canvas().miniMap().isWanted());
    EXPECT_TRUE(lab.action("view.table")->isChecked());
    EXPECT_FALSE(lab.window.canvas().isVisible());
    ASSERT_TRUE(lab.startWith("playground"));
    // And back, with a canvas that was not seen until now.
    lab.action("view.table")->trigger();
    EXPECT_TRUE(lab.window.canvas().isVisible());
    EXPECT_FALSE(lab.preferences.tableShown());
}

TEST_F(ChoicesTest, ASpeedThatWasKeptIsTheSpeedOfTheRun) {
    {
        Preferences preferences(m_folder.filePath(QStringLiteral("protomind.ini")));
        preferences.setSpeed(30);
    }
    Preferences preferences(m_folder.filePath(QStringLiteral("protomind.ini")));
    Theme theme(*qApp);
    ProjectStore store(std::filesystem::path(m_folder.filePath(QStringLiteral("state")).toStdString()));
    ScriptedDialogs dialogs;
    Document document;
    RunController run(document);
    const MainWindow window({document, run, store, dialogs, preferences, theme});
    EXPECT_EQ(run.speed(), 30);
    EXPECT_EQ(window.findChild<QSlider*>(QStringLiteral("speedSlider"))->value(), 3);
}

TEST_F(ChoicesTest, ASpeedThatTheProgramChoseIsNotKept) {
    Laboratory lab(m_folder.path());
    lab.run.setSpeed(100);
    EXPECT_EQ(lab.preferences.speed(), std::nullopt);
    QSettings settings(m_folder.filePath(QStringLiteral("other.ini")), QSettings::IniFormat);
    for (const char* nonsense : {"fast", "-3", "nan"}) {
        settings.setValue(QStringLiteral("speed"), QLatin1String(nonsense));
        settings.sync();
        EXPECT_EQ(Preferences(m_folder.filePath(QStringLiteral("other.ini"))).speed(), std::nullopt)
            << nonsense;
    }
}

} // namespace
} // namespace protomind
