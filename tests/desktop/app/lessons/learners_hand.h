// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/laboratory.h"
#include "studio/course/lesson_action.h"

#include <string>

class QComboBox;

namespace protomind {

class FilterPage;
class LineFitPage;

/// Does actions of a lesson as a learner would: with the mouse and the keys, and only on what is seen at the
/// place that is clicked. What can't be done fails the test.
class LearnersHand {
public:
    explicit LearnersHand(Laboratory& lab)
        : m_lab(lab) {}

    void operator()(const LessonAction& action);
    /// At its middle, after its tab was chosen and it was scrolled into sight.
    void click(QWidget* control);
    /// A place of a control, where it must be the control that is hit.
    void clickAt(QWidget* control, QPoint place);
    void bringIntoSight(QWidget* control);
    void chooseCard(const std::string& layer);

private:
    void act(const TrainAction& action);
    void act(const ResetAction& action);
    void act(const EvaluateAction& action);
    void act(const SetTrainingAction& action);
    void act(const SetWeightAction& action);
    void act(const SetLayerAction& action);
    void act(const AddLayerAction& action);
    void act(const SetDataAction& action);
    void act(const ExportAction& action);
    void act(const SetDeviceAction& action);
    void act(const SetThreadsAction& action);
    void act(const SetPictureAction& action);
    void act(const MoveWindowAction& action);
    void act(const GuessOutputAction& action);
    void act(const LookAction& action);
    /// Shipped lessons ask for nothing else.
    template<class Other>
    void act(const Other&);

    template<class Widget = QWidget>
    [[nodiscard]] Widget* find(const char* name) {
        return m_lab.find<Widget>(name);
    }
    [[nodiscard]] LineFitPage* scene();
    [[nodiscard]] FilterPage* filterScene();
    void setInFilter(FilterPage& page, const SetLayerAction& action);
    /// By the keys: Qt takes a click so soon after the one that opened the list for a double click.
    void chooseEntry(QComboBox* list, int index);
    void typePoints(const std::vector<QPointF>& points);
    void chooseOptions(const std::string& text);
    void setAugmentation(const SetTrainingAction& action);
    void setField(QWidget* editor, const FieldValue& value);
    void setSizes(QWidget* editor, const std::vector<std::int64_t>& sizes);
    void type(QWidget* box, const QString& text);
    [[nodiscard]] bool untilStill();
    [[nodiscard]] bool untilWeight(const SetWeightAction& wanted);

    Laboratory& m_lab;
    QTemporaryDir m_folder; ///< for what is exported
};

} // namespace protomind
