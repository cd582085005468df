// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/lessons/highlight_frame.h"
#include "desktop/app/settings/look_actions.h"
#include "desktop/app/theme/system_appearance.h"
#include "desktop/opened/opened_layer.h"
#include "desktop/style/laboratory_style.h"

#include <QCheckBox>
#include <QDir>
#include <QPropertyAnimation>
#include <QSignalSpy>
#include <QStyle>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <regex>

namespace protomind {
namespace {

using testing::UnorderedElementsAre;

class MotionTest : public testing::Test {
protected:
    static int duration() {
        return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, nullptr);
    }
    QTemporaryDir m_folder;
};

/// The sources of the window that move anything by themselves.
std::vector<std::string> movingSources() {
    const std::regex moves(
        "Q(Property|Variant|Abstract|Sequential|Parallel)Animation|QTimeLine|QMovie|QScroller\\b|"
        "setAnimationOptions|setAnimated\\(true");
    std::vector<std::string> found;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(sourceFolder() / "src" / "desktop")) {
        if (entry.path().extension() != ".cpp")
            continue;
        std::ifstream file(entry.path());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        if (std::regex_search(text, moves))
            found.push_back(entry.path().filename().string());
    }
    return found;
}

/// A new one is tried here as well: with less motion it shows its end at once.
TEST_F(MotionTest, WhatMovesByItselfIsKnown) {
    EXPECT_THAT(movingSources(), UnorderedElementsAre("highlight_frame.cpp", "opened_layer.cpp"));
}

TEST_F(MotionTest, AnOpenedLayerGrowsOrIsThereAtOnce) {
    Laboratory lab(m_folder.path());
    ASSERT_TRUE(lab.startWith("playground"));
    auto& opened = *lab.find<OpenedLayer>("openedLayer");
    const LayerId layer = lab.document.network().layers()[1].id;
    const auto growth = [&opened] {
        return opened.findChild<QPropertyAnimation*>()->state() == QAbstractAnimation::Running;
    };
    lab.theme.setReducedMotion(true);
    emit lab.window.canvas().openRequested(layer);
    EXPECT_FALSE(growth());
    opened.close();
    lab.theme.setReducedMotion(false);
    emit lab.window.canvas().openRequested(layer);
    EXPECT_TRUE(growth());
}

TEST_F(MotionTest, TheFrameOfALessonPulsesOrStandsThereAtOnce) {
    Laboratory lab(m_folder.path());
    HighlightFrame frame(lab.window);
    QWidget& control = lab.window.canvas();
    frame.point(control);
    EXPECT_TRUE(frame.isVisible());
    EXPECT_EQ(frame.strength(), 0); // and grows from here
    EXPECT_TRUE(lab.until([&] { return frame.strength() > 0; }));

    lab.theme.setReducedMotion(true);
    frame.point(control);
    EXPECT_TRUE(frame.isVisible());
    EXPECT_EQ(frame.strength(), 1);
    frame.stop();
    EXPECT_FALSE(frame.isVisible());
    lab.theme.setReducedMotion(false);
    frame.point(control);
    EXPECT_EQ(frame.strength(), 0);
}

TEST_F(MotionTest, QtsOwnControlsMoveNoMoreThanOurs) {
    Laboratory lab(m_folder.path());
    const int usual = duration();
    EXPECT_GT(usual, 0);
    EXPECT_TRUE(motionWanted());
    QApplication::setEffectEnabled(Qt::UI_AnimateMenu, true);
    lab.theme.setReducedMotion(true);
    EXPECT_EQ(duration(), 0);
    EXPECT_FALSE(motionWanted());
    EXPECT_FALSE(QApplication::isEffectEnabled(Qt::UI_AnimateMenu));
    lab.theme.setReducedMotion(false);
    EXPECT_EQ(duration(), usual);
}

TEST_F(MotionTest, IsChosenInTheViewMenuOrTheSettingsAndKept) {
    {
        Laboratory lab(m_folder.path());
        QAction* action = lab.action("actionLessMotion");
        EXPECT_FALSE(action->isChecked());
        action->trigger();
        EXPECT_FALSE(motionWanted());
        lab.action("actionSettings")->trigger();
        auto* box = lab.find<QCheckBox>("settingsLessMotion");
        EXPECT_TRUE(box->isChecked());
        box->click();
        EXPECT_TRUE(motionWanted());
        EXPECT_FALSE(action->isChecked());
        action->trigger();
        EXPECT_TRUE(box->isChecked());
    }
    Laboratory lab(m_folder.path());
    LookActions::applyPreferences(lab.theme, lab.preferences);
    EXPECT_FALSE(motionWanted());
    EXPECT_TRUE(lab.action("actionLessMotion")->isChecked());
}

class MotionFiles : public MotionTest {
protected:
    void put(const char* name, const char* text) {
        const QString path = m_folder.filePath(QLatin1String(name));
        QDir().mkpath(QFileInfo(path).path());
        std::ofstream(path.toStdString()) << text;
    }
    [[nodiscard]] bool still(const char* desktops) {
        SystemAppearance system(false);
        QSignalSpy changed(&system, &SystemAppearance::changed);
        system.readFiles(m_folder.path(), QLatin1String(desktops));
        EXPECT_EQ(changed.count(), system.wantsStillness() ? 1 : 0);
        return system.wantsStillness();
    }
};

TEST_F(MotionFiles, PlasmaSaysItAsAFactorOfTime) {
    EXPECT_FALSE(still("KDE"));
    put("kdeglobals", "[General]\nfont=Sans,10\n\n[KDE]\nAnimationDurationFactor=0\n");
    EXPECT_TRUE(still("KDE"));
    EXPECT_FALSE(still("GNOME")); // where it is another desktop's file
    put("kdeglobals", "[KDE]\nAnimationDurationFactor=0.5\n");
    EXPECT_FALSE(still("KDE"));
    put("kdeglobals", "[KDE]\nAnimationDurationFactor=nonsense\n");
    EXPECT_FALSE(still("KDE"));
}

TEST_F(MotionFiles, OtherDesktopsSayItInTheSettingsOfGtk) {
    EXPECT_FALSE(still("XFCE"));
    put("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n");
    EXPECT_TRUE(still("XFCE"));
    put("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n");
    EXPECT_TRUE(still(""));
    put("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=1\n");
    EXPECT_FALSE(still("ubuntu:GNOME"));
}

} // namespace
} // namespace protomind
