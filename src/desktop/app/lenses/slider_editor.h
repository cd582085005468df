// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/editor/field_editor.h"

class QSlider;

namespace protomind {

/// A number to be dragged: a slider before the box of makeFieldEditor. It reaches up to 1, where what is
/// small is told apart most finely; the box takes more.
class SliderEditor final : public FieldEditor {
    Q_OBJECT
public:
    SliderEditor(const Field& field, QWidget* parent);

    void setValue(const FieldValue& value) override;

private:
    void showOnSlider(const FieldValue& value);

    QSlider* m_slider;
    FieldEditor* m_number;
};

} // namespace protomind
