// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/experiment_commands.h"

#include "desktop/words/worded.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// How long it trains says nothing of how: going back to fewer epochs takes no training back.
WeightEffect effectOf(const std::string& field) {
    return field == "epochs" ? WeightEffect::None : WeightEffect::Course;
}

/// "learning_rate" -> "learning rate"; the declared label where there is one.
QString trainingLabel(const std::string& field) {
    for (const Field& declared : trainingFields()) {
        if (declared.name == field)
            return wordedInside(declared.label);
    }
    return QString::fromStdString(field).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

SetDataText::SetDataText(Document& document, std::string data, Gesture gesture, const QString& text)
    : SetValue(document, text.isEmpty() ? tr("Choose data") : text, std::move(data), gesture,
               WeightEffect::Course) {}

void SetDataText::set(const std::string& data) {
    experiment().data = data;
    tell(DataChanged{});
}

SetTraining::SetTraining(Document& document, std::string field, TrainingSettings settings, Gesture gesture)
    : SetValue(document, tr("Set %1").arg(trainingLabel(field)), std::move(settings), gesture,
               effectOf(field))
    , m_field(std::move(field)) {}

void SetTraining::set(const TrainingSettings& settings) {
    const TrainingSettings before = std::exchange(experiment().training, settings);
    tell(TrainingChanged{});
    // Any of them can be what keeps the network from learning.
    if (before != settings)
        analyseAgain();
}

bool SetTraining::hasTargetOf(const SetValue& other) const {
    return static_cast<const SetTraining&>(other).m_field == m_field;
}

SetDevice::SetDevice(Document& document, std::string device, Gesture gesture)
    : SetValue(document, tr("Choose device"), std::move(device), gesture, WeightEffect::None) {}

void SetDevice::set(const std::string& device) {
    experiment().device = device;
    tell(TrainingChanged{});
}

SetThreads::SetThreads(Document& document, int threads, Gesture gesture)
    : SetValue(document, tr("Set number of threads"), threads, gesture, WeightEffect::None) {}

void SetThreads::set(const int& threads) {
    experiment().threads = threads;
    tell(TrainingChanged{});
}

} // namespace protomind
