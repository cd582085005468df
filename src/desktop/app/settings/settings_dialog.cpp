// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/settings/settings_dialog.h"

#include "desktop/actions/usable.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/theme/theme.h"
#include "desktop/app/translation/translation.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include <cmath>

namespace protomind {

namespace {

constexpr int kPercent = 100;
constexpr int kStep = 10;

} // namespace

SettingsDialog::SettingsDialog(Theme& theme, Preferences& preferences, QAction& shortcuts,
                               QAction& resetLayout, QWidget* parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_preferences(preferences) {
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    makeLook(*form);
    makeLanguage(*form);
    auto* welcome = new QCheckBox(tr("Show the &welcome page at the start"), this);
    welcome->setObjectName(QStringLiteral("settingsWelcome"));
    welcome->setChecked(!m_preferences.welcomeClosed());
    connect(welcome, &QCheckBox::toggled, this, [this](bool on) { m_preferences.setWelcomeClosed(!on); });
    form->addRow(QString(), welcome);
    for (QAction* action : {&shortcuts, &resetLayout}) {
        auto* button = new QPushButton(action->text(), this);
        button->setToolTip(help(*action));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        form->addRow(QString(), button);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(&m_theme, &Theme::changed, this, &SettingsDialog::refresh);
    refresh();
}

void SettingsDialog::makeLook(QFormLayout& form) {
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("settingsTheme"));
    m_kind->addItem(tr("As the system"), static_cast<int>(ThemeKind::System));
    m_kind->addItem(tr("Light"), static_cast<int>(ThemeKind::Light));
    m_kind->addItem(tr("Dark"), static_cast<int>(ThemeKind::Dark));
    m_kind->addItem(tr("High contrast"), static_cast<int>(ThemeKind::HighContrast));
    connect(m_kind, &QComboBox::activated, this, [this] {
        const auto kind = static_cast<ThemeKind>(m_kind->currentData().toInt());
        m_preferences.setTheme(kind);
        m_theme.apply(kind);
    });
    form.addRow(tr("&Theme"), m_kind);
    m_projector = new QCheckBox(tr("For a &projector: large type, thick lines, strong colours"), this);
    m_projector->setObjectName(QStringLiteral("settingsProjector"));
    connect(m_projector, &QCheckBox::clicked, this, [this](bool on) {
        m_preferences.setProjector(on);
        m_theme.setProjector(on);
    });
    form.addRow(QString(), m_projector);

    m_lessMotion = new QCheckBox(tr("Less &motion: nothing pulses or slides"), this);
    m_lessMotion->setObjectName(QStringLiteral("settingsLessMotion"));
    connect(m_lessMotion, &QCheckBox::clicked, this, [this](bool on) {
        m_preferences.setReducedMotion(on);
        m_theme.setReducedMotion(on);
    });
    form.addRow(QString(), m_lessMotion);

    auto* row = new QHBoxLayout;
    m_type = new QSlider(Qt::Horizontal, this);
    m_type->setObjectName(QStringLiteral("settingsType"));
    m_type->setAccessibleName(tr("Size of text, in percent"));
    m_type->setRange(static_cast<int>(Theme::kSmallestType * kPercent) / kStep,
                     static_cast<int>(Theme::kLargestType * kPercent) / kStep);
    m_type->setPageStep(1);
    // The window follows when the slider is let go: under the mouse it would run away.
    m_type->setTracking(false);
    m_typeText = new QLabel(this);
    m_typeText->setAccessibleName(tr("Size of text"));
    connect(m_type, &QSlider::sliderMoved, this,
            [this](int step) { m_typeText->setText(tr("%1 %").arg(step * kStep)); });
    connect(m_type, &QSlider::valueChanged, this, [this](int step) {
        m_theme.setTypeScale(double(step * kStep) / kPercent);
        m_preferences.setTypeScale(m_theme.typeScale());
    });
    row->addWidget(m_type, 1);
    row->addWidget(m_typeText);
    form.addRow(tr("&Size of text"), row);
    if (auto* label = qobject_cast<QLabel*>(form.labelForField(row)))
        label->setBuddy(m_type);
}

void SettingsDialog::makeLanguage(QFormLayout& form) {
    m_language = new QComboBox(this);
    m_language->setObjectName(QStringLiteral("settingsLanguage"));
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : Translation::languages())
        m_language->addItem(language.name, language.code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_preferences.language())));
    m_languageNote = new QLabel(tr("Protomind speaks it from its next start on."), this);
    m_languageNote->setObjectName(QStringLiteral("settingsLanguageNote"));
    m_languageNote->setWordWrap(true);
    m_languageNote->hide();
    connect(m_language, &QComboBox::activated, this, [this] {
        m_languageNote->setVisible(m_language->currentData().toString() != m_preferences.language() ||
                                   m_languageNote->isVisible());
        m_preferences.setLanguage(m_language->currentData().toString());
    });
    form.addRow(tr("&Language"), m_language);
    form.addRow(QString(), m_languageNote);
}

void SettingsDialog::refresh() {
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(m_theme.kind())));
    m_projector->setChecked(m_theme.projector());
    const bool still = m_theme.systemReducesMotion();
    m_lessMotion->setChecked(still || m_theme.reducedMotion());
    m_lessMotion->setEnabled(!still);
    m_lessMotion->setToolTip(still ? tr("Your desktop asks for less motion already.") : QString());
    const int percent = static_cast<int>(std::lround(m_theme.typeScale() * kPercent));
    const QSignalBlocker blocker(m_type);
    m_type->setValue(percent / kStep);
    m_typeText->setText(tr("%1 %").arg(percent));
}

} // namespace protomind
