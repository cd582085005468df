// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace protomind {

/// Bytes as text, RFC 4648, section 4. Text of a part whose length is a multiple of 3 may be followed by that
/// of the next.
[[nodiscard]] std::string base64(std::string_view bytes);

} // namespace protomind
