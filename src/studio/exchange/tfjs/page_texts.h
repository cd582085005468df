// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace protomind {

/// The files in page/, as they are: src/CMakeLists.txt puts them into the program.
struct PageTexts {
    std::string_view html; ///< with {{title}}, {{style}}, ... for what goes there
    std::string_view style;
    std::string_view networkCode; ///< several files, one behind the other
    std::string_view pageCode;
};
[[nodiscard]] const PageTexts& pageTexts();

} // namespace protomind
