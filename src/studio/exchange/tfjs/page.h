// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/trained_network.h"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <string_view>

namespace protomind {

/// A page that runs a network in any browser, from disk and without internet: it holds the network, and the
/// program that computes it. Any layer is fine.
[[nodiscard]] Result<void> writePage(std::ostream& stream, const TrainedNetwork& network);

/// What the page's program reads: the layers with their settings, where the weights of each lie in the list
/// of all, how samples are made from what a person does, and how answers are read.
[[nodiscard]] nlohmann::ordered_json pageDescription(const TrainedNetwork& network);

/// JSON that may stand in a script element: nothing in it ends the element or begins a comment.
[[nodiscard]] std::string scriptJson(const nlohmann::ordered_json& json);

} // namespace protomind
