// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/fields/typing_guard.h"

#include "desktop/fields/field_complaint.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QLineEdit>

#include <utility>

namespace protomind {

TypingGuard::TypingGuard(QAbstractSpinBox& box, Box access)
    : QObject(&box)
    , m_spinBox(box)
    , m_box(std::move(access)) {
    box.installEventFilter(this);
    connect(box.findChild<QLineEdit*>(), &QLineEdit::textEdited, this, [this] {
        FieldComplaint::takeBack(m_spinBox);
        // This comes before the box reads its new text.
        if (!std::exchange(m_typing, true))
            m_before = m_box.value();
    });
}

bool TypingGuard::refuse() {
    if (!std::exchange(m_typing, false))
        return false;
    const QString complaint = m_box.complaint(m_spinBox.text());
    if (complaint.isEmpty())
        return false;
    m_box.setValue(m_before);
    m_spinBox.selectAll();
    FieldComplaint::say(m_spinBox, complaint);
    return true;
}

bool TypingGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && refuse())
            return true; // a dialog's button must not take it for a yes
    } else if (event->type() == QEvent::FocusOut) {
        refuse();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace protomind
