// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/run_messages.h"

#include "desktop/app/data/document_data.h"
#include "desktop/app/lessons/lesson_guide.h"
#include "desktop/app/lessons/live_state_source.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/app/run/run_advice.h"
#include "desktop/app/run/run_commands.h"
#include "desktop/app/run/weight_sentence.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"
#include "studio/network/learning_check.h"

#include <QUndoStack>

namespace protomind {

RunMessages::RunMessages(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_document(parts.document)
    , m_run(parts.run)
    , m_commands(parts.commands)
    , m_data(parts.data)
    , m_guide(parts.guide)
    , m_messages(parts.messages) {
    connect(&m_document, &Document::changed, this, &RunMessages::follow);
    connect(&m_run, &RunController::prepared, this, &RunMessages::tellPrepared);
    connect(&m_run, &RunController::stateChanged, this, &RunMessages::followState);
    connect(&m_run, &RunController::weightsFollowed, this, &RunMessages::tellWeights);
    connect(&m_run, &RunController::epochDone, this, &RunMessages::advise);
    connect(&m_run, &RunController::diverged, this, &RunMessages::tellDivergence);
    connect(&m_run, &RunController::failed, this, &RunMessages::tellFailure);
    connect(&m_run, &RunController::deviceNews, this, &RunMessages::tellDeviceNews);
}

void RunMessages::follow(const ChangeEvent& event) {
    if (std::holds_alternative<TrainingChanged>(event)) {
        m_mayAdvise = true;
        m_messages.withdraw(MessageStrip::Topic::Schedule);
    }
    if (m_document.experiment().device != m_deviceTold)
        m_messages.withdraw(MessageStrip::Topic::Device);
    if (std::holds_alternative<AnalysisChanged>(event))
        m_messages.withdraw(MessageStrip::Topic::Batch);
    if (!trainingObstacle(m_document))
        m_messages.withdraw(MessageStrip::Topic::Obstacle);
}

void RunMessages::followState(RunState state) {
    if (state != RunState::Training)
        return;
    m_mayAdvise = true;
    m_messages.withdraw(MessageStrip::Topic::Divergence);
    m_messages.withdraw(MessageStrip::Topic::Run);
    // A run that goes on by itself after undo does not make it less true that training was lost.
    if (m_weightsTold != WeightNews::Kind::TakenBack)
        m_messages.withdraw(MessageStrip::Topic::Weights);
    m_messages.withdraw(MessageStrip::Topic::FirstStep);
}

void RunMessages::tellPrepared(const Prepared& event) {
    m_messages.withdraw(MessageStrip::Topic::Failure);
    m_messages.withdraw(MessageStrip::Topic::Run);
    m_messages.withdraw(MessageStrip::Topic::KeptAside);
    if (m_guide.isActive()) // It says itself what matters.
        return;
    if (!event.asideNote.empty())
        m_messages.say(MessageStrip::Topic::KeptAside, MessageStrip::Kind::Information,
                       worded(event.asideNote));
    for (const Sentence& note : event.notes)
        m_messages.say(MessageStrip::Topic::Run, MessageStrip::Kind::Information, worded(note));
}

void RunMessages::tellDeviceNews(const DeviceNews& news) {
    m_deviceTold = m_document.experiment().device;
    if (news.state == DeviceState::Answering)
        m_messages.withdraw(MessageStrip::Topic::Device);
    else
        m_messages.say(MessageStrip::Topic::Device, MessageStrip::Kind::Warning, worded(news.sentence));
}

void RunMessages::tellWeights(const WeightNews& news) {
    using Kind = WeightNews::Kind;
    if (news.kind == Kind::Nothing)
        return;
    m_messages.withdraw(MessageStrip::Topic::Weights);
    m_weightsTold = news.kind;
    // A lesson begins its pages anew, and says itself what matters.
    const bool anew = news.kind == Kind::AllNew || news.kind == Kind::Reset;
    const bool told = m_guide.isActive() && (anew || m_guide.source().isHandsOff());
    if (news.kind == Kind::Settled || told)
        return;
    QUndoStack& history = m_document.undoStack();
    MessageStrip::Button button{tr("Undo"), [&history] { history.undo(); }};
    if (news.kind == Kind::TakenBack)
        button = {tr("Redo"), [&history] { history.redo(); }};
    else if (news.kind == Kind::GivenUp)
        button = {};
    m_messages.say(MessageStrip::Topic::Weights, MessageStrip::Kind::Information, sentenceOf(news), button);
}

void RunMessages::tellDivergence(const DivergedEvent& event) {
    // Where the data itself holds such a number, no learning rate helps; nor where attacks were fooled.
    const Layer* input = m_document.network().layer(m_document.analysis().input);
    const bool ofData = input && input->name == event.layer;
    if (ofData || event.reason == DivergenceReason::RobustnessLost) {
        m_messages.say(MessageStrip::Topic::Divergence, MessageStrip::Kind::Warning, worded(event.sentence));
        return;
    }
    m_messages.say(
        MessageStrip::Topic::Divergence, MessageStrip::Kind::Warning, worded(event.sentence),
        {tr("Lower learning rate ×0.1"), [this] {
             m_commands.lowerLearningRate();
             m_messages.say(
                 MessageStrip::Topic::Divergence, MessageStrip::Kind::Information,
                 tr("The learning rate is %1 now, and the weights are the last good ones. Press Train to "
                    "go on, or reset the weights to begin again.")
                     .arg(shownNumber(m_document.experiment().training.learningRate, 'g', 7)),
                 {tr("Train"), [this] { m_commands.trainOrPause(); }});
         }});
}

void RunMessages::advise() {
    const LoadedDataPtr& data = m_data.data();
    const bool classes = data && data->description.targetKind == TargetKind::Class;
    if (!m_mayAdvise || !data || !leadsAway(m_run.history(), classes ? static_cast<int>(data->outputs()) : 0))
        return;
    m_mayAdvise = false;
    m_messages.say(MessageStrip::Topic::Divergence, MessageStrip::Kind::Warning,
                   tr("It gets worse, not better: with a learning rate of %1 every step goes too far. Try a "
                      "smaller one, and reset the weights.")
                       .arg(shownNumber(m_document.experiment().training.learningRate, 'g', 7)),
                   {tr("Lower learning rate ×0.1"), [this] { m_commands.lowerLearningRate(); }});
}

void RunMessages::tellFailure(const Problem& problem) {
    const auto done = m_run.done();
    const TrainingSettings& settings = m_document.experiment().training;
    if (done && scheduleEnd(settings, *done) == ScheduleEnd::Nothing &&
        problem.sentence == scheduleEndSentence(settings, *done)) {
        m_commands.train();
        return;
    }
    m_messages.say(MessageStrip::Topic::Failure, MessageStrip::Kind::Warning, worded(problem));
}

} // namespace protomind
