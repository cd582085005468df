// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <vector>

class QAction;
class QMainWindow;
class QWidget;

namespace protomind {

/// The controls of the window by the names that lessons call them: locks and hides them for a while, and
/// gives all of them back as they were.
class ControlKeeper : public QObject {
    Q_OBJECT
public:
    explicit ControlKeeper(QMainWindow& window);

    /// In sight, but of no use; the pointer says why.
    void lock(const QString& control, const QString& reason);
    void hide(const QString& control);
    /// All that was locked and hidden is as it was before.
    void release();

    /// Brings a control into sight: its panel, its tab, the place where it was scrolled to. Null where there
    /// is no such control, or a lesson hides it.
    QWidget* reveal(const QString& control);
    [[nodiscard]] bool isLocked(const QString& control) const;

private:
    struct Parts {
        QStringList widgets;
        QStringList actions;
        /// An action that is only pointed at: whether it can be used is for others to say, such as the
        /// history.
        QString inToolBar = {};
    };
    [[nodiscard]] static const Parts* partsOf(const QString& control);
    [[nodiscard]] std::vector<QWidget*> widgetsOf(const Parts& parts) const;
    [[nodiscard]] std::vector<QAction*> actionsOf(const Parts& parts) const;
    [[nodiscard]] QWidget* toolButtonOf(const Parts& parts) const;

    struct ChangedWidget {
        QPointer<QWidget> widget;
        bool wasEnabled = true;
        bool wasHidden = false;
        QString toolTip;
    };
    struct ChangedAction {
        QPointer<QAction> action;
        bool wasEnabled = true;
        bool wasVisible = true;
        QString obstacle;
    };
    void hideWidget(QWidget& widget);
    void note(QWidget& widget);
    void note(QAction& action);

    QMainWindow& m_window;
    std::vector<ChangedWidget> m_widgets;
    std::vector<ChangedAction> m_actions;
    QStringList m_locked;
};

} // namespace protomind
