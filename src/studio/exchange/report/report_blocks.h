// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/device.h"
#include "studio/exchange/report/network_trial.h"
#include "studio/exchange/report/report_words.h"

namespace protomind {

/// When and where a report is written.
struct ReportOccasion {
    std::string date; ///< "2026-03-14"
    DeviceDescription machine;

    [[nodiscard]] static ReportOccasion now();
};

/// All that a report says of a network, from the title to the last picture. The same network, trial and
/// occasion give the same blocks.
[[nodiscard]] std::vector<ReportBlock> reportBlocks(const TrainedNetwork& network, const NetworkTrial& trial,
                                                    const ReportOccasion& occasion,
                                                    const ReportWords& say = inEnglish);

} // namespace protomind
