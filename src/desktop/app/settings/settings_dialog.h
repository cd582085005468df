// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSlider;

namespace protomind {

class Preferences;
class Theme;

/// What a person may set about the program itself. Everything acts at once, but for the language.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /// shortcuts, resetLayout: the window's actions for these.
    SettingsDialog(Theme& theme, Preferences& preferences, QAction& shortcuts, QAction& resetLayout,
                   QWidget* parent = nullptr);

private:
    void makeLook(QFormLayout& form);
    void makeLanguage(QFormLayout& form);
    void refresh();

    Theme& m_theme;
    Preferences& m_preferences;
    QComboBox* m_kind = nullptr;
    QCheckBox* m_projector = nullptr;
    QCheckBox* m_lessMotion = nullptr;
    QSlider* m_type = nullptr;
    QLabel* m_typeText = nullptr;
    QComboBox* m_language = nullptr;
    QLabel* m_languageNote = nullptr;
};

} // namespace protomind
