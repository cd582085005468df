// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

namespace protomind {

/// What an epoch that is done adds to the history of the run.
[[nodiscard]] HistoryPoint historyPointOf(const EpochDone& event);

} // namespace protomind
