// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/commands/load_template.h"

#include "desktop/words/worded.h"

#include <utility>

namespace protomind {

LoadTemplate::LoadTemplate(Document& document, const NetworkTemplate& source)
    : LoadTemplate(document, source, source.make()) {}

LoadTemplate::LoadTemplate(Document& document, const NetworkTemplate& source, const Network& network,
                           WeightEffect effect)
    : ChangeNetwork(document, tr("Load %1").arg(worded(source.title)), network, effect)
    , m_data(source.data)
    , m_training(source.training) {
    setObsolete(isObsolete() && m_data == experiment().data && m_training == experiment().training);
}

void LoadTemplate::apply() {
    exchangeExperiment();
    ChangeNetwork::apply();
}

void LoadTemplate::revert() {
    exchangeExperiment();
    ChangeNetwork::revert();
}

void LoadTemplate::exchangeExperiment() {
    std::swap(experiment().data, m_data);
    std::swap(experiment().training, m_training);
    tell(DataChanged{});
    tell(TrainingChanged{});
}

} // namespace protomind
