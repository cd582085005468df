// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/variable_store.h"

#include <map>
#include <memory>
#include <string>

namespace protomind {

/// The variables of a store as they were when all of them were numbers. Where they lie in a device's own
/// memory, they are looked at and kept there: one number comes back. Where the device has no room for that,
/// they are kept in the program's memory.
class VariableCopy {
public:
    /// Copies the variables where all are finite; else keeps what it had and gives false. Fails where the
    /// device does: nothing is known of the variables then. Always of the same store. Takes memory where the
    /// store has variables that are new.
    [[nodiscard]] Result<bool> take(const VariableStore& variables);
    /// The store has the variables that were taken.
    void giveBack(VariableStore& variables) const;
    [[nodiscard]] VariableValues values() const;

private:
    /// A variable's numbers, copied.
    struct Copy {
        BufferPtr buffer;
        bool onDevice = false;
    };

    void prepare(const VariableStore& variables);
    [[nodiscard]] bool areFinite(const VariableStore& variables) const;

    std::map<std::string, Copy> m_copies;
    std::unique_ptr<Executable>
        m_check; ///< counts what is not finite; null where the numbers are looked at here
};

} // namespace protomind
