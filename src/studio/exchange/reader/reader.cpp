// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/reader/reader.h"

namespace protomind {

const std::vector<ReaderParser>& readerParsers() {
    static const std::vector<ReaderParser> parsers{
        {"onnx", parseOnnx},
        {"keras", parseKeras},
    };
    return parsers;
}

} // namespace protomind
