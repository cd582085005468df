// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QAbstractSpinBox;

namespace protomind {

/// Watches what is typed into a spin box. Where it is given up on (Enter, leaving the box, a step) and can't
/// be taken, the box goes back to what it was before the typing began, and says why: a spin box of its own
/// would keep silent, and leave whatever number stood there on the way.
class TypingGuard : public QObject {
    Q_OBJECT
public:
    struct Box {
        std::function<QString(const QString& text)> complaint; ///< empty where the text can be taken
        std::function<double()> value;
        std::function<void(double)> setValue;
    };
    TypingGuard(QAbstractSpinBox& box, Box access);

    /// True where what is typed was refused.
    bool refuse();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QAbstractSpinBox& m_spinBox;
    Box m_box;
    bool m_typing = false;
    double m_before = 0;
};

} // namespace protomind
