// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/formats/formats.h"

namespace protomind {

/// Whether a format has anything that could be read back.
[[nodiscard]] bool isVerified(const Format& format);
/// Reads a file (or folder) of a format and lets it answer as the network does. wantsMore: asked between some
/// samples and the next; where it says no, the problem is exportStopped().
[[nodiscard]] Result<Verification> verified(const Format& format, const TrainedNetwork& network,
                                            const std::filesystem::path& path,
                                            const std::function<bool()>& wantsMore);

} // namespace protomind
