// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/keras/keras_topology.h"
#include "studio/network/json_reader.h"

#include "target.h"

namespace protomind {

namespace {

constexpr std::int64_t kMostNumbers = 1 << 20; ///< of a weight; a file that is short has no more

Result<HostArray> zeros(const KerasWeightPlace& place) {
    std::int64_t count = 1;
    for (int i = 0; i < place.shape.rank(); ++i)
        if (__builtin_mul_overflow(count, place.shape[i], &count) || count > kMostNumbers)
            return fail(ProblemKind::Input, "It is not in the file.");
    return HostArray(place.shape);
}

} // namespace

/// The description of a network, with weights that are there and are as large as it says.
void tryInput(std::string_view input) {
    if (const auto topology = readJson(input))
        (void)networkOfKeras(*topology, zeros);
}

} // namespace protomind
