// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/network_trial.h"
#include "studio/exchange/report/report_builder.h"

/// The chapters that take more than a few lines.
namespace protomind {

/// How loss and accuracy went in the course of training.
void addCurves(ReportBuilder& report, const TrainedNetwork& network);
/// What the network does with the data.
void addResults(ReportBuilder& report, const TrainedNetwork& network, const NetworkTrial& trial);
/// "2000 test samples of digits"
[[nodiscard]] Sentence samplesText(const Evaluated& evaluated, const TrainedNetwork& network);
/// The data as its person named it; of points that are written out, without them, and of files without
/// folders.
[[nodiscard]] std::string dataText(const TrainedNetwork& network);

} // namespace protomind
