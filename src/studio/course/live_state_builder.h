// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/course/live_state.h"
#include "studio/network/data_facts.h"

namespace protomind {

/// Gathers what checks of lessons look at: from the data, from what the session tells of the run, and from
/// what a person does. The window and the command line hand over what they hear, so that a check holds in
/// both or in neither.
class LiveStateBuilder {
public:
    // What a person does.

    /// A page begins: what counts from its beginning counts anew.
    void beginPage();
    /// Training begins anew, with the first weights.
    void beginRun() { m_movesInRun = 0; }
    void weightMoved(bool byHand);
    /// The network was written for another program, and what was read back answered the same.
    void exported() { ++m_exports; }
    /// What the learner looks at through a lens is there.
    void take(const LensAnswered& answer) { addLook(m_looks, answer); }
    void setSpeed(double stepsPerSecond);
    /// What is done with the picture and the window of a page whose scene is a filter.
    [[nodiscard]] FilterVisit& filter() { return m_filter; }
    [[nodiscard]] const FilterVisit& filter() const { return m_filter; }
    /// The filter that the network has now, with the weights that were seen last.
    [[nodiscard]] std::optional<PictureFilter> filterOf(const Network& network) const;
    /// None: not known, or none is chosen.
    void setData(std::optional<DataFacts> facts) { m_data = std::move(facts); }

    // What the session tells.

    void take(const Prepared& event, const Experiment& preparedAs);
    void take(const StateChanged& event);
    void take(const Progress& event);
    void take(const EpochDone& event);
    void take(const Evaluated& event);
    void take(const DivergedEvent& event) { m_diverged |= event.reason == DivergenceReason::NotFinite; }
    /// Those of a run that stands still have its whole curve; others are skipped.
    void take(const Checkpoint& checkpoint);
    /// Null: there are none any more.
    void take(const Pictures* pictures);

    /// The curve of another run, or of the same one at another time.
    void setHistory(std::span<const HistoryPoint> history);
    /// What is there now has nothing to do with what was heard.
    void forgetRun();
    void forgetWeights() { m_weights.clear(); }

    /// Present weights, as far as they were looked at, by the names of their variables.
    [[nodiscard]] const std::map<std::string, std::vector<float>>& weights() const { return m_weights; }
    [[nodiscard]] bool hasData(const std::string& text) const { return m_data && m_data->text == text; }
    [[nodiscard]] LiveState state(const Experiment& experiment, const Analysis& analysis) const;

private:
    void noteRun(const Evaluated& event);
    void forgetEvaluations() { m_validation = m_test = {}; }
    void addRun(LiveState& state) const;

    std::optional<DataFacts> m_data;
    std::map<std::string, std::vector<float>> m_weights;
    std::optional<Experiment> m_preparedAs; ///< what the run was last made ready for
    Prepared m_facts;
    RunState m_run = RunState::Idle;
    std::vector<HistoryPoint> m_lastEpochs; ///< two at most
    SplitFigures m_validation;              ///< of an evaluation since the last epoch
    SplitFigures m_test;                    ///< of one of the present weights
    RunList m_runs;                         ///< tested since the page began
    std::int64_t m_steps = 0;
    std::int64_t m_stepOfChange = 0; ///< see LiveState
    double m_speed = 0;
    std::optional<double> m_stepsPerSecond;
    MeasuredSpeeds m_speeds;
    bool m_atFullSpeed = false; ///< since the last Progress
    bool m_diverged = false;
    LensLooks m_looks;
    FilterVisit m_filter;
    std::int64_t m_movesByHand = 0;
    std::int64_t m_movesInRun = 0;
    std::int64_t m_exports = 0;
};

} // namespace protomind
