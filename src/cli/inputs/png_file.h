// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs/picture.h"

namespace protomind {

[[nodiscard]] Result<Picture> readPng(const std::string& path);

} // namespace protomind
