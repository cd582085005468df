// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace protomind {

/// A message over the canvas, in words, that stays until it is closed or no longer true, with at most two
/// ways out to press. The newest is shown; those before it about something else come back when it goes.
class MessageStrip : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Warning };
    /// What a message is about, so that it can be taken back when it is no longer true.
    enum class Topic {
        Obstacle,
        Divergence,
        Schedule,
        Batch,
        Failure,
        File,
        Run,
        Device,
        KeptAside,
        Weights,
        Project,
        FirstStep,
        Fault
    };

    struct Button {
        QString text;
        std::function<void()> press;
    };

    explicit MessageStrip(QWidget* parent = nullptr);

    void say(Topic topic, Kind kind, const QString& sentence, Button button = {}, Button other = {});
    /// Takes the message back if it is about this.
    void withdraw(Topic topic);
    void withdrawAllBut(Topic topic);
    /// What is said now; empty where nothing is.
    [[nodiscard]] QString text() const;

private:
    struct Message {
        Topic topic;
        Kind kind;
        QString sentence;
        Button button;
        Button other;
    };
    [[nodiscard]] QPushButton* makeButton(Button Message::*which);
    void showNewest();
    void closeNewest();

    QLabel* m_icon = nullptr;
    QLabel* m_label = nullptr;
    QPushButton* m_button = nullptr;
    QPushButton* m_other = nullptr;
    QToolButton* m_close = nullptr;
    std::vector<Message> m_messages; ///< at most one a topic, the newest last
};

} // namespace protomind
