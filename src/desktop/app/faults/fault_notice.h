// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/faults/fault.h"
#include "engine/train/clock.h"

#include <QString>

#include <functional>
#include <map>

namespace protomind {

class MessageStrip;

/// Tells a person of faults, one message for all of them, and has the work kept first. What comes again by
/// itself, with every painting for instance, is told once a minute at most.
class FaultNotice {
public:
    /// keep: puts all that is not saved where a crash does not reach it; may throw.
    FaultNotice(MessageStrip& messages, std::function<void()> keep, Clock clock = steadyClock());

    void tell(const Fault& fault);

private:
    [[nodiscard]] bool wasToldJustNow(const QString& sentence, Fault::Source source);
    [[nodiscard]] bool keep() const;

    MessageStrip& m_messages;
    std::function<void()> m_keep;
    Clock m_clock;
    std::map<QString, double> m_told; ///< what came by itself, and when it was told last
};

} // namespace protomind
