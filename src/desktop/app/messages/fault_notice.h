// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/faults/fault.h"
#include "engine/train/clock.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>

namespace protomind {

class MessageStrip;

/// Tells a person of faults, one message for all of them, and has the work kept first. Whether it is kept is
/// said when the disk has answered, and not before. What comes again by itself, with every painting for
/// instance, is told once a minute at most.
class FaultNotice : public QObject {
    Q_OBJECT
public:
    using Kept = std::function<void(bool kept)>;
    /// Puts all that is not saved where a crash does not reach it and says whether it has, at once or later,
    /// on the window's thread; may throw.
    using Keep = std::function<void(Kept)>;

    FaultNotice(MessageStrip& messages, Keep keep, Clock clock = steadyClock());

    void tell(const Fault& fault);

private:
    [[nodiscard]] bool wasToldJustNow(const QString& sentence, Fault::Source source);
    void askToKeep();
    void receiveAnswer(int ask, bool kept);

    struct Asked {
        double when = 0;
        bool again = false; ///< more has happened since, that the answer will not be about
    };

    MessageStrip& m_messages;
    Keep m_keep;
    Clock m_clock;
    QString m_sentence; ///< of the newest fault
    ProblemKind m_kind = ProblemKind::Unsupported;
    std::optional<Asked> m_asked; ///< until the answer is there
    int m_asks = 0;
    std::map<QString, double> m_told; ///< what came by itself, and when it was told last
};

} // namespace protomind
