// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/runs/run_record.h"

#include <memory>
#include <vector>

namespace protomind {

using RunRecordPtr = std::shared_ptr<const RunRecord>;

/// The tests that were made, oldest first: a plain value whose copies share the records. Within the limits of
/// limits.h, whatever is added: the oldest that is nowhere the best gives way.
class RunList {
public:
    [[nodiscard]] const std::vector<RunRecordPtr>& runs() const { return m_runs; }
    [[nodiscard]] bool empty() const { return m_runs.empty(); }
    [[nodiscard]] std::size_t size() const { return m_runs.size(); }

    /// A test of the same weights takes the place of the one before. Says whether anything is new: not where
    /// the same came out of the same test.
    bool add(RunRecord run);
    /// Puts one back where it was, or at the end.
    void insert(std::size_t at, RunRecordPtr run);
    void remove(const RunRecordPtr& run);

    /// What was tested on, what was tested on last first; each once.
    [[nodiscard]] std::vector<TestGround> grounds() const;
    /// The runs of a ground, the best first.
    [[nodiscard]] std::vector<RunRecordPtr> ranking(const TestGround& ground) const;

    /// Whether both hold the very same records.
    bool operator==(const RunList&) const = default;

private:
    void keepWithinLimits();
    [[nodiscard]] bool isBestOfItsGround(const RunRecord& run) const;

    std::vector<RunRecordPtr> m_runs;
    std::vector<std::size_t> m_bytes; ///< of each
};

} // namespace protomind
