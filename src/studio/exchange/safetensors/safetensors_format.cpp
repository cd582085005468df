// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"

namespace protomind {

const Format& safetensorsFormat();

const Format& safetensorsFormat() {
    static const Format format{.name = "safetensors",
                               .title = "Safetensors",
                               .extension = ".safetensors",
                               .summary =
                                   "The weights alone, by name, for any program that knows the network."};
    return format;
}

} // namespace protomind
