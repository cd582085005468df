// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/control_keeper.h"

#include "desktop/actions/usable.h"

#include <QAction>
#include <QHash>
#include <QMainWindow>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <QToolBar>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

constexpr std::array kRunButtons{"trainButton", "sampleButton", "stepButton", "epochButton"};

QString named(const char* name) {
    return QString::fromLatin1(name);
}

/// The tabs that a widget is a page of; null where it is none.
QTabWidget* tabsOf(QWidget& widget) {
    auto* tabs =
        widget.parentWidget() ? qobject_cast<QTabWidget*>(widget.parentWidget()->parentWidget()) : nullptr;
    return tabs && tabs->indexOf(&widget) >= 0 ? tabs : nullptr;
}

} // namespace

ControlKeeper::ControlKeeper(QMainWindow& window)
    : QObject(&window)
    , m_window(window) {}

/// Object names of the widgets and actions that a control is made of; lessonControls() has the same names.
const ControlKeeper::Parts* ControlKeeper::partsOf(const QString& control) {
    const auto run = [](const char* button, const char* action) {
        return Parts{{named(button)}, {named(action)}};
    };
    const auto training = [](const char* field) {
        const QString name = named("training-") + named(field);
        return Parts{{name, name + named("-label")}, {}};
    };
    const auto besideData = [&training](const char* field) {
        Parts parts = training(field);
        const QString name = named("data-") + named(field);
        parts.widgets << name << name + named("-label");
        return parts;
    };
    static const QHash<QString, Parts> kParts{
        {named("train"), run("trainButton", "actionTrain")},
        {named("training"), {{named("trainingPanel")}, {}}},
        {named("step-sample"), run("sampleButton", "actionStepSample")},
        {named("step"),
         {{named("stepButton"), named("slowButton")}, {named("actionStep"), named("actionSlowMotion")}}},
        {named("step-epoch"), run("epochButton", "actionStepEpoch")},
        {named("reset"), run("resetButton", "actionReset")},
        {named("die"),
         {{named("dieButton"), named("seedBox"), named("seedLabel")}, {named("actionRollSeed")}}},
        {named("speed"), {{named("speedControl")}, {named("actionSlower"), named("actionFaster")}}},
        {named("learning-rate"), training("learning_rate")},
        {named("batch-size"), besideData("batch_size")},
        {named("optimizer"), training("optimizer")},
        {named("epochs"), training("epochs")},
        {named("loss"), training("loss")},
        {named("validation"), besideData("validation")},
        {named("regularization"), {training("l2").widgets + training("l1").widgets, {}}},
        {named("threads"), training("threads")},
        {named("augmentation"), {{named("augmentationBox")}, {}}},
        {named("data"), {{named("dataPanel")}, {}}},
        {named("lenses"), {{named("lensPanel")}, {}}},
        {named("palette"), {{named("leftTabs")}, {}}},
        {named("canvas"), {{named("canvas")}, {}}},
        {named("inspector"), {{named("inspector")}, {}}},
        {named("curves"), {{named("curvesPage"), named("runsPanel")}, {named("actionRuns")}}},
        {named("runs"), {{named("runsPanel")}, {named("actionRuns")}}},
        {named("predictions"), {{named("predictionPanel")}, {}}},
        {named("test"), {{named("evaluateButton")}, {named("actionEvaluate")}}},
        {named("scene"), {{named("lessonScene")}, {}}},
        {named("undo"), {{}, {}, named("actionUndo")}},
    };
    const auto found = kParts.constFind(control);
    return found == kParts.constEnd() ? nullptr : &*found;
}

std::vector<QWidget*> ControlKeeper::widgetsOf(const Parts& parts) const {
    std::vector<QWidget*> widgets;
    for (const QString& name : parts.widgets)
        if (auto* widget = m_window.findChild<QWidget*>(name))
            widgets.push_back(widget);
    return widgets;
}

std::vector<QAction*> ControlKeeper::actionsOf(const Parts& parts) const {
    std::vector<QAction*> actions;
    for (const QString& name : parts.actions)
        if (auto* action = m_window.findChild<QAction*>(name))
            actions.push_back(action);
    return actions;
}

void ControlKeeper::note(QWidget& widget) {
    if (std::ranges::none_of(m_widgets, [&](const ChangedWidget& one) { return one.widget == &widget; }))
        m_widgets.push_back(
            {&widget, widget.isEnabledTo(widget.parentWidget()), widget.isHidden(), widget.toolTip()});
}

void ControlKeeper::note(QAction& action) {
    if (std::ranges::none_of(m_actions, [&](const ChangedAction& one) { return one.action == &action; }))
        m_actions.push_back({&action, action.isEnabled(), action.isVisible(), obstacle(action)});
}

