// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/weight_history.h"

namespace protomind {

namespace {

std::vector<float> fairPart(const HostArray& weight) {
    const std::size_t count = weight.values.size();
    if (count <= WeightHistory::kMostValues)
        return weight.values;
    std::vector<float> part(WeightHistory::kMostValues);
    for (std::size_t i = 0; i < part.size(); ++i)
        part[i] = weight.values[i * count / part.size()];
    return part;
}

} // namespace

void WeightHistory::record(std::int64_t step, const VariableStore& variables) {
    if (!m_moments.empty() && step <= m_moments.back().step)
        return;
    if (m_offered++ % m_every != 0)
        return;
    Moment moment{.step = step};
    for (const VariableInfo& variable : variables.variables()) {
        if (!variable.ofNetwork || variable.shape.rank() < 2)
            continue;
        const auto weight = variables.read(variable.name);
        if (!weight)
            return;
        moment.values[variable.name] = fairPart(*weight);
    }
    // Full: every second one goes, and from now on half as many are kept.
    if (m_moments.size() == kMostSnapshots) {
        std::deque<Moment> half;
        for (std::size_t i = 0; i < m_moments.size(); i += 2)
            half.push_back(std::move(m_moments[i]));
        m_moments.swap(half);
        m_every *= 2;
    }
    m_moments.push_back(std::move(moment));
}

std::vector<WeightSnapshot> WeightHistory::of(const std::string& variable) const {
    std::vector<WeightSnapshot> found;
    for (const Moment& moment : m_moments) {
        if (const auto values = moment.values.find(variable); values != moment.values.end())
            found.push_back({moment.step, values->second});
    }
    return found;
}

} // namespace protomind
