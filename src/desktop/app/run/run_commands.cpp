// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/run/run_commands.h"

#include "desktop/app/messages/message_strip.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "studio/network/learning_check.h"

#include <QRandomGenerator>
#include <QUndoStack>

namespace protomind {

namespace {

/// Seeds a person can say aloud.
constexpr int kRolledSeeds = 1000;
constexpr double kLowerBy = 0.1;

} // namespace

RunCommands::RunCommands(Document& document, RunController& run, MessageStrip& messages, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_run(run)
    , m_messages(messages) {}

void RunCommands::train() {
    trainOrExplain([this] { m_run.train(); });
}

void RunCommands::trainOrPause() {
    if (m_run.isTraining())
        m_run.pause();
    else
        train();
}

void RunCommands::stepSample() {
    trainOrExplain([this] {
        m_run.step(StepUnit::Sample);
        const Network& network = m_document.network();
        const LayerId norm = normalisesOnlyBatches(network, m_document.analysis());
        if (norm)
            m_messages.say(
                MessageStrip::Topic::Batch, MessageStrip::Kind::Information,
                tr("%1 takes the mean and the spread of a batch. A single sample has no spread, so the "
                   "layers before it learn nothing from this step.")
                    .arg(QString::fromStdString(network.layer(norm)->name)));
    });
}

void RunCommands::stepBatch() {
    trainOrExplain([this] { m_run.step(StepUnit::Batch); });
}

void RunCommands::stepEpoch() {
    trainOrExplain([this] { m_run.step(StepUnit::Epoch); });
}

void RunCommands::evaluate() {
    if (!explainObstacle())
        m_run.evaluate();
}

void RunCommands::resetWeights() {
    QUndoStack& history = m_document.undoStack();
    if (!m_run.hasWeights()) {
        m_run.reset();
        emit weightsReset();
        return;
    }
    history.beginMacro(tr("Reset weights"));
    history.push(new ResetWeights(m_document));
    const TrainingSettings& settings = m_document.experiment().training;
    if (settings.scheduleSettings.contains(kScheduleBegins))
        history.push(new SetTraining(m_document, "schedule", withScheduleFromTheStart(settings)));
    emit weightsReset();
    history.endMacro();
}

void RunCommands::rollSeed() {
    TrainingSettings settings = m_document.experiment().training;
    const auto before = settings.seed;
    while (settings.seed == before)
        settings.seed = 1 + static_cast<std::uint64_t>(QRandomGenerator::global()->bounded(kRolledSeeds - 1));
    m_document.undoStack().push(new SetTraining(m_document, "seed", settings, newGesture()));
}

void RunCommands::lowerLearningRate() {
    TrainingSettings settings = m_document.experiment().training;
    settings.learningRate *= kLowerBy;
    m_document.undoStack().push(new SetTraining(m_document, "learning_rate", settings, newGesture()));
    emit said(tr("The learning rate is %1 now.").arg(shownNumber(settings.learningRate, 'g', 7)));
}

bool RunCommands::explainObstacle() {
    const auto obstacle = trainingObstacle(m_document);
    if (!obstacle)
        return false;
    MessageStrip::Button button;
    if (obstacle->layer)
        button = {tr("Show me"), [this, layer = obstacle->layer] { emit layerWanted(layer); }};
    else if (m_document.experiment().data.empty() && !m_document.network().layers().empty())
        button = {tr("Choose data"), [this] { emit dataWanted(); }};
    else if (obstacle->sentence == m_document.deviceObstacle())
        button = {tr("Choose a device"), [this] { emit deviceWanted(); }};
    m_messages.say(MessageStrip::Topic::Obstacle, MessageStrip::Kind::Warning,
                   tr("It can't train yet. %1").arg(QString::fromStdString(obstacle->sentence)), button);
    return true;
}

void RunCommands::trainOrExplain(const std::function<void()>& work) {
    if (explainObstacle())
        return;
    const TrainingSettings& settings = m_document.experiment().training;
    const auto done = m_run.done();
    const ScheduleEnd end = done ? scheduleEnd(settings, *done) : ScheduleEnd::NotYet;
    if (end != ScheduleEnd::NotYet) {
        const auto goOnWith = [this, work](const TrainingSettings& changed) {
            m_document.undoStack().push(new SetTraining(m_document, "schedule", changed, newGesture()));
            work();
        };
        const auto again = [this, goOnWith] {
            if (const auto now = m_run.done())
                goOnWith(withScheduleAgain(m_document.experiment().training, *now));
        };
        const auto constant = [this, goOnWith] {
            TrainingSettings changed = m_document.experiment().training;
            changed.schedule = "constant";
            changed.scheduleSettings.clear();
            goOnWith(changed);
        };
        m_messages.say(MessageStrip::Topic::Schedule,
                       end == ScheduleEnd::Nothing ? MessageStrip::Kind::Warning
                                                   : MessageStrip::Kind::Information,
                       worded(scheduleEndSentence(settings, *done)), {tr("Begin it again"), again},
                       {tr("Constant rate"), constant});
    }
    if (end != ScheduleEnd::Nothing)
        work();
}

} // namespace protomind
