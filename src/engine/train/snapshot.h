// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/instance/variable_copy.h"
#include "engine/train/checkpoint.h"
#include "engine/train/epoch_sums.h"

#include <array>
#include <cstdint>
#include <optional>

namespace protomind {

/// How far into its next batch a run is, where it goes sample by sample.
struct BatchPart {
    std::int64_t samples = 0;
    double loss = 0; ///< sum over these samples
    std::int64_t correct = 0;
    double penalty = 0;                              ///< likewise
    std::int64_t penalised = 0;                      ///< samples that had one
    std::int64_t told = 0;                           ///< of them: whose loss is there
    std::array<double, kMostPhaseFigures> figures{}; ///< sums of what the phase tells besides
};

/// The last state of a run that was wholly finite. Taking one uses the memory of the one before again.
class Snapshot {
public:
    /// Where in the run the state is.
    struct Place {
        std::int64_t step = 0;
        BatchPart part;
        double epochLoss = 0;
        std::int64_t epochCorrect = 0;
        EpochSums epochSums;
        std::optional<HistoryPoint> lastPoint; ///< of the history
        bool validationPending = false;        ///< see Trainer::validationPending
        bool stepped = false;                  ///< see LearnedFrom::isStepped
    };

    /// Copies the variables and keeps them where all are finite; else keeps what it had and gives false.
    /// Fails where the device does.
    [[nodiscard]] Result<bool> take(const VariableStore& variables, const Place& place) {
        auto finite = m_variables.take(variables);
        if (finite && *finite)
            m_place = place;
        return finite;
    }

    void giveBack(VariableStore& variables) const { m_variables.giveBack(variables); }
    [[nodiscard]] VariableValues values() const { return m_variables.values(); }
    [[nodiscard]] const Place& place() const { return m_place; }

private:
    VariableCopy m_variables;
    Place m_place;
};

} // namespace protomind
