// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/format.h"
#include "studio/exchange/tfjs/weights_manifest.h"

#include <filesystem>
#include <string_view>

namespace protomind {

/// A layers model, as TensorFlow.js saves it or its converter makes it. modelJson: nobody vouches for it;
/// read is asked for the weights once all that it says of them has been checked.
[[nodiscard]] Result<ImportedNetwork> networkOfTfjs(std::string_view modelJson, const ReadGroup& read);

/// The same of files: model.json, or the folder that it lies in. Weights are read from the same folder alone,
/// and links to other places are not followed.
[[nodiscard]] Result<ImportedNetwork> readTfjs(const std::filesystem::path& path);

/// Whether a file begins like a model.json.
[[nodiscard]] bool looksLikeTfjs(std::string_view firstBytes, const std::filesystem::path& path);

} // namespace protomind
