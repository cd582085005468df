// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/settings/look_actions.h"

#include "desktop/actions/usable.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/theme/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>

#include <cmath>

namespace protomind {

namespace {

constexpr double kTypeStep = 0.1;

} // namespace

LookActions::LookActions(QMainWindow& window, Theme& theme, Preferences& preferences)
    : QObject(&window)
    , m_window(window)
    , m_theme(theme)
    , m_preferences(preferences)
    , m_themes(new QActionGroup(this)) {
    addTheme("actionThemeSystem", tr("As the &System"), tr("Light or dark, as the desktop is"),
             ThemeKind::System);
    addTheme("actionThemeLight", tr("&Light"), tr("Dark on light"), ThemeKind::Light);
    addTheme("actionThemeDark", tr("&Dark"), tr("Light on dark"), ThemeKind::Dark);
    addTheme("actionThemeHighContrast", tr("&High Contrast"),
             tr("White and yellow on black, with thicker lines"), ThemeKind::HighContrast);
    m_projector = add("actionProjector", tr("&Projector"),
                      tr("Large type, thick lines and strong colours, to be seen from the last row"),
                      {QKeySequence(Qt::Key_F9)});
    m_projector->setCheckable(true);
    connect(m_projector, &QAction::triggered, this, [this](bool on) {
        m_theme.setProjector(on);
        m_preferences.setProjector(on);
    });
    m_larger = add(
        "actionTypeLarger", tr("&Larger Text"), tr("All words of the window a little larger"),
        {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Equal)});
    connect(m_larger, &QAction::triggered, this, [this] { scaleType(m_theme.typeScale() + kTypeStep); });
    m_smaller = add("actionTypeSmaller", tr("&Smaller Text"), tr("All words of the window a little smaller"),
                    {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Minus)});
    connect(m_smaller, &QAction::triggered, this, [this] { scaleType(m_theme.typeScale() - kTypeStep); });
    m_usual = add("actionTypeUsual", tr("&Usual Size of Text"), tr("All words as large as in other programs"),
                  {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_0)});
    connect(m_usual, &QAction::triggered, this, [this] { scaleType(1); });
    m_lessMotion =
        add("actionLessMotion", tr("Less &Motion"), tr("Nothing pulses or slides: it is there at once"));
    m_lessMotion->setCheckable(true);
    connect(m_lessMotion, &QAction::triggered, this, [this](bool on) {
        m_theme.setReducedMotion(on);
        m_preferences.setReducedMotion(on);
    });
    m_fullScreen = add("actionFullScreen", tr("F&ull Screen"), tr("Nothing but this window on the screen"),
                       {QKeySequence(Qt::Key_F11)});
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this, &LookActions::showFullScreen);
    connect(&m_theme, &Theme::changed, this, &LookActions::refresh);
    refresh();
}

QAction* LookActions::add(const char* name, const QString& text, const QString& help,
                          const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, &m_window);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    setHelp(*action, help);
    // Not only where its menu is shown: the keys are the window's.
    m_window.addAction(action);
    return action;
}

void LookActions::addTheme(const char* name, const QString& text, const QString& help, ThemeKind kind) {
    QAction* action = add(name, text, help);
    action->setCheckable(true);
    action->setData(static_cast<int>(kind));
    m_themes->addAction(action);
    connect(action, &QAction::triggered, this, [this, kind] {
        m_theme.apply(kind);
        m_preferences.setTheme(kind);
    });
}

void LookActions::fill(QMenu& view, QAction* before) {
    auto* themes = new QMenu(tr("&Theme"), &view);
    themes->setObjectName(QStringLiteral("menuTheme"));
    themes->addActions(m_themes->actions());
    themes->addSeparator();
    themes->addAction(m_projector);
    auto* sizes = new QMenu(tr("Size of Te&xt"), &view);
    sizes->setObjectName(QStringLiteral("menuTextSize"));
    sizes->addActions({m_larger, m_smaller, m_usual});
    view.insertMenu(before, themes);
    view.insertMenu(before, sizes);
    view.insertAction(before, m_lessMotion);
    view.insertAction(before, m_fullScreen);
}

void LookActions::applyPreferences(Theme& theme, const Preferences& preferences) {
    theme.setTypeScale(preferences.typeScale());
    theme.setProjector(preferences.projector());
    theme.setReducedMotion(preferences.reducedMotion());
    theme.apply(preferences.theme());
}

void LookActions::scaleType(double scale) {
    m_theme.setTypeScale(scale);
    m_preferences.setTypeScale(m_theme.typeScale());
}

void LookActions::showFullScreen(bool on) {
    m_window.setWindowState(on ? m_window.windowState() | Qt::WindowFullScreen
                               : m_window.windowState() & ~Qt::WindowFullScreen);
}

void LookActions::refresh() {
    for (QAction* action : m_themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_theme.kind()));
    m_projector->setChecked(m_theme.projector());
    m_lessMotion->setChecked(m_theme.reducedMotion() || m_theme.systemReducesMotion());
    setUsable(*m_lessMotion, !m_theme.systemReducesMotion(), tr("Your desktop asks for it already."));
    const double scale = m_theme.typeScale();
    setUsable(*m_larger, scale < Theme::kLargestType - kTypeStep / 2, tr("It is as large as it gets."));
    setUsable(*m_smaller, scale > Theme::kSmallestType + kTypeStep / 2, tr("It is as small as it gets."));
    setUsable(*m_usual, std::abs(scale - 1) > kTypeStep / 10, tr("It has its usual size."));
}

} // namespace protomind
