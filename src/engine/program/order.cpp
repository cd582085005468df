// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/order.h"

#include "engine/base/index.h"
#include "engine/program/plan_memory.h"

#include <queue>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace protomind {

namespace {

/// An update that may be computed straight into its variable.
struct InPlace {
    int update = 0;
    int step = 0;     ///< that computes it
    int value = 0;    ///< the value that it is
    int variable = 0; ///< the value of the variable
    bool granted = true;
};

class Ordering {
public:
    explicit Ordering(Lowered lowered)
        : m_program(std::move(lowered.program))
        , m_updateValues(std::move(lowered.updateValues)) {
        for (int step = 0; step < count(); ++step) {
            for (const int value : valuesWritten(m_program.steps[at(step)]))
                m_writers[value].push_back(step);
            for (const int value : valuesRead(m_program.steps[at(step)]))
                m_readers[value].insert(step);
        }
        findInPlace();
    }

    Program run() {
        std::vector<int> sequence = sort();
        while (static_cast<int>(sequence.size()) < count()) {
            giveUpOne(sequence);
            sequence = sort();
        }
        redirect();
        std::vector<Step> ordered;
        for (const int step : sequence)
            ordered.push_back(std::move(m_program.steps[at(step)]));
        std::ranges::move(m_copies, std::back_inserter(ordered));
        m_program.steps = std::move(ordered);
        return std::move(m_program);
    }

private:
    int count() const { return static_cast<int>(m_program.steps.size()); }

    int variableOf(std::size_t update) const {
        const std::string& name = m_program.updates[update].variable.as<LeafAttributes>().name;
        for (int value = 0; value < static_cast<int>(m_program.values.size()); ++value) {
            if (m_program.values[at(value)].storage == Storage::Variable &&
                m_program.values[at(value)].name == name)
                return value;
        }
        throw std::logic_error("order: an update of a variable that has no value");
    }

    void findInPlace() {
        std::set<int> taken(m_program.outputValues.begin(), m_program.outputValues.end());
        for (std::size_t update = 0; update < m_updateValues.size(); ++update) {
            const int value = m_updateValues[update];
            const std::vector<int>& writing = writers(value);
            if (writing.size() != 1 || !taken.insert(value).second)
                continue;
            const int variable = variableOf(update);
            if (readsWhereItStores(m_program.steps[at(writing.front())], variable, value))
                m_inPlace.push_back({static_cast<int>(update), writing.front(), value, variable});
        }
    }

    /// The steps in order; only a part of them where some wait for each other.
    std::vector<int> sort() const {
        std::vector<std::vector<int>> next(at(count()));
        std::vector<int> waits(at(count()), 0);
        const auto before = [&](int first, int second) {
            next[at(first)].push_back(second);
            ++waits[at(second)];
        };
        for (int step = 0; step < count(); ++step) {
            for (const int value : valuesRead(m_program.steps[at(step)])) {
                for (const int writer : writers(value))
                    before(writer, step);
            }
            // A value written in parts: the parts in their order.
            for (const int value : valuesWritten(m_program.steps[at(step)])) {
                for (const int writer : writers(value)) {
                    if (writer < step)
                        before(writer, step);
                }
            }
        }
        std::set<int> updating;
        for (const InPlace& one : m_inPlace) {
            if (!one.granted)
                continue;
            updating.insert(one.step);
            const auto readers = m_readers.find(one.variable);
            for (const int reader : readers == m_readers.end() ? std::set<int>() : readers->second) {
                if (reader != one.step)
                    before(reader, one.step);
            }
        }
        // Updates first, since they free gradients; else as in the graph.
        const auto later = [&](int a, int b) {
            return std::pair(!updating.contains(a), a) > std::pair(!updating.contains(b), b);
        };
        std::priority_queue<int, std::vector<int>, decltype(later)> ready(later);
        for (int step = 0; step < count(); ++step) {
            if (waits[at(step)] == 0)
                ready.push(step);
        }
        std::vector<int> sequence;
        while (!ready.empty()) {
            sequence.push_back(ready.top());
            ready.pop();
            for (const int follower : next[at(sequence.back())]) {
                if (--waits[at(follower)] == 0)
                    ready.push(follower);
            }
        }
        return sequence;
    }

    const std::vector<int>& writers(int value) const {
        static const std::vector<int> kNone;
        const auto found = m_writers.find(value);
        return found == m_writers.end() ? kNone : found->second;
    }

    /// Two updates that read each other's variables wait for each other: one of them is copied instead.
    void giveUpOne(const std::vector<int>& sequence) {
        const auto stuck = std::ranges::find_if(m_inPlace, [&](const InPlace& one) {
            return one.granted && std::ranges::find(sequence, one.step) == sequence.end();
        });
        require(stuck != m_inPlace.end(), "order: steps wait for each other");
        stuck->granted = false;
    }

    /// Lets the values that are computed in place be their variables, and copies the others at the end.
    void redirect() {
        std::map<int, int> variableFor;
        for (const InPlace& one : m_inPlace) {
            if (one.granted)
                variableFor[one.value] = one.variable;
        }
        for (std::size_t update = 0; update < m_updateValues.size(); ++update) {
            const bool granted = std::ranges::any_of(m_inPlace, [&](const InPlace& one) {
                return one.granted && one.update == static_cast<int>(update);
            });
            if (granted)
                continue;
            // Copies stand behind everything else: sort() is over.
            const int value = m_updateValues[update];
            m_copies.push_back(
                copyStep("update", value, variableOf(update), m_program.values[at(value)].elements));
        }
        for (const auto& [value, variable] : variableFor) {
            for (Step& step : m_program.steps)
                replace(step, value, variable);
            for (Step& step : m_copies)
                replace(step, value, variable);
        }
    }

    static void replace(Step& step, int value, int by) {
        const auto swap = [&](int& held) {
            if (held == value)
                held = by;
        };
        if (auto* kernel = std::get_if<Kernel>(&step.work)) {
            std::ranges::for_each(kernel->inputs, swap);
            swap(kernel->output);
            return;
        }
        auto& loop = std::get<Loop>(step.work);
        for (Access& load : loop.loads)
            swap(load.value);
        for (Store& store : loop.stores)
            swap(store.to.value);
    }

    Program m_program;
    std::vector<int> m_updateValues;
    std::map<int, std::vector<int>> m_writers;
    std::map<int, std::set<int>> m_readers;
    std::vector<InPlace> m_inPlace;
    std::vector<Step> m_copies;
};

} // namespace

Program order(Lowered lowered) {
    return Ordering(std::move(lowered)).run();
}

} // namespace protomind
