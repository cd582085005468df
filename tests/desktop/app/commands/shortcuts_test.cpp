// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/commands/shortcuts_dialog.h"
#include "desktop/app/laboratory.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <gtest/gtest.h>

namespace protomind {
namespace {

const QKeySequence kSave(QStringLiteral("Ctrl+S"));
const QKeySequence kFree(QStringLiteral("Ctrl+Alt+K"));

class ShortcutsTest : public testing::Test {
protected:
    /// Chooses an action in the dialog and types keys for it.
    static void type(ShortcutsDialog& dialog, const QAction& action, const QKeySequence& keys) {
        auto* tree = dialog.findChild<QTreeWidget*>(QStringLiteral("shortcutTree"));
        for (QTreeWidgetItemIterator item(tree); *item != nullptr; ++item)
            if ((*item)->data(0, Qt::UserRole).value<QAction*>() == &action)
                tree->setCurrentItem(*item);
        dialog.findChild<QKeySequenceEdit*>(QStringLiteral("shortcutKeys"))->setKeySequence(keys);
    }
    static QPushButton* button(ShortcutsDialog& dialog, const char* name) {
        return dialog.findChild<QPushButton*>(QLatin1String(name));
    }
    static QString verdict(ShortcutsDialog& dialog) {
        return dialog.findChild<QLabel*>(QStringLiteral("shortcutVerdict"))->text();
    }
    QTemporaryDir m_folder;
};

TEST_F(ShortcutsTest, NoTwoActionsComeWithTheSameKeys) {
    Laboratory lab(m_folder.path());
    const ActionRegistry& registry = lab.window.registry();
    for (const QAction* action : registry.actions()) {
        for (const QKeySequence& keys : action->shortcuts()) {
            for (const QAction* other : registry.conflicts(*action, keys))
                ADD_FAILURE() << action->objectName().toStdString() << " and "
                              << other->objectName().toStdString() << " both have "
                              << keys.toString().toStdString();
            EXPECT_TRUE(ActionRegistry::refusal(keys).isEmpty()) << keys.toString().toStdString();
        }
    }
}

TEST_F(ShortcutsTest, ChosenKeysAreKeptAndUsualOnesComeBack) {
    {
        Laboratory lab(m_folder.path());
        lab.window.registry().setKeys(*lab.action("actionTrain"), {kFree});
        lab.window.registry().setKeys(*lab.action("actionSave"), {});
    }
    Laboratory lab(m_folder.path());
    EXPECT_EQ(lab.action("actionTrain")->shortcut(), kFree);
    EXPECT_TRUE(lab.action("actionSave")->shortcuts().isEmpty());
    EXPECT_TRUE(lab.action("actionTrain")->toolTip().contains(kFree.toString(QKeySequence::NativeText)));
    lab.window.registry().restoreUsualKeys(*lab.action("actionSave"));
    EXPECT_EQ(lab.action("actionSave")->shortcut(), kSave);
    EXPECT_FALSE(lab.preferences.shortcuts(QStringLiteral("actionSave")).has_value());
}

TEST_F(ShortcutsTest, TakenKeysAreSaidAndTakenOverOnlyWhenWanted) {
    Laboratory lab(m_folder.path());
    ShortcutsDialog dialog(lab.window.registry());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    type(dialog, *lab.action("actionTrain"), kSave);
    EXPECT_TRUE(verdict(dialog).contains(QStringLiteral("Save"))) << verdict(dialog).toStdString();
    EXPECT_EQ(lab.action("actionSave")->shortcut(), kSave);
    button(dialog, "shortcutGive")->click();
    EXPECT_EQ(lab.action("actionTrain")->shortcut(), kSave);
    EXPECT_TRUE(lab.action("actionSave")->shortcuts().isEmpty());
    button(dialog, "shortcutAllUsual")->click();
    EXPECT_EQ(lab.action("actionSave")->shortcut(), kSave);
    EXPECT_EQ(lab.action("actionTrain")->shortcut(), QKeySequence(Qt::Key_F5));
}

TEST_F(ShortcutsTest, KeysThatMoveAboutAreRefused) {
    Laboratory lab(m_folder.path());
    ShortcutsDialog dialog(lab.window.registry());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    type(dialog, *lab.action("actionTrain"), QKeySequence(Qt::Key_Tab));
    EXPECT_FALSE(button(dialog, "shortcutGive")->isEnabled());
    EXPECT_FALSE(verdict(dialog).isEmpty());
    type(dialog, *lab.action("actionTrain"), kFree);
    EXPECT_TRUE(button(dialog, "shortcutGive")->isEnabled());
    button(dialog, "shortcutGive")->click();
    EXPECT_EQ(lab.action("actionTrain")->shortcuts(), QList<QKeySequence>{kFree});
}

TEST_F(ShortcutsTest, SettingsThatAreNoKeysDoNoHarm) {
    {
        QSettings settings(m_folder.filePath(QStringLiteral("protomind.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("shortcuts/actionTrain"),
                          QStringList{QStringLiteral("not a key"), QString()});
        settings.setValue(QStringLiteral("recentCommands"), 7);
    }
    Laboratory lab(m_folder.path());
    EXPECT_TRUE(lab.action("actionTrain")->shortcuts().isEmpty());
    lab.action("actionCommands")->trigger();
    EXPECT_TRUE(lab.find<QWidget>("commandPalette")->isVisible());
}

} // namespace
} // namespace protomind
