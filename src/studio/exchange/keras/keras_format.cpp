// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"

namespace protomind {

const Format& kerasFormat();

const Format& kerasFormat() {
    static const Format format{.name = "keras",
                               .title = "Keras",
                               .extension = ".keras",
                               .summary = "One file that Keras 3 opens and trains on, in Python."};
    return format;
}

} // namespace protomind
