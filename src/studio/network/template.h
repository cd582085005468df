// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/settings.h"
#include "studio/network/network.h"

#include <span>
#include <string>
#include <vector>

namespace protomind {

/// A network that comes with the program, with the data and settings that suit it.
struct NetworkTemplate {
    std::string name;    ///< "digits-convnet"
    std::string title;   ///< "Digits: convolutional network"
    std::string summary; ///< one sentence
    std::string data;    ///< a DataSource text
    TrainingSettings training;
    Network (*make)() = nullptr;
};

[[nodiscard]] std::span<const NetworkTemplate> networkTemplates();
[[nodiscard]] const NetworkTemplate* findTemplate(const std::string& name);

} // namespace protomind
