// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace protomind {

/// Whether a scene of a filter has one of its options switched on: "pictures", "kernel", "known", "layer",
/// "guess", "trail" or "signed". Without a word, the learner has the pictures and the kernel, and no more.
[[nodiscard]] bool filterOption(const nlohmann::json& options, std::string_view name);

/// The picture that the scene begins with; the first of filterPictures() where it names none.
[[nodiscard]] std::string firstPicture(const nlohmann::json& options);

} // namespace protomind
