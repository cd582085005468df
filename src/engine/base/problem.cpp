// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/problem.h"

#include <stdexcept>

namespace protomind {

std::string Problem::text() const {
    std::string result = where.empty() ? sentence.text() : where + ": " + sentence;
    if (!remedy.empty())
        result += " " + remedy;
    return result;
}

void require(bool condition, const char* what) {
    if (!condition)
        throw std::logic_error(what);
}

} // namespace protomind
