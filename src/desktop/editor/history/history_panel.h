// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QUndoStack;
class QUndoView;

namespace protomind {

/// Every step since the project was opened, by name: a click on one goes back or forth to it. The step that
/// was saved is marked.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(QUndoStack& history, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refreshLook();

    QUndoView* m_steps = nullptr;
};

} // namespace protomind
