// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/epoch_point.h"

namespace protomind {

HistoryPoint historyPointOf(const EpochDone& event) {
    return {.step = event.step,
            .epoch = static_cast<double>(event.epoch),
            .loss = event.loss,
            .accuracy = event.accuracy,
            .validationLoss = event.validationLoss,
            .validationAccuracy = event.validationAccuracy,
            .others = event.others};
}

} // namespace protomind
