// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// The layers named and the wires between them, as a network of their own: what is copied.
[[nodiscard]] Network partOf(const Network& network, const std::set<LayerId>& layers);

/// A network with copies of a part in it, under new ids and free names.
struct PartCopies {
    Network network;
    std::vector<LayerId> ids; ///< the copies, in the order of the part's layers
};
[[nodiscard]] PartCopies withCopies(Network network, const Network& part, Position offset);

/// The text of a part on the clipboard, and back.
[[nodiscard]] std::string clipboardText(const Network& part);
[[nodiscard]] Result<Network> partFromClipboard(std::string_view text);

} // namespace protomind
