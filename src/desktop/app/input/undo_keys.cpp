// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/input/undo_keys.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSpinBox>

namespace protomind {

namespace {

/// The line that a person types into, of a field that has one.
QLineEdit* lineOf(QObject* field) {
    if (auto* line = qobject_cast<QLineEdit*>(field))
        return line;
    if (const auto* box = qobject_cast<QComboBox*>(field))
        return box->lineEdit();
    return qobject_cast<QAbstractSpinBox*>(field) ? field->findChild<QLineEdit*>() : nullptr;
}

} // namespace

UndoKeys::UndoKeys(QObject* parent)
    : QObject(parent) {
    qApp->installEventFilter(this);
}

void UndoKeys::followField(QWidget& widget) {
    QLineEdit* line = lineOf(&widget);
    if (!line)
        return;
    const auto counts = [line] { line->setModified(false); };
    if (&widget == line)
        connect(line, &QLineEdit::editingFinished, line, counts);
    if (const auto* box = qobject_cast<QAbstractSpinBox*>(&widget))
        connect(box, &QAbstractSpinBox::editingFinished, line, counts);
    if (const auto* box = qobject_cast<QSpinBox*>(&widget))
        connect(box, &QSpinBox::valueChanged, line, counts);
    if (const auto* box = qobject_cast<QDoubleSpinBox*>(&widget))
        connect(box, &QDoubleSpinBox::valueChanged, line, counts);
}

bool UndoKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Polish) {
        if (auto* widget = qobject_cast<QWidget*>(watched))
            followField(*widget);
        return false;
    }
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const QLineEdit* line = lineOf(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (!line || !(undo || key->matches(QKeySequence::Redo)))
        return false;
    if (undo ? line->isModified() && line->isUndoAvailable() : line->isRedoAvailable())
        return false; // The field's own.
    event->ignore();
    return true;
}

} // namespace protomind