void ControlKeeper::lock(const QString& control, const QString& reason) {
    const Parts* parts = partsOf(control);
    if (!parts)
        return;
    m_locked << control;
    for (QAction* action : actionsOf(*parts)) {
        note(*action);
        setUsable(*action, false, reason);
    }
    for (QWidget* widget : widgetsOf(*parts)) {
        note(*widget);
        widget->setEnabled(false);
        widget->setToolTip(reason);
    }
}

void ControlKeeper::hide(const QString& control) {
    const Parts* parts = partsOf(control);
    if (!parts)
        return;
    for (QAction* action : actionsOf(*parts)) {
        note(*action);
        action->setVisible(false);
        action->setEnabled(false); // also by its keys
    }
    for (QWidget* widget : widgetsOf(*parts))
        hideWidget(*widget);
    // Where nothing can be run there is nothing to say of a run.
    const bool runs = std::ranges::any_of(kRunButtons, [this](const char* name) {
        const auto* button = m_window.findChild<QWidget*>(QLatin1String(name));
        return button && !button->isHidden();
    });
    if (auto* bar = m_window.findChild<QWidget*>(QStringLiteral("RunBar")); bar && !runs)
        hideWidget(*bar);
}

/// With the last of them goes what held them, so that its room is given to others.
void ControlKeeper::hideWidget(QWidget& widget) {
    note(widget);
    if (QTabWidget* tabs = tabsOf(widget)) {
        tabs->setTabVisible(tabs->indexOf(&widget), false);
        bool any = false;
        for (int i = 0; i < tabs->count(); ++i)
            any = any || tabs->isTabVisible(i);
        if (!any)
            hideWidget(*tabs);
        return;
    }
    widget.hide();
    QWidget* parent = widget.parentWidget();
    if (parent && qobject_cast<QSplitter*>(parent->parentWidget()) && !qobject_cast<QSplitter*>(parent)) {
        const auto children = parent->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        if (std::ranges::all_of(children, [](const QWidget* child) { return child->isHidden(); }))
            hideWidget(*parent);
    }
    if (auto* splitter = qobject_cast<QSplitter*>(widget.parentWidget())) {
        bool any = false;
        for (int i = 0; i < splitter->count(); ++i)
            any = any || !splitter->widget(i)->isHidden();
        if (!any)
            hideWidget(*splitter);
    }
}

void ControlKeeper::release() {
    for (const ChangedWidget& one : m_widgets) {
        if (!one.widget)
            continue;
        one.widget->setEnabled(one.wasEnabled);
        one.widget->setToolTip(one.toolTip);
        if (QTabWidget* tabs = tabsOf(*one.widget))
            tabs->setTabVisible(tabs->indexOf(one.widget), true);
        else
            one.widget->setHidden(one.wasHidden);
    }
    for (const ChangedAction& one : m_actions) {
        if (!one.action)
            continue;
        one.action->setVisible(one.wasVisible);
        setUsable(*one.action, one.wasEnabled, one.obstacle);
    }
    m_widgets.clear();
    m_actions.clear();
    m_locked.clear();
}

bool ControlKeeper::isLocked(const QString& control) const {
    return m_locked.contains(control);
}

QWidget* ControlKeeper::toolButtonOf(const Parts& parts) const {
    auto* bar = m_window.findChild<QToolBar*>(QStringLiteral("toolBar"));
    auto* action = m_window.findChild<QAction*>(parts.inToolBar);
    return bar && action ? bar->widgetForAction(action) : nullptr;
}

QWidget* ControlKeeper::reveal(const QString& control) {
    const Parts* parts = partsOf(control);
    if (!parts)
        return nullptr;
    const std::vector<QWidget*> widgets = widgetsOf(*parts);
    QWidget* wanted = widgets.empty() ? toolButtonOf(*parts) : widgets.front();
    if (!wanted)
        return nullptr;
    for (QWidget* one = wanted; one && one->parentWidget(); one = one->parentWidget()) {
        QWidget* parent = one->parentWidget();
        if (auto* tabs = qobject_cast<QTabWidget*>(parent->parentWidget()); tabs && tabs->indexOf(one) >= 0) {
            if (!tabs->isTabVisible(tabs->indexOf(one)))
                return nullptr;
            tabs->setCurrentWidget(one);
        }
        if (auto* area = qobject_cast<QScrollArea*>(parent->parentWidget()); area && area->widget() == one)
            area->ensureWidgetVisible(wanted);
    }
    return wanted->isVisibleTo(&m_window) ? wanted : nullptr;
}

} // namespace protomind
