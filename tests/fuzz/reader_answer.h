// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/reader/reader.h"

#include <optional>
#include <sstream>

namespace protomind {

/// What a parser finds in a file, as it comes out of the child process; nothing where the file is refused.
/// What the parser throws is caught there too.
inline std::optional<TensorFile> answerOf(Result<ReaderAnswer> (*parse)(std::string_view),
                                          std::string_view file) {
    std::ostringstream stream;
    try {
        const auto answer = parse(file);
        if (!answer || !writeSafetensors(stream, answer->tensors, answer->metadata))
            return std::nullopt;
    } catch (const std::exception&) {
        return std::nullopt;
    }
    auto parsed = parseSafetensors(std::make_shared<const std::string>(std::move(stream).str()));
    return parsed ? std::optional(std::move(*parsed)) : std::nullopt;
}

} // namespace protomind
