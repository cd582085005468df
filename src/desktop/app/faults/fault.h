// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <exception>

namespace protomind {

/// Something that was thrown where nobody expected it: memory that ran out, or a mistake of our own.
struct Fault {
    /// What can come again and again without anybody doing anything, and what cannot.
    enum class Source { Person, Clockwork, Painting };

    Problem problem;
    Source source = Source::Person;
};

/// What was thrown, in words.
[[nodiscard]] Problem problemOf(const std::exception_ptr& thrown);

} // namespace protomind
