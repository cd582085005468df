// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace protomind {

/// Reads an input, which may hold anything. Each target defines it; libFuzzer sees to it that nothing
/// crashes.
void tryInput(std::string_view input);

} // namespace protomind
