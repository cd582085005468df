// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace protomind {

/// How often pictures may be shown, so that painting them leaves the processors to the training: measures
/// what showing costs. Times are seconds of a steady clock.
class PicturePace {
public:
    /// Pictures of a step were shown, which took so long without the painting.
    void shown(double now, double cost, std::int64_t step);
    /// Painting took so long.
    void painted(double cost);
    /// When the next pictures may come.
    [[nodiscard]] double due() const;

private:
    double m_last = 0;
    double m_cost = 0;    ///< of showing and painting together, smoothed
    double m_pending = 0; ///< since the last showing
    double m_stepSeconds = 0;
    std::int64_t m_step = 0;
};

} // namespace protomind
