// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/watch_plan.h"

#include <optional>

namespace protomind {

/// Looks into a run at the pace that was asked for, as long as looking takes no more than the share of the
/// time that was allowed: it measures what a look costs and lets more time pass where that is much.
class Watcher {
public:
    explicit Watcher(Clock clock)
        : m_clock(std::move(clock)) {}

    void ask(WatchRequest request);
    [[nodiscard]] bool active() const { return m_asked && m_request.picturesPerSecond > 0; }
    /// Another run, or none: null. trainer outlives its being watched.
    void attach(Trainer* trainer);

    /// After a step of training, at a time of the clock: what is seen, where it is time for that; else null.
    [[nodiscard]] std::shared_ptr<const Pictures> afterStep(double now);
    /// What is seen now, whatever it costs; null where nothing is asked for. For a run that stands still.
    [[nodiscard]] std::shared_ptr<const Pictures> look();

private:
    /// When something was last done and how long it takes.
    struct Pace {
        double due = 0;
        double cost = 0;
        void done(double started, double ended, double interval, double share);
    };

    [[nodiscard]] bool plan();
    [[nodiscard]] Result<void> makePlan();
    [[nodiscard]] std::shared_ptr<Pictures> observe();
    /// Fails where the device does.
    [[nodiscard]] Result<void> addGenerator(Pictures& pictures);
    /// Fails where the device does.
    [[nodiscard]] Result<void> addWeights(Pictures& pictures);
    [[nodiscard]] Result<void> addVariables(Pictures& pictures) const;
    void computeGradients();
    void keepWeights();
    [[nodiscard]] std::shared_ptr<Pictures> giveUp(const Problem& problem);

    Clock m_clock;
    bool m_asked = false;
    WatchRequest m_request;
    Trainer* m_trainer = nullptr;
    std::optional<WatchPlan> m_plan;
    std::optional<WatchPlan> m_generatorPlan; ///< none: there is no generator, or it is too large
    bool m_failed = false;
    Pace m_pace;
    Pace m_gradientPace;
    std::vector<HostArray> m_before; ///< the watched weights before the step that is looked at
    std::int64_t m_beforeMove = -1;  ///< after how many moves of the trainer that was
    std::vector<HostArray> m_updates;
    std::vector<WeightGradient> m_gradients;
    std::int64_t m_gradientStep = 0;
};

} // namespace protomind
