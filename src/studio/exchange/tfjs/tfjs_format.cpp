// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"

namespace protomind {

const Format& tfjsFormat();

const Format& tfjsFormat() {
    static const Format format{
        .name = "tfjs",
        .title = "TensorFlow.js",
        .extension = "",
        .summary = "A folder with the network for the browser, and a page that runs it without internet."};
    return format;
}

} // namespace protomind
