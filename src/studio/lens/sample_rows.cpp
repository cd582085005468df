// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/sample_rows.h"

#include <algorithm>
#include <cmath>

namespace protomind {

Result<SampleRows> anyRows(const HostArray& samples, const Sentence& whose, std::int64_t least) {
    if (samples.shape.rank() == 0 || samples.values.empty())
        return fail(ProblemKind::Request, sentence("{} are missing.", whose));
    if (samples.shape[0] < least)
        return fail(ProblemKind::Request, sentence("{} are too few: {}, but it takes at least {}.", whose,
                                                   samples.shape[0], least));
    return SampleRows{.count = samples.shape[0],
                      .size = samples.shape.elementCount() / samples.shape[0],
                      .values = samples.values.data()};
}

Result<SampleRows> finiteRows(const HostArray& samples, const Sentence& whose, std::int64_t least) {
    auto rows = anyRows(samples, whose, least);
    if (rows && !std::ranges::all_of(samples.values, [](float value) { return std::isfinite(value); }))
        return fail(ProblemKind::Request,
                    sentence("{} hold a number that is not finite (NaN or infinite).", whose));
    return rows;
}

Result<void> checkSameSize(std::int64_t made, std::int64_t real) {
    if (made != real)
        return fail(ProblemKind::Request,
                    sentence("Generated and real samples are not of one size: {} and {}.", made, real));
    return {};
}

} // namespace protomind
