// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/format.h"

namespace protomind {

const Format& pytorchFormat();

const Format& pytorchFormat() {
    static const Format format{.name = "pytorch",
                               .title = "PyTorch",
                               .extension = "",
                               .summary = "A folder with the network as Python code, its weights, and "
                                          "scripts that use it and train it on."};
    return format;
}

} // namespace protomind
