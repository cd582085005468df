// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/controls.h"

#include "engine/data/source_text.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace protomind {

namespace {

constexpr LessonControl kControls[] = {
    {"train", "Train"},
    {"step-sample", "One sample"},
    {"step", "One step"},
    {"step-epoch", "One epoch"},
    {"reset", "Reset"},
    {"die", "Other first weights"},
    {"speed", "Speed"},
    {"learning-rate", "Learning rate"},
    {"batch-size", "Batch size"},
    {"optimizer", "Optimiser"},
    {"epochs", "Epochs"},
    {"loss", "Loss"},
    {"validation", "Validation share"},
    {"regularization", "Penalties on weights"},
    {"threads", "Threads"},
    {"augmentation", "Augmentation"},
    {"data", "Data"},
    {"training", "Training settings"},
    {"lenses", "Look inside"},
    {"palette", "Palette"},
    {"canvas", "Canvas"},
    {"inspector", "Inspector"},
    {"curves", "Curves"},
    {"runs", "Your runs"},
    {"predictions", "Predictions"},
    {"test", "Test"},
    {"scene", "Picture"},
    {"undo", "Undo"},
};

} // namespace

std::span<const LessonControl> lessonControls() {
    return kControls;
}

const LessonControl* findLessonControl(std::string_view name) {
    const auto* found = std::ranges::find(kControls, name, &LessonControl::name);
    return found == std::end(kControls) ? nullptr : found;
}

std::string_view nearestLessonControl(std::string_view name) {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const LessonControl& control : kControls)
            all.emplace_back(control.name);
        return all;
    }();
    return nearestName(name, names);
}

} // namespace protomind
