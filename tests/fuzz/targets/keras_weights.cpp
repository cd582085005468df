// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/reader/h5_weights.h"

#include "reader_answer.h"
#include "target.h"

/// The file of weights alone, which no checksum of an archive protects.
void protomind::tryInput(std::string_view input) {
    (void)answerOf(
        [](std::string_view file) -> Result<ReaderAnswer> {
            ReaderAnswer answer;
            if (auto read = readH5Weights(std::string(file), answer); !read)
                return std::unexpected(read.error());
            return answer;
        },
        input);
}
