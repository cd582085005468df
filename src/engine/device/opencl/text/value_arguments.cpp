// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/value_arguments.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

ValueArguments::Place ValueArguments::use(int value, std::int64_t offset, bool written) {
    auto found =
        std::ranges::find(m_arguments, value, [](const Argument& known) { return known.value.value; });
    if (found == m_arguments.end()) {
        const std::string name =
            value == kPartialResults ? "partial" : fmt::format("v{}", m_arguments.size());
        found = m_arguments.insert(found, {{value, offset}, name, written});
    }
    found->written = found->written || written;
    return {found->name, offset - found->value.shift};
}

std::vector<KernelValue> ValueArguments::values() const {
    std::vector<KernelValue> values;
    for (const Argument& argument : m_arguments)
        values.push_back(argument.value);
    return values;
}

std::string ValueArguments::declarations() const {
    std::string text;
    for (const Argument& argument : m_arguments)
        text += fmt::format("{0}{1} {2}_memory, const int {2}_begin", text.empty() ? "" : ", ",
                            argument.type(), argument.name);
    return text;
}

std::string ValueArguments::definitions() const {
    std::string text;
    for (const Argument& argument : m_arguments)
        text += fmt::format("    {0} const {1} = {1}_memory + {1}_begin;\n", argument.type(), argument.name);
    return text;
}

} // namespace protomind
