// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QPointer>

#include <vector>

class QAction;

namespace protomind {

class ActionRegistry;

/// What the command palette lists: all actions, those chosen last in front; or those that typed letters fit,
/// the best first.
class CommandList : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        GroupRole = Qt::UserRole, ///< the menus it is in
        KeysRole,                 ///< its keys, as they are written here
        ObstacleRole,             ///< why it can't be done now; empty where it can
        HelpRole,                 ///< what it does, in a sentence
        MatchRole,                ///< QList<int>: where the typed letters are in its text
    };

    CommandList(ActionRegistry& registry, QObject* parent = nullptr);

    /// Looks all actions up anew; recent names go in front.
    void open(const QStringList& recent);
    void setPattern(const QString& pattern);
    [[nodiscard]] QAction* action(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Command {
        QPointer<QAction> action;
        QString text;
        QString group;
    };
    struct Hit {
        std::size_t command = 0;
        int score = 0;
        QList<int> positions;
    };
    [[nodiscard]] static bool fits(const Command& command, const QString& pattern, Hit& hit);

    ActionRegistry& m_registry;
    std::vector<Command> m_commands;
    std::vector<Hit> m_hits;
};

} // namespace protomind
