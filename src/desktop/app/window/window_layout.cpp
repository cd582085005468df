// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_layout.h"

#include "desktop/actions/usable.h"
#include "desktop/app/preferences/preferences.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QScreen>
#include <QSplitter>
#include <QTabWidget>

namespace protomind {

namespace {

constexpr QSize kUsualSize(1280, 860);
/// Room on the screen for the frame that the system puts round a window.
constexpr QSize kFrameRoom(16, 48);

} // namespace

WindowLayout::WindowLayout(QMainWindow& window, Preferences& preferences)
    : QObject(&window)
    , m_window(window)
    , m_preferences(preferences)
    , m_reset(new QAction(tr("Put Everything &Back"), &window)) {
    m_reset->setObjectName(QStringLiteral("actionResetLayout"));
    setHelp(*m_reset, tr("All panels shown, and as large as they came"));
    connect(m_reset, &QAction::triggered, this, &WindowLayout::reset);
}

void WindowLayout::addSplitter(QSplitter& splitter, const QList<int>& usualSizes) {
    splitter.setChildrenCollapsible(false);
    m_splits.push_back({&splitter, usualSizes});
}

void WindowLayout::addTabs(QTabWidget& tabs) {
    m_tabs.push_back(&tabs);
}

void WindowLayout::addPanel(QWidget& panel, const QString& name, const QString& text, const QString& help,
                            const QKeySequence& keys) {
    auto* action = new QAction(text, &m_window);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(true);
    action->setShortcut(keys);
    setHelp(*action, help);
    m_window.addAction(action);
    connect(action, &QAction::toggled, &panel, &QWidget::setVisible);
    m_panels.push_back({&panel, action});
}

void WindowLayout::fill(QMenu& view, QAction* before) {
    auto* panels = new QMenu(tr("&Panels"), &view);
    panels->setObjectName(QStringLiteral("menuPanels"));
    for (const Panel& panel : m_panels)
        panels->addAction(panel.action);
    panels->addSeparator();
    panels->addAction(m_reset);
    view.insertMenu(before, panels);
}

void WindowLayout::useUsualSizes() {
    for (const Split& split : m_splits)
        split.splitter->setSizes(split.usual);
}

void WindowLayout::restore() {
    m_window.resize(kUsualSize.boundedTo(m_window.screen()->availableSize() - kFrameRoom));
    useUsualSizes();
    m_window.restoreGeometry(m_preferences.geometry());
    for (const Split& split : m_splits) {
        split.splitter->restoreState(m_preferences.splitter(split.splitter->objectName()));
        // Part of the state, and not for people to choose.
        split.splitter->setChildrenCollapsible(false);
    }
    const QStringList hidden = m_preferences.hiddenPanels();
    for (const Panel& panel : m_panels)
        panel.action->setChecked(!hidden.contains(panel.action->objectName()));
    for (QTabWidget* tabs : m_tabs)
        tabs->setCurrentIndex(m_preferences.tab(tabs->objectName()));
}

void WindowLayout::save() {
    m_preferences.setGeometry(m_window.saveGeometry());
    for (const Split& split : m_splits)
        m_preferences.setSplitter(split.splitter->objectName(), split.splitter->saveState());
    QStringList hidden;
    for (const Panel& panel : m_panels)
        if (!panel.action->isChecked())
            hidden << panel.action->objectName();
    m_preferences.setHiddenPanels(hidden);
    for (const QTabWidget* tabs : m_tabs)
        m_preferences.setTab(tabs->objectName(), tabs->currentIndex());
}

void WindowLayout::reset() {
    for (const Panel& panel : m_panels)
        panel.action->setChecked(true);
    useUsualSizes();
    for (QTabWidget* tabs : m_tabs)
        tabs->setCurrentIndex(0);
}

} // namespace protomind
