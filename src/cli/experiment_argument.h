// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/project/project.h"

namespace protomind {

/// NETWORK: a project (.protomind), a network (.json), or the name of a template, as a project's content. A
/// network comes with the standard settings and without data; a template with those that suit it.
[[nodiscard]] Result<ProjectContent> openNetwork(const std::string& argument);

/// PROJECT: one with trained weights.
[[nodiscard]] Result<ProjectContent> openTrainedProject(const std::string& argument);

} // namespace protomind
