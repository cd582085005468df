// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/change_network.h"
#include "studio/network/template.h"

#include <QCoreApplication>

namespace protomind {

/// Puts a network with its data and training settings in place of the present ones.
class LoadTemplate final : public ChangeNetwork {
    Q_DECLARE_TR_FUNCTIONS(protomind::LoadTemplate)
public:
    LoadTemplate(Document& document, const NetworkTemplate& source);
    /// The same with the cards laid out as in `network`.
    /// effect: Anew, unless it is the same network with something changed in it.
    LoadTemplate(Document& document, const NetworkTemplate& source, const Network& network,
                 WeightEffect effect = WeightEffect::Anew);

private:
    void apply() override;
    void revert() override;
    void exchangeExperiment();

    std::string m_data;
    TrainingSettings m_training;
};

} // namespace protomind
