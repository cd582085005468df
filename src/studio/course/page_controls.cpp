// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/page_controls.h"

#include "studio/course/controls.h"
#include "studio/course/filter_options.h"
#include "studio/course/lesson_scenes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace protomind {

namespace {

/// A control and the one that it lies in.
struct Inside {
    std::string_view control;
    std::string_view within;
};
constexpr Inside kInside[] = {
    {"learning-rate", "training"},  {"batch-size", "training"},
    {"optimizer", "training"},      {"epochs", "training"},
    {"loss", "training"},           {"validation", "training"},
    {"regularization", "training"}, {"threads", "training"},
    {"test", "predictions"},        {"runs", "curves"},
    {"augmentation", "data"},
};
/// With the last of these the bar goes that has the others, too.
constexpr std::array<std::string_view, 4> kRunButtons{"train", "step-sample", "step", "step-epoch"};
constexpr std::array<std::string_view, 3> kBesideRunButtons{"reset", "die", "speed"};

/// What a link does, and the control whose business it is.
struct LinkedControl {
    std::string_view action;
    std::string_view control;
};
constexpr LinkedControl kLinked[] = {
    {"train", "train"},           {"pause", "train"}, {"step", "step"}, {"step-sample", "step-sample"},
    {"step-epoch", "step-epoch"}, {"reset", "reset"}, {"die", "die"},   {"evaluate", "test"},
};

/// The control that a setting of the training has.
std::string_view controlOf(const std::string& field) {
    if (field == "learning_rate" || field == "schedule")
        return field == "schedule" ? "training" : "learning-rate";
    if (field == "batch_size")
        return "batch-size";
    if (field == "l1" || field == "l2")
        return "regularization";
    if (field == "seed")
        return "die";
    if (field.starts_with("augment_"))
        return "augmentation";
    const LessonControl* same = findLessonControl(field);
    return same != nullptr ? same->name : "training";
}

bool isAmong(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

template<class... Handlers>
struct ActionCases : Handlers... {
    using Handlers::operator()...;
};

} // namespace

bool PageControls::isHidden(std::string_view control) const {
    const auto listed = [this](std::string_view name) { return isAmong(m_step.hides, name); };
    if (listed(control))
        return true;
    if (control == "scene")
        return !m_step.scene;
    if (control == "canvas")
        return m_step.scene.has_value();
    if (std::ranges::find(kBesideRunButtons, control) != kBesideRunButtons.end())
        return std::ranges::all_of(kRunButtons, listed);
    const auto* inside = std::ranges::find(kInside, control, &Inside::control);
    return inside != std::end(kInside) && listed(inside->within);
}

bool PageControls::isLocked(std::string_view control) const {
    if (isAmong(m_step.locks, control))
        return true;
    const auto* inside = std::ranges::find(kInside, control, &Inside::control);
    return inside != std::end(kInside) && isAmong(m_step.locks, inside->within);
}

bool PageControls::isUsable(std::string_view control) const {
    return !isHidden(control) && !isLocked(control);
}

ControlFault PageControls::faultOf(std::string_view control) const {
    if (control == "scene" && !m_step.scene)
        return {"There is no scene on this page.", "Give the step its \"scene\", or point elsewhere."};
    if (control == "canvas" && m_step.scene && !isAmong(m_step.hides, control))
        return {"The scene is in place of the canvas on this page.", "Take out one of the two."};
    if (!isHidden(control))
        return {sentence("\"{:s}\" is locked on this page.", control), "Take it out of \"lock\"."};
    std::string_view hidden = control;
    if (const auto* inside = std::ranges::find(kInside, control, &Inside::control);
        !isAmong(m_step.hides, control) && inside != std::end(kInside))
        hidden = inside->within;
    if (hidden == control && !isAmong(m_step.hides, control))
        return {sentence("\"{:s}\" is hidden on this page, with the last of the buttons beside it.", control),
                "Take \"train\" or another of them out of \"hide\"."};
    return {sentence("\"{:s}\" is hidden on this page.", control),
            sentence("Take \"{:s}\" out of \"hide\".", hidden)};
}

std::optional<ControlFault> PageControls::unlessUsable(Names controls) const {
    if (std::ranges::any_of(controls, [this](std::string_view one) { return isUsable(one); }))
        return std::nullopt;
    return faultOf(*controls.begin());
}

std::optional<ControlFault> PageControls::notSeen(std::string_view control) const {
    return isHidden(control) ? std::optional(faultOf(control)) : std::nullopt;
}

std::optional<ControlFault> PageControls::deadLink(std::string_view action) const {
    if (action == "show" && m_step.demonstration().empty())
        return ControlFault{"There is nothing to show on this page.",
                            "Give the step \"show\", or a task with a solution."};
    const auto* linked = std::ranges::find(kLinked, action, &LinkedControl::action);
    if (linked == std::end(kLinked))
        return std::nullopt;
    // A link works without its control being seen, but not where the page takes it away.
    if (isAmong(m_step.hides, linked->control) || isLocked(linked->control))
        return faultOf(linked->control);
    return std::nullopt;
}

std::optional<ControlFault> PageControls::closedPlace(std::string_view place) const {
    if (place.starts_with("layer/"))
        return isHidden("canvas") && isHidden("inspector") ? std::optional(faultOf("inspector"))
                                                           : std::nullopt;
    if (place.starts_with("inside/"))
        return notSeen("canvas");
    if (place == "data" || place == "training" || place == "runs")
        return notSeen(place);
    return place == "network" ? notSeen("inspector") : std::nullopt;
}

/// Where a page has no filter, or its scene does not let it be done.
std::optional<ControlFault> PageControls::filterFault(Names options) const {
    if (!m_step.scene || m_step.scene->kind != kFilterScene)
        return ControlFault{"There is no filter on this page.",
                            "Give the step its \"scene\": {\"kind\": \"filter\"}."};
    if (const auto fault = unlessUsable({"scene"}))
        return fault;
    for (const std::string_view option : options)
        if (!filterOption(m_step.scene->options, option))
            return ControlFault{sentence("The scene has \"{:s}\" switched off.", option),
                                sentence("Say \"{:s}\": true there.", option)};
    return std::nullopt;
}

std::optional<ControlFault> PageControls::notDoable(const LessonAction& action) const {
    const bool lineFit = m_step.scene && m_step.scene->kind == "line-fit";
    const bool filter = m_step.scene && m_step.scene->kind == kFilterScene;
    return std::visit(
        ActionCases{
            [&](const TrainAction& it) {
                return it.steps > 0 ? unlessUsable({"train", "step", "step-epoch"})
                                    : unlessUsable({"train", "step-epoch", "step"});
            },
            [&](const ResetAction&) { return unlessUsable({"reset"}); },
            [&](const EvaluateAction&) { return unlessUsable({"test"}); },
            [&](const SetSpeedAction&) { return unlessUsable({"speed"}); },
            [&](const SetTrainingAction& it) {
                const std::string_view control = controlOf(it.field);
                const bool besideData = control == "batch-size" || control == "validation";
                const bool taken = isAmong(m_step.hides, control) || isAmong(m_step.locks, control);
                return besideData && !taken ? unlessUsable({control, "data"}) : unlessUsable({control});
            },
            [&](const SetWeightAction&) {
                return filter ? filterFault({"kernel"}) : unlessUsable({lineFit ? "scene" : "canvas"});
            },
            [&](const SetDataAction&) {
                return lineFit ? unlessUsable({"scene", "data"}) : unlessUsable({"data"});
            },
            [&](const SetLayerAction&) {
                return filter ? filterFault({"layer"}) : unlessUsable({"inspector"});
            },
            [&](const AddLayerAction& it) {
                if (auto canvas = unlessUsable({"canvas"}))
                    return canvas;
                auto palette = unlessUsable({"palette"});
                return palette || it.settings.empty() ? palette : unlessUsable({"inspector"});
            },
            [&](const RemoveLayerAction&) { return unlessUsable({"canvas"}); },
            [&](const SetDeviceAction&) { return unlessUsable({"training"}); },
            [&](const SetThreadsAction&) { return unlessUsable({"threads"}); },
            // It has its place in the menu, which no page takes away.
            [](const ExportAction&) { return std::optional<ControlFault>(); },
            [&](const SetPictureAction&) { return filterFault({"pictures"}); },
            [&](const MoveWindowAction&) { return filterFault({}); },
            [&](const GuessOutputAction&) { return filterFault({"guess"}); },
            [&](const LookAction& it) {
                // The layer is chosen on the canvas.
                auto canvas = it.layer.empty() ? std::nullopt : unlessUsable({"canvas"});
                return canvas ? canvas : unlessUsable({"lenses"});
            },
        },
        action);
}

} // namespace protomind
