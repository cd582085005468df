// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/load_template.h"
#include "desktop/document/commands/row_commands.h"
#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/waiting.h"
#include "engine/base/random.h"
#include "studio/network/template.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace protomind {

using Values = std::map<std::string, HostArray>;

/// All that a learner sees of the weights.
struct Sight {
    std::vector<float> answers; ///< of the network, for some samples
    std::vector<HistoryPoint> curve;
    Values stored; ///< what a file would have
    bool operator==(const Sight&) const = default;
};

inline void PrintTo(const Sight& sight, std::ostream* stream) {
    *stream << testing::PrintToString(sight.answers) << ", " << sight.curve.size() << " epochs";
    for (const auto& [name, value] : sight.stored)
        *stream << ", " << name << ' ' << testing::PrintToString(value.values);
}

class WeightsAndStepsTest : public testing::Test {
protected:
    explicit WeightsAndStepsTest(std::int64_t undoBytes = kUndoBytes, Clock clock = steadyClock())
        : m_run(m_document, nullptr, std::move(clock), undoBytes) {
        QObject::connect(&m_run, &RunController::weightsFollowed, &m_run,
                         [this](const WeightNews& news) { m_news = news; });
        open();
    }

    void open() {
        const NetworkTemplate* source = findTemplate("playground");
        ProjectContent content;
        content.experiment.network = source->make();
        content.experiment.data = source->data;
        content.experiment.training = source->training;
        content.experiment.training.epochs = 3;
        m_document.replace(std::move(content));
    }
    [[nodiscard]] const Layer& layer(std::size_t place) const { return m_document.network().layers()[place]; }
    void push(QUndoCommand* command) { m_document.undoStack().push(command); }
    void undo() { m_document.undoStack().undo(); }
    void redo() { m_document.undoStack().redo(); }
    void setUnits(std::size_t place, std::int64_t units, Gesture gesture = newGesture()) {
        push(new SetField(m_document, layer(place).id, "units", units, gesture));
    }
    void setActivation(const std::string& activation) {
        push(new SetField(m_document, layer(1).id, "activation", activation, newGesture()));
    }
    void set(const std::string& field, const std::function<void(TrainingSettings&)>& change) {
        TrainingSettings settings = m_document.experiment().training;
        change(settings);
        push(new SetTraining(m_document, field, settings, newGesture()));
    }

    std::vector<float> answers() {
        std::vector<float> values;
        const HostArray samples(Shape{4, 2}, {0.5f, -0.25f, -1.0f, 0.75f, 0.1f, 0.2f, 1.5f, -2.0f});
        const RequestId question = m_run.predict(samples, &m_run, [&values](const Result<Predicted>& answer) {
            if (answer)
                values = answer->outputs.values;
        });
        EXPECT_TRUE(question) << "It can't run.";
        EXPECT_TRUE(until([&] { return !m_run.isAsked(question); }));
        m_run.cancel(question);
        return values;
    }
    void store() {
        QSignalSpy stored(&m_run, &RunController::checkpointStored);
        m_run.fetchCheckpoint();
        EXPECT_TRUE(until([&] { return stored.count() > 0; }));
    }
    Sight sight() {
        Sight sight;
        sight.answers = answers();
        store();
        sight.curve = m_run.history();
        if (m_document.checkpoint())
            sight.stored = m_document.checkpoint()->variables;
        return sight;
    }
    Values weights() {
        store();
        return m_document.checkpoint() ? m_document.checkpoint()->variables : Values();
    }
    void trainEpochs() {
        m_run.train();
        ASSERT_TRUE(until([&] { return m_run.state() == RunState::Finished; }));
        store();
    }
    void trainBatch() {
        answers(); // what is to be trained is prepared
        const std::int64_t before = m_run.stepsDone();
        m_run.step(StepUnit::Batch);
        ASSERT_TRUE(until([&] {
            return m_run.stepsDone() == before + 1 && m_run.state() != RunState::Training &&
                   !m_run.isPreparing();
        }));
    }

    Document m_document;
    RunController m_run;
    WeightNews m_news;
};

} // namespace protomind
