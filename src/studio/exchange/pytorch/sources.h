// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/pytorch/python_network.h"

#include <map>
#include <string>

/// The texts of the folder that a network is written as.
namespace protomind {

/// model.py: the network as a module.
[[nodiscard]] std::string modelSource(const PythonNetwork& network);
/// train.py: goes on with training.
[[nodiscard]] std::string trainSource(const PythonNetwork& network);
/// predict.py: asks the network.
[[nodiscard]] std::string predictSource(const PythonNetwork& network);
/// tensors.py: safetensors files without the package, and tables.
[[nodiscard]] std::string_view tensorsSource();
[[nodiscard]] std::string requirementsText(const PythonNetwork& network);
/// Whether predict.py reads pictures too.
[[nodiscard]] bool takesPictures(const PythonNetwork& network);
/// What the folder holds beside sources and weights.
struct FolderContents {
    bool state = false; ///< of the optimiser
    bool data = false;  ///< the samples
};
[[nodiscard]] std::string readmeText(const PythonNetwork& network, const FolderContents& contents);
/// How samples are to be made ready for the network, in a sentence or two.
[[nodiscard]] std::string sampleText(const PythonNetwork& network);

/// A text with every @NAME@ in it replaced by values' NAME; what was put in is not looked at again.
/// Nowhere are there more than two empty lines.
[[nodiscard]] std::string filledIn(std::string_view text, const std::map<std::string, std::string>& values);

} // namespace protomind
