// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/commands/action_registry.h"

#include "desktop/actions/usable.h"
#include "desktop/app/preferences/preferences.h"

#include <QAbstractButton>
#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <algorithm>
#include <functional>

namespace protomind {

namespace {

bool holds(const QObject* outer, const QObject* inner) {
    while (inner != nullptr && inner != outer)
        inner = inner->parent();
    return inner != nullptr;
}

/// Whether a person can come by it from anywhere in the window: with keys, a button, or the menu bar. What a
/// single picture's own menu does is for that picture.
bool hasPlace(const QAction& action, const QMainWindow& window) {
    const QList<QObject*> places = action.associatedObjects();
    return !action.shortcuts().isEmpty() || std::ranges::any_of(places, [&window](const QObject* place) {
        if (qobject_cast<const QMenu*>(place) != nullptr)
            return holds(window.menuBar(), place);
        return place == &window || qobject_cast<const QToolBar*>(place) != nullptr ||
               qobject_cast<const QAbstractButton*>(place) != nullptr;
    });
}

bool belongs(const QAction& action) {
    // Qt's own names begin with two letters and an underscore: "qt_".
    return !action.objectName().isEmpty() && !action.objectName().startsWith(QLatin1String("qt_")) &&
           !action.text().isEmpty() && !action.isSeparator() && action.menu() == nullptr;
}

/// Visits the actions of a menu and of those inside it, with the names of the menus on the way.
void walk(const QList<QAction*>& actions, const QString& path,
          const std::function<void(QAction*, const QString&)>& visit) {
    for (QAction* action : actions) {
        if (const QMenu* menu = action->menu())
            walk(menu->actions(),
                 path.isEmpty() ? spokenText(*action) : path + QStringLiteral(" › ") + spokenText(*action),
                 visit);
        else
            visit(action, path);
    }
}

/// Both are reached by keys at once where one's widget holds the other's.
bool meet(const QAction& a, const QAction& b) {
    const auto local = [](const QAction& action) {
        return action.shortcutContext() == Qt::WidgetShortcut ||
               action.shortcutContext() == Qt::WidgetWithChildrenShortcut;
    };
    if (!local(a) || !local(b))
        return true;
    const QObject* first = a.parent();
    const QObject* second = b.parent();
    return holds(first, second) || holds(second, first);
}

} // namespace

ActionRegistry::ActionRegistry(QMainWindow& window, Preferences& preferences)
    : QObject(&window)
    , m_window(window)
    , m_preferences(preferences) {}

void ActionRegistry::collect() {
    std::erase_if(m_entries, [](const Entry& entry) { return entry.action.isNull(); });
    for (QAction* action : m_window.findChildren<QAction*>()) {
        if (!belongs(*action) || !hasPlace(*action, m_window) || entryOf(*action) != nullptr)
            continue;
        if (help(*action).isEmpty())
            setHelp(*action, action->statusTip());
        m_entries.push_back({action, action->objectName(), action->shortcuts()});
        if (const auto keys = m_preferences.shortcuts(action->objectName()))
            action->setShortcuts(*keys);
        describe(*action);
        // Who enables or renames an action need not know how it is described. Ends: the same text is no
        // change.
        connect(action, &QAction::changed, this, [action] { describe(*action); });
    }
}

std::vector<QAction*> ActionRegistry::actions() const {
    std::vector<QAction*> all;
    const auto add = [&](QAction* action) {
        if (entryOf(*action) != nullptr && std::ranges::find(all, action) == all.end())
            all.push_back(action);
    };
    walk(m_window.menuBar()->actions(), {}, [&](QAction* action, const QString&) { add(action); });
    for (const Entry& entry : m_entries)
        if (entry.action)
            add(entry.action);
    return all;
}

QAction* ActionRegistry::find(const QString& name) const {
    const auto found = std::ranges::find(m_entries, name, &Entry::name);
    return found == m_entries.end() ? nullptr : found->action.data();
}

QString ActionRegistry::group(const QAction& action) const {
    QString found;
    walk(m_window.menuBar()->actions(), {}, [&](const QAction* here, const QString& path) {
        if (here == &action && found.isEmpty())
            found = path;
    });
    return found;
}

const ActionRegistry::Entry* ActionRegistry::entryOf(const QAction& action) const {
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry& entry) { return entry.action == &action; });
    return found == m_entries.end() ? nullptr : &*found;
}

QList<QKeySequence> ActionRegistry::usualKeys(const QAction& action) const {
    const Entry* entry = entryOf(action);
    return entry != nullptr ? entry->usual : QList<QKeySequence>();
}

void ActionRegistry::setKeys(QAction& action, const QList<QKeySequence>& keys) {
    if (keys == usualKeys(action))
        m_preferences.forgetShortcuts(action.objectName());
    else
        m_preferences.setShortcuts(action.objectName(), keys);
    action.setShortcuts(keys);
    describe(action);
    emit keysChanged(&action);
}

void ActionRegistry::restoreUsualKeys(QAction& action) {
    setKeys(action, usualKeys(action));
}

std::vector<QAction*> ActionRegistry::conflicts(const QAction& action, const QKeySequence& keys) const {
    std::vector<QAction*> found;
    for (const Entry& entry : m_entries) {
        if (entry.action.isNull() || entry.action == &action || !meet(action, *entry.action))
            continue;
        const QList<QKeySequence> others = entry.action->shortcuts();
        if (std::ranges::any_of(others, [&](const QKeySequence& other) { return collide(keys, other); }))
            found.push_back(entry.action);
    }
    return found;
}

bool ActionRegistry::collide(const QKeySequence& a, const QKeySequence& b) {
    return !a.isEmpty() && !b.isEmpty() &&
           (a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch);
}

QString ActionRegistry::refusal(const QKeySequence& keys) {
    if (keys.isEmpty())
        return tr("Press the keys first.");
    const QKeyCombination first = keys[0];
    if ((first.keyboardModifiers() & ~Qt::ShiftModifier) != Qt::NoModifier)
        return {};
    switch (first.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Escape:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return tr("This key moves about the window, everywhere. Hold Ctrl or Alt as well.");
    default:
        return {};
    }
}

} // namespace protomind
