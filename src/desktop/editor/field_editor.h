// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/command_id.h"
#include "engine/nn/field.h"

#include <QWidget>

namespace protomind {

/// A control for one declared field: a spin box, check box, list or line, named and explained for everyone.
/// edited() comes with every change by the person, never by setValue(). A number out of the field's range, as
/// a file may hold it, is shown as it is until it is changed.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    [[nodiscard]] const Field& field() const { return m_field; }
    virtual void setValue(const FieldValue& value) = 0;
    /// The same for all edits of one visit: they are one step of the history.
    [[nodiscard]] Gesture gesture() const { return m_gesture; }

signals:
    void edited(const protomind::FieldValue& value);

protected:
    FieldEditor(const Field& field, QWidget* parent);
    /// Lays the control out, names it, and watches it for visits.
    void adopt(QWidget* control);
    /// Says at a control that a file holds a value which can't be set.
    void tellRange(QWidget& control, const FieldValue& value);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Field m_field;
    Gesture m_gesture;
    bool m_outside = false;
};

/// The control that suits the field's type.
[[nodiscard]] FieldEditor* makeFieldEditor(const Field& field, QWidget* parent);

/// A value as text: "5 × 5", "ReLU", "0.001", "yes".
[[nodiscard]] QString valueText(const Field& field, const FieldValue& value);

} // namespace protomind
