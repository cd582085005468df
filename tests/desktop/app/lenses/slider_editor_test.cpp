// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lenses/slider_editor.h"
#include "studio/lens/lens_type.h"

#include <QSignalSpy>
#include <QSlider>

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {
namespace {

const Field& fieldOf(const char* lens, const char* name) {
    return *std::ranges::find(findLensType(lens)->fields, name, &Field::name);
}

double movedTo(SliderEditor& editor, QSlider& slider, int position) {
    QSignalSpy edited(&editor, &FieldEditor::edited);
    slider.setValue(position);
    return edited.isEmpty() ? -1 : std::get<double>(edited.last().first().value<FieldValue>());
}

TEST(SliderEditor, ATemperatureCanBeSetFromItsLeastToItsLargest) {
    const Field& temperature = fieldOf("calibration", "temperature");
    SliderEditor editor(temperature, nullptr);
    auto& slider = *editor.findChild<QSlider*>();
    editor.setValue(1.0);
    EXPECT_GT(slider.value(), slider.maximum() / 4) << "there is room to both sides";
    EXPECT_LT(slider.value(), slider.maximum() * 3 / 4);
    EXPECT_EQ(movedTo(editor, slider, slider.maximum()), temperature.maximum);
    EXPECT_EQ(movedTo(editor, slider, 0), temperature.minimum);
}

TEST(SliderEditor, WhatIsSetStandsWhereItIsFoundAgain) {
    for (const Field* field : {&fieldOf("calibration", "temperature"), &fieldOf("adversary", "epsilon")}) {
        SliderEditor editor(*field, nullptr);
        auto& slider = *editor.findChild<QSlider*>();
        editor.setValue(field->defaultValue);
        double before = -1;
        for (const int position : {20, 60, 120, 180}) {
            const double value = movedTo(editor, slider, position);
            EXPECT_GT(value, before);
            before = value;
            editor.setValue(field->defaultValue);
            editor.setValue(value);
            EXPECT_NEAR(slider.value(), position, 4) << field->name << ' ' << value;
        }
    }
}

} // namespace
} // namespace protomind
