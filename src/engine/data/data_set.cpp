// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/data_set.h"

namespace protomind {

void DataSet::readFactors(std::int64_t /*index*/, std::span<float> factors) const {
    require(factors.empty(), "DataSet: the set knows no factors");
}

} // namespace protomind
