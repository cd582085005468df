// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/commands/command_list.h"

#include "desktop/actions/usable.h"
#include "desktop/app/commands/action_registry.h"
#include "desktop/app/commands/fuzzy_match.h"

#include <QAction>

#include <algorithm>

namespace protomind {

namespace {

/// A match in the name weighs more than one that needs the menu's name, or one in the help.
constexpr int kInGroup = -20;
constexpr int kInHelp = -40;

} // namespace

CommandList::CommandList(ActionRegistry& registry, QObject* parent)
    : QAbstractListModel(parent)
    , m_registry(registry) {}

void CommandList::open(const QStringList& recent) {
    m_registry.collect();
    m_commands.clear();
    for (QAction* action : m_registry.actions())
        if (action->isVisible())
            m_commands.push_back({action, spokenText(*action), m_registry.group(*action)});
    const auto rank = [&recent](const Command& command) {
        const auto at = recent.indexOf(command.action->objectName());
        return at < 0 ? recent.size() : at;
    };
    std::ranges::stable_sort(m_commands, {}, rank);
    setPattern({});
}

bool CommandList::fits(const Command& command, const QString& pattern, Hit& hit) {
    if (const auto match = fuzzyMatch(pattern, command.text)) {
        hit.score = match->score;
        hit.positions = QList<int>(match->positions.begin(), match->positions.end());
        return true;
    }
    if (const auto match = fuzzyMatch(pattern, command.group + QLatin1Char(' ') + command.text)) {
        hit.score = match->score + kInGroup;
        return true;
    }
    hit.score = kInHelp;
    return help(*command.action).contains(pattern.trimmed(), Qt::CaseInsensitive);
}

void CommandList::setPattern(const QString& pattern) {
    beginResetModel();
    m_hits.clear();
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        Hit hit{.command = i, .score = 0, .positions = {}};
        if (m_commands[i].action && fits(m_commands[i], pattern, hit))
            m_hits.push_back(std::move(hit));
    }
    std::ranges::stable_sort(m_hits, std::greater(), &Hit::score);
    endResetModel();
}

QAction* CommandList::action(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    return m_commands[m_hits[static_cast<std::size_t>(index.row())].command].action;
}

int CommandList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

Qt::ItemFlags CommandList::flags(const QModelIndex& index) const {
    // Also those that can't be done now: choosing one says why.
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled : Qt::NoItemFlags;
}

QVariant CommandList::data(const QModelIndex& index, int role) const {
    const QAction* action = this->action(index);
    if (action == nullptr)
        return {};
    const Hit& hit = m_hits[static_cast<std::size_t>(index.row())];
    const Command& command = m_commands[hit.command];
    const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
    QString reason = obstacle(*action);
    if (reason.isEmpty() && !action->isEnabled())
        reason = tr("This can't be done now.");
    switch (role) {
    case Qt::DisplayRole:
        return command.text;
    case Qt::DecorationRole:
        return action->icon();
    case Qt::CheckStateRole:
        return action->isCheckable() ? QVariant(action->isChecked() ? Qt::Checked : Qt::Unchecked)
                                     : QVariant();
    case Qt::AccessibleTextRole: {
        QStringList parts{command.text, command.group, keys, reason};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case GroupRole:
        return command.group;
    case KeysRole:
        return keys;
    case Qt::ToolTipRole: // where it is too long for its row
    case ObstacleRole:
        return reason;
    case HelpRole:
        return help(*action);
    case MatchRole:
        return QVariant::fromValue(hit.positions);
    default:
        return {};
    }
}

} // namespace protomind
