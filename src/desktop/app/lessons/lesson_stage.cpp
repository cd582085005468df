// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/lesson_stage.h"

#include "desktop/app/lessons/live_state_source.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/network_view.h"
#include "desktop/words/worded.h"
#include "studio/course/lesson_edit.h"
#include "studio/network/template.h"

namespace protomind {

namespace {

template<class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};

bool opens(const LessonStep& step) {
    return !step.templateName.empty() || step.network.has_value();
}

/// "line/kernel" -> "line" and "kernel".
std::pair<std::string, std::string> partsOf(const std::string& variable) {
    const std::size_t slash = variable.rfind('/');
    if (slash == std::string::npos)
        return {{}, variable};
    return {variable.substr(0, slash), variable.substr(slash + 1)};
}

} // namespace

LessonStage::LessonStage(Document& document, RunController& run, NetworkView& canvas, LiveStateSource& source,
                         QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_run(run)
    , m_canvas(canvas)
    , m_source(source) {}

void LessonStage::enter(const Lesson& lesson, std::size_t index, bool wholly) {
    const LessonStep& step = lesson.steps.at(index);
    m_source.setHandsOff(true);
    if (opens(step)) {
        open(lesson, step, Experiment());
    } else {
        std::size_t first = index;
        while (wholly && first > 0 && !opens(lesson.steps[first]))
            --first;
        Experiment base = wholly ? Experiment() : m_document.experiment();
        for (; wholly && first < index; ++first)
            if (const auto before = experimentOf(lesson.steps[first], base))
                base = *before;
        open(lesson, step, base);
    }
    if (step.speed)
        m_run.setSpeed(*step.speed);
    const bool fresh = opens(step) || !step.weights.empty() || wholly;
    if (fresh) {
        m_run.pause();
        m_run.reset();
        m_source.forgetWeights();
    }
    if (!step.weights.empty())
        setWeights(step.weights);
    m_source.setHandsOff(false);
    m_source.beginPage();
}

void LessonStage::open(const Lesson& lesson, const LessonStep& step, const Experiment& base) {
    const Result<Experiment> wanted = experimentOf(step, base);
    if (!wanted) {
        emit failed(worded(wanted.error()));
        return;
    }
    const Experiment& present = m_document.experiment();
    if (wanted->network == present.network && wanted->data == present.data &&
        wanted->training == present.training)
        return;
    const NetworkTemplate source{.name = lesson.id,
                                 .title = lesson.title + ": " + step.title,
                                 .summary = {},
                                 .data = wanted->data,
                                 .training = wanted->training,
                                 .make = nullptr};
    m_canvas.loadTemplate(source, wanted->network,
                          opens(step) ? WeightEffect::Anew : WeightEffect::Structure);
}

void LessonStage::setWeights(const std::map<std::string, std::vector<float>>& weights, Gesture gesture) {
    std::map<LayerId, std::vector<MoveWeights::Move>> moves;
    for (const auto& [variable, values] : weights) {
        const auto [layerName, weight] = partsOf(variable);
        const Layer* layer = m_document.network().layerNamed(layerName);
        if (!layer)
            continue;
        const auto before = m_source.weights().find(variable);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const bool isKnown = before != m_source.weights().end() && i < before->second.size();
            moves[layer->id].push_back({.weight = weight,
                                        .index = static_cast<std::int64_t>(i),
                                        .before = double(isKnown ? before->second[i] : values[i]),
                                        .after = double(values[i])});
        }
    }
    for (auto& [layer, moved] : moves)
        m_document.undoStack().push(new MoveWeights(m_document, layer, std::move(moved), gesture));
}

void LessonStage::act(const LessonAction& action) {
    if (isEdit(action)) {
        const Result<Experiment> changed = withEdit(m_document.experiment(), action);
        if (!changed) {
            emit failed(worded(changed.error()));
            return;
        }
        const NetworkTemplate source{.name = {},
                                     .title = tr("what the lesson shows").toStdString(),
                                     .summary = {},
                                     .data = changed->data,
                                     .training = changed->training,
                                     .make = nullptr};
        m_canvas.loadTemplate(source, changed->network, WeightEffect::Structure);
        return;
    }
    std::visit(
        Overloaded{[this](const TrainAction& it) {
                       if (it.steps == 1)
                           m_run.step(StepUnit::Batch);
                       else if (it.epochs == 1)
                           m_run.step(StepUnit::Epoch);
                       else
                           m_run.train();
                   },
                   [this](const ResetAction&) { m_run.reset(); },
                   [this](const EvaluateAction&) { m_run.evaluate(); },
                   [this](const SetWeightAction& it) {
                       std::vector<float> values;
                       if (const auto known = m_source.weights().find(it.weight);
                           known != m_source.weights().end())
                           values = known->second;
                       const auto index = static_cast<std::size_t>(std::max<std::int64_t>(0, it.index));
                       if (index >= values.size() && index < 64)
                           values.resize(index + 1);
                       if (index >= values.size())
                           return;
                       values[index] = static_cast<float>(it.value);
                       setWeights({{it.weight, values}});
                   },
                   [this](const SetSpeedAction& it) { m_run.setSpeed(it.stepsPerSecond); },
                   [this](const SetDeviceAction& it) {
                       if (it.device != m_document.experiment().device)
                           m_document.undoStack().push(new SetDevice(m_document, it.device));
                   },
                   [this](const SetThreadsAction& it) {
                       if (it.threads != m_document.experiment().threads)
                           m_document.undoStack().push(new SetThreads(m_document, it.threads));
                   },
                   // Where it goes is for the learner to say.
                   [this](const ExportAction& it) { emit exportWanted(QString::fromStdString(it.format)); },
                   [this](const SetPictureAction& it) {
                       m_source.chooseFilterPicture(it.picture, filterPicture(it.picture));
                   },
                   [this](const MoveWindowAction& it) {
                       m_source.moveFilter({it.row, it.column});
                   },
                   [this](const GuessOutputAction& it) { m_source.guessFilter(it.value); },
                   [this](const LookAction& it) { emit lookWanted(requestOf(it)); }, [](const auto&) {}},
        action);
}

} // namespace protomind
