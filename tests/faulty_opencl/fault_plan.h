// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace faulty_opencl {

/// What happens at a call.
struct Fault {
    enum class Kind {
        None,
        Error, ///< the call does nothing and gives the error
        Hang,  ///< it never comes back
        Kill,  ///< the process ends by SIGSEGV
        Slow,  ///< it takes a millisecond longer
        Wrong, ///< numbers that are read are other ones: x becomes -1 - x
        Lost,  ///< the driver says that it has put a command in the queue, and has not
    };
    Kind kind = Kind::None;
    int error = 0; ///< OpenCL's number
};

/// Which fault comes at which call, from a text as FAULTY_OPENCL holds it (see faulty_opencl.cpp). Counts the
/// calls, from any thread.
class FaultPlan {
public:
    static constexpr std::size_t kMostEntries = 64;

    /// entries: the names of all that are counted. Ends the process with a sentence and the status 99 where
    /// the text says nothing that can be done: a test that makes no fault tests nothing.
    FaultPlan(std::vector<std::string_view> entries, const char* text);

    /// Counts a call of an entry by its place in the list.
    [[nodiscard]] Fault atCall(std::size_t entry);
    /// "clFinish 7" a line, of those that were called.
    [[nodiscard]] std::string counts() const;

private:
    struct Rule {
        Fault fault;
        std::size_t entry = 0; ///< kMostEntries: any
        long first = 1;
        bool persistent = false;
    };
    [[nodiscard]] Rule ruleOf(std::string_view text) const;

    std::vector<std::string_view> m_entries;
    std::vector<Rule> m_rules;
    std::array<std::atomic<long>, kMostEntries + 1> m_calls{}; ///< the last: of all
};

/// Leaves the mark of a fault (FAULTY_OPENCL_MARK), and does what needs no driver: waits for ever, ends the
/// process, takes a millisecond. Says so before it hangs: "faulty_opencl: hanging in clFinish" on standard
/// error.
void carryOut(const Fault& fault, std::string_view entry);

} // namespace faulty_opencl
