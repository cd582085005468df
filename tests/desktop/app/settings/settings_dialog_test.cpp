// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/laboratory.h"
#include "desktop/app/settings/settings_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSlider>

#include <gtest/gtest.h>

namespace protomind {
namespace {

class SettingsDialogTest : public testing::Test {
protected:
    static SettingsDialog* open(Laboratory& lab) {
        lab.action("actionSettings")->trigger();
        return lab.find<SettingsDialog>("settingsDialog");
    }
    template<class Widget>
    static Widget* find(SettingsDialog* dialog, const char* name) {
        return dialog->findChild<Widget*>(QLatin1String(name));
    }
    static void choose(QComboBox* box, const QString& data) {
        box->setCurrentIndex(box->findData(data));
        emit box->activated(box->currentIndex());
    }
    QTemporaryDir m_folder;
};

TEST_F(SettingsDialogTest, ActsAtOnceAndIsKept) {
    Laboratory lab(m_folder.path());
    SettingsDialog* dialog = open(lab);
    ASSERT_NE(dialog, nullptr);
    auto* theme = find<QComboBox>(dialog, "settingsTheme");
    theme->setCurrentIndex(theme->findData(static_cast<int>(ThemeKind::HighContrast)));
    emit theme->activated(theme->currentIndex());
    EXPECT_EQ(lab.theme.kind(), ThemeKind::HighContrast);
    find<QCheckBox>(dialog, "settingsProjector")->click();
    EXPECT_TRUE(lab.theme.projector());
    EXPECT_TRUE(lab.action("actionProjector")->isChecked());
    find<QSlider>(dialog, "settingsType")->setValue(13);
    EXPECT_NEAR(lab.theme.typeScale(), 1.3, 1e-9);
    choose(find<QComboBox>(dialog, "settingsLanguage"), QStringLiteral("de"));
    EXPECT_FALSE(find<QWidget>(dialog, "settingsLanguageNote")->isHidden());
    find<QCheckBox>(dialog, "settingsWelcome")->setChecked(true);
    dialog->reject();

    const Preferences kept(m_folder.filePath(QStringLiteral("protomind.ini")));
    EXPECT_EQ(kept.theme(), ThemeKind::HighContrast);
    EXPECT_TRUE(kept.projector());
    EXPECT_NEAR(kept.typeScale(), 1.3, 1e-9);
    EXPECT_EQ(kept.language(), QStringLiteral("de"));
    EXPECT_FALSE(kept.welcomeClosed());
    lab.theme.setProjector(false);
    lab.theme.apply(ThemeKind::Light);
}

TEST_F(SettingsDialogTest, FollowsWhatKeysChange) {
    Laboratory lab(m_folder.path());
    SettingsDialog* dialog = open(lab);
    lab.action("actionTypeLarger")->trigger();
    EXPECT_EQ(find<QSlider>(dialog, "settingsType")->value(), 11);
    lab.action("actionThemeDark")->trigger();
    EXPECT_EQ(find<QComboBox>(dialog, "settingsTheme")->currentData().toInt(),
              static_cast<int>(ThemeKind::Dark));
    lab.action("actionThemeLight")->trigger();
    dialog->reject();
}

TEST_F(SettingsDialogTest, NonsenseInTheFileIsLeftOut) {
    {
        QSettings settings(m_folder.filePath(QStringLiteral("protomind.ini")), QSettings::IniFormat);
        for (const char* key : {"theme", "typeScale", "projector", "language", "geometry", "hiddenPanels",
                                "tabs/sideTabs", "splitters/whole", "splitters/upper", "recentFiles"})
            settings.setValue(QLatin1String(key), QStringLiteral("@ nonsense 7e99"));
    }
    Laboratory lab(m_folder.path());
    EXPECT_EQ(lab.preferences.typeScale(), 1);
    EXPECT_EQ(lab.preferences.theme(), ThemeKind::System);
    lab.window.start();
    EXPECT_TRUE(lab.find<QWidget>("canvas")->isVisible());
}

} // namespace
} // namespace protomind
