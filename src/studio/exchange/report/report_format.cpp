// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"

namespace protomind {

const Format& reportFormat();

const Format& reportFormat() {
    static const Format format{.name = "report",
                               .title = "Report",
                               .extension = ".html",
                               .summary =
                                   "A page about the network and its training, to read, print or hand in."};
    return format;
}

} // namespace protomind
