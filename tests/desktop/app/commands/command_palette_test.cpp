// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/actions/usable.h"
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/commands/command_list.h"
#include "desktop/app/commands/command_palette.h"
#include "desktop/app/laboratory.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class CommandPaletteTest : public testing::Test {
protected:
    CommandPaletteTest()
        : m_lab(m_folder.path()) {
        m_lab.window.start();
    }
    void openByKeys() {
        m_lab.window.canvas().setFocus();
        ASSERT_TRUE(m_lab.until([&] { return m_lab.window.canvas().hasFocus(); }));
        QTest::keyClick(&m_lab.window.canvas(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        ASSERT_TRUE(palette()->isVisible());
        ASSERT_TRUE(m_lab.until([&] { return edit()->hasFocus(); }));
    }
    QWidget* palette() { return m_lab.find<QWidget>("commandPalette"); }
    QLineEdit* edit() { return m_lab.find<QLineEdit>("commandSearch"); }
    QListView* list() { return m_lab.find<QListView>("commandList"); }
    QString shown(int role = Qt::DisplayRole) { return list()->currentIndex().data(role).toString(); }

    QTemporaryDir m_folder;
    Laboratory m_lab;
};

TEST_F(CommandPaletteTest, ListsEveryActionOfEveryMenu) {
    m_lab.window.registry().collect();
    const auto known = m_lab.window.registry().actions();
    for (QAction* action : m_lab.window.findChildren<QAction*>()) {
        if (action->text().isEmpty() || action->isSeparator() || action->menu() != nullptr ||
            action->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const bool inMenu = std::ranges::any_of(action->associatedObjects(), [this](const QObject* object) {
            const auto* menu = qobject_cast<const QMenu*>(object);
            return menu != nullptr && menu->objectName() != QLatin1String("menuRecent") &&
                   m_lab.window.menuBar()->isAncestorOf(menu);
        });
        if (inMenu) {
            EXPECT_NE(std::ranges::find(known, action), known.end()) << action->text().toStdString();
        }
    }
    openByKeys();
    EXPECT_EQ(list()->model()->rowCount(),
              static_cast<int>(std::ranges::count_if(known, &QAction::isVisible)));
}

TEST_F(CommandPaletteTest, FindsWithAFewLettersAndDoesIt) {
    openByKeys();
    QTest::keyClicks(edit(), QStringLiteral("dark"));
    EXPECT_EQ(shown(), QStringLiteral("Dark"));
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_FALSE(palette()->isVisible());
    EXPECT_EQ(m_lab.theme.kind(), ThemeKind::Dark);
    EXPECT_TRUE(m_lab.window.canvas().hasFocus());
    // What was chosen last comes first.
    openByKeys();
    EXPECT_EQ(shown(), QStringLiteral("Dark"));
    m_lab.theme.apply(ThemeKind::Light);
}

TEST_F(CommandPaletteTest, ShowsKeysAndSaysWhyNot) {
    openByKeys();
    QTest::keyClicks(edit(), QStringLiteral("save as"));
    EXPECT_EQ(shown(CommandList::KeysRole),
              QKeySequence(QStringLiteral("Ctrl+Shift+S")).toString(QKeySequence::NativeText));
    edit()->clear();
    QTest::keyClicks(edit(), QStringLiteral("copy"));
    ASSERT_EQ(shown(), QStringLiteral("Copy"));
    EXPECT_FALSE(shown(CommandList::ObstacleRole).isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_TRUE(palette()->isVisible());
    EXPECT_EQ(m_lab.find<QLabel>("commandHelp")->text(), shown(CommandList::ObstacleRole));
    QTest::keyClick(edit(), Qt::Key_Escape);
    EXPECT_FALSE(palette()->isVisible());
    EXPECT_TRUE(m_lab.window.canvas().hasFocus());
}

TEST_F(CommandPaletteTest, EveryDisabledActionSaysWhy) {
    m_lab.window.registry().collect();
    for (const QAction* action : m_lab.window.registry().actions()) {
        const bool saysItInItsName = action->objectName() == QLatin1String("actionUndo") ||
                                     action->objectName() == QLatin1String("actionRedo");
        EXPECT_TRUE(saysItInItsName || !help(*action).isEmpty())
            << action->objectName().toStdString() << " says nowhere what it does";
        if (!action->isEnabled()) {
            EXPECT_FALSE(obstacle(*action).isEmpty()) << action->objectName().toStdString();
        }
    }
}

TEST_F(CommandPaletteTest, ArrowsGoRoundAndNothingFoundIsSaid) {
    openByKeys();
    QTest::keyClick(edit(), Qt::Key_Up);
    EXPECT_EQ(list()->currentIndex().row(), list()->model()->rowCount() - 1);
    QTest::keyClick(edit(), Qt::Key_Down);
    EXPECT_EQ(list()->currentIndex().row(), 0);
    QTest::keyClicks(edit(), QStringLiteral("qqqqzz"));
    EXPECT_EQ(list()->model()->rowCount(), 0);
    EXPECT_FALSE(m_lab.find<QLabel>("commandHelp")->text().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return);
    EXPECT_TRUE(palette()->isVisible());
    QTest::mouseClick(m_lab.window.canvas().viewport(), Qt::LeftButton);
    EXPECT_FALSE(palette()->isVisible());
}

} // namespace
} // namespace protomind
