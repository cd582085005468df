// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"

namespace protomind {

const Format& cppFormat();

const Format& cppFormat() {
    static const Format format{
        .name = "cpp",
        .title = "C++",
        .extension = ".cpp",
        .summary = "One source file without dependencies that computes what the network does."};
    return format;
}

} // namespace protomind
