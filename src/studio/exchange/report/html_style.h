// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace protomind {

/// The style sheet of a report's page.
[[nodiscard]] std::string htmlStyle();

} // namespace protomind
