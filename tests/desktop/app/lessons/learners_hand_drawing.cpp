// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand draws on the canvas, and the data that it chooses.
#include "desktop/app/data/data_options.h"
#include "desktop/app/lessons/learners_hand.h"
#include "desktop/editor/field_editor.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/palette/layer_finder.h"
#include "engine/nn/layer_type.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QLineEdit>

#include <gtest/gtest.h>

namespace protomind {

/// Its name is typed on the canvas, where a card is chosen or none; then its own name and settings on the
/// right.
void LearnersHand::act(const AddLayerAction& action) {
    NetworkView& canvas = m_lab.window.canvas();
    QTest::keyClick(&canvas, Qt::Key_0, Qt::ControlModifier); // all of it in sight
    if (action.after.empty())
        clickAt(canvas.viewport(), QPoint(8, 8));
    else
        chooseCard(action.after);
    const std::vector<Layer> before = m_lab.document.network().layers();
    const QString title = QString::fromStdString(findLayerType(action.type)->title);
    QTest::keyClicks(&canvas, title.left(1));
    auto* finder = canvas.findChild<LayerFinder*>();
    ASSERT_TRUE(Laboratory::until([&] { return finder->isVisible(); })) << "no box to type a layer's name in";
    auto* box = finder->findChild<QLineEdit*>();
    QTest::keyClicks(box, title.mid(1));
    QTest::keyClick(box, Qt::Key_Return);
    const std::vector<Layer>& layers = m_lab.document.network().layers();
    ASSERT_EQ(layers.size(), before.size() + 1) << title.toStdString();
    const Layer& added = layers.back(); // ids grow
    ASSERT_EQ(added.type, action.type);
    std::string name = added.name;
    if (!action.name.empty()) {
        QTest::keyClick(&canvas, Qt::Key_0, Qt::ControlModifier);
        chooseCard(name);
        type(find("layerName"), QString::fromStdString(action.name));
        name = action.name;
        ASSERT_NE(m_lab.document.network().layerNamed(name), nullptr) << name;
    }
    for (const auto& [field, value] : action.settings)
        act(SetLayerAction{name, field, value});
}

/// By the options of the data that are chosen already.
void LearnersHand::chooseOptions(const std::string& text) {
    const DataChoice wanted = DataChoice::parse(text);
    const DataChoice present = DataChoice::parse(m_lab.document.experiment().data);
    ASSERT_EQ(wanted.name, present.name) << "the hand only moves the options of data";
    for (const auto& [option, value] : wanted.values)
        if (value != present.values.at(option)) {
            QWidget* box = find(("option." + option).c_str());
            ASSERT_NE(box, nullptr) << option;
            type(box->findChild<QLineEdit*>(), QString::number(value));
        }
    EXPECT_EQ(m_lab.document.experiment().data, wanted.text());
    ASSERT_TRUE(untilStill());
}

/// Switched on in the Data panel; then the amount is typed, in percent of a share or in degrees.
void LearnersHand::setAugmentation(const SetTrainingAction& action) {
    constexpr std::string_view kPrefix = "augment_";
    const std::string name = action.field.substr(kPrefix.size());
    auto* on = find<QCheckBox>(("augment-" + name).c_str());
    ASSERT_NE(on, nullptr) << name;
    if (!on->isChecked()) {
        bringIntoSight(on);
        clickAt(on, {on->height() / 2, on->height() / 2});
    }
    if (const auto* amount = std::get_if<double>(&action.value)) {
        const double scale = name == "turn" ? 1 : 100;
        QWidget* box = find(("option." + action.field).c_str());
        ASSERT_NE(box, nullptr) << action.field;
        type(box->findChild<QLineEdit*>(), QString::number(scale * *amount));
    }
    EXPECT_EQ(trainingField(m_lab.document.experiment().training, action.field), action.value);
    ASSERT_TRUE(untilStill());
}

void LearnersHand::setSizes(QWidget* editor, const std::vector<std::int64_t>& sizes) {
    const auto boxes = editor->findChildren<QAbstractSpinBox*>();
    if (boxes.empty()) {
        QStringList texts;
        for (const std::int64_t size : sizes)
            texts << QString::number(size);
        type(editor->findChild<QLineEdit*>(), texts.join(QStringLiteral(" x ")));
        return;
    }
    ASSERT_EQ(boxes.size(), std::ssize(sizes));
    for (int i = 0; i < boxes.size(); ++i)
        type(boxes[i]->findChild<QLineEdit*>(), QString::number(sizes[static_cast<std::size_t>(i)]));
}

} // namespace protomind
