// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/data/source_text.h"

namespace protomind {

/// The options of a built-in set with a value each, checked: what was given, and the defaults for the rest.
class OptionValues {
public:
    /// Fails on a name that the set does not have, and on values that are no number, out of range, or not
    /// whole where a number of samples is meant.
    [[nodiscard]] static Result<OptionValues> checked(const BuiltInData& set,
                                                      std::span<const SourceText::Option> given);

    /// The name must be one of the set's options.
    [[nodiscard]] float number(std::string_view name) const;
    [[nodiscard]] std::int64_t count(std::string_view name) const;

private:
    explicit OptionValues(const BuiltInData& set);
    [[nodiscard]] std::size_t indexOf(std::string_view name) const;

    const BuiltInData* m_set; // Lives in the table of built-in sets, and so for ever.
    std::vector<double> m_values;
};

} // namespace protomind
