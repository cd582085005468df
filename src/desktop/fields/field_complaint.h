// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPointer>
#include <QTimer>

namespace protomind {

/// A sentence below a field, about what was typed there and not taken. It stays for a while, or until more is
/// typed or the mouse is pressed anywhere; there is one in a window.
class FieldComplaint : public QLabel {
    Q_OBJECT
public:
    /// Once control is back in the event loop.
    static void say(QWidget& field, const QString& sentence);
    /// Where the sentence is about this field.
    static void takeBack(const QWidget& field);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit FieldComplaint(QWidget& window);
    static void show(QWidget& field, const QString& sentence);
    static FieldComplaint* in(const QWidget& window);
    void place();

    QPointer<QWidget> m_field;
    QTimer m_end;
};

} // namespace protomind
