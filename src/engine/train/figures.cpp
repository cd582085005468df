// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/figures.h"

#include <algorithm>

namespace protomind {

double figureIn(const Figures& figures, std::string_view name) {
    const auto found = std::ranges::find(figures, name, &Figure::name);
    return found == figures.end() ? -1 : found->value;
}

Figures ifKnown(const char* name, double value) {
    return value < 0 ? Figures{} : Figures{{name, value}};
}

} // namespace protomind
