// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/device/opencl/text/kernel_source.h"

#include <string>
#include <vector>

namespace protomind {

/// The values that a kernel reads and writes, as arguments: each is given a name, and appears once.
class ValueArguments {
public:
    /// The name of a value in the kernel: a pointer to its first number.
    [[nodiscard]] std::string read(int value) { return use(value, 0, false).name; }
    [[nodiscard]] std::string write(int value) { return use(value, 0, true).name; }

    /// A number of a value: a pointer, and how far it is from there. The pointer is to the number that was
    /// asked for first.
    struct Place {
        std::string name;
        std::int64_t offset = 0;
    };
    [[nodiscard]] Place readFrom(int value, std::int64_t offset) { return use(value, offset, false); }
    [[nodiscard]] Place writeFrom(int value, std::int64_t offset) { return use(value, offset, true); }

    [[nodiscard]] std::vector<KernelValue> values() const;
    /// "__global float* v0_memory, const int v0_begin, ...", for the head of the function.
    [[nodiscard]] std::string declarations() const;
    /// "__global float* const v0 = v0_memory + v0_begin;" for each, for its first lines.
    [[nodiscard]] std::string definitions() const;

private:
    struct Argument {
        KernelValue value;
        std::string name;
        bool written = false;
        [[nodiscard]] const char* type() const {
            return written ? "__global float*" : "__global const float*";
        }
    };
    Place use(int value, std::int64_t offset, bool written);

    std::vector<Argument> m_arguments;
};

} // namespace protomind
