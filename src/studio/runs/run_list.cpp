// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/runs/run_list.h"

#include "studio/network/network_json.h"
#include "studio/runs/limits.h"

#include <algorithm>
#include <numeric>

namespace protomind {

namespace {

std::size_t bytesOf(const RunRecord& run) {
    const nlohmann::json large{toJson(run.experiment.network), run.experiment.data, run.unknown};
    return large.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size() + kBytesBesides;
}

} // namespace

bool RunList::add(RunRecord run) {
    for (std::size_t at = m_runs.size(); at-- > 0;) {
        const RunRecordPtr before = m_runs[at];
        if (!isSameTest(*before, run))
            continue;
        if (run.loss == before->loss && run.accuracy == before->accuracy)
            return false;
        // What was set since did not make these weights.
        run.experiment.training = before->experiment.training;
        run.seconds = before->seconds ? before->seconds : run.seconds;
        remove(before);
    }
    insert(m_runs.size(), std::make_shared<const RunRecord>(std::move(run)));
    return true;
}

void RunList::insert(std::size_t at, RunRecordPtr run) {
    const auto place = static_cast<std::ptrdiff_t>(std::min(at, m_runs.size()));
    m_bytes.insert(m_bytes.begin() + place, bytesOf(*run));
    m_runs.insert(m_runs.begin() + place, std::move(run));
    keepWithinLimits();
}

void RunList::remove(const RunRecordPtr& run) {
    const auto found = std::ranges::find(m_runs, run);
    if (found == m_runs.end())
        return;
    m_bytes.erase(m_bytes.begin() + (found - m_runs.begin()));
    m_runs.erase(found);
}

std::vector<TestGround> RunList::grounds() const {
    std::vector<TestGround> grounds;
    for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run)
        if (TestGround ground = groundOf(**run); std::ranges::find(grounds, ground) == grounds.end())
            grounds.push_back(std::move(ground));
    return grounds;
}

std::vector<RunRecordPtr> RunList::ranking(const TestGround& ground) const {
    std::vector<RunRecordPtr> ranking;
    std::ranges::copy_if(m_runs, std::back_inserter(ranking),
                         [&](const RunRecordPtr& run) { return groundOf(*run) == ground; });
    std::ranges::stable_sort(ranking,
                             [](const RunRecordPtr& a, const RunRecordPtr& b) { return isBetter(*a, *b); });
    return ranking;
}

bool RunList::isBestOfItsGround(const RunRecord& run) const {
    const TestGround ground = groundOf(run);
    return std::ranges::none_of(m_runs, [&](const RunRecordPtr& other) {
        return groundOf(*other) == ground && isBetter(*other, run);
    });
}

void RunList::keepWithinLimits() {
    std::size_t bytes = std::accumulate(m_bytes.begin(), m_bytes.end(), std::size_t{0});
    while (m_runs.size() > 1 && (m_runs.size() > kMaxRuns || bytes > kMaxRunsBytes)) {
        // The one that was made just now stays in any case.
        const auto last = m_runs.end() - 1;
        auto oldest = std::find_if(m_runs.begin(), last,
                                   [this](const RunRecordPtr& run) { return !isBestOfItsGround(*run); });
        if (oldest == last)
            oldest = m_runs.begin();
        bytes -= m_bytes[static_cast<std::size_t>(oldest - m_runs.begin())];
        remove(RunRecordPtr(*oldest));
    }
}

} // namespace protomind
