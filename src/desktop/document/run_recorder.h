// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <optional>

namespace protomind {

class Document;
class RunController;

/// Seconds since 1970, UTC.
using WallClock = std::function<std::int64_t()>;
[[nodiscard]] WallClock systemWallClock();

/// Makes a record in the document of every test of a trained network while training rests. The same weights
/// tested again give no second one.
class RunRecorder : public QObject {
    Q_OBJECT
public:
    RunRecorder(Document& document, RunController& run, WallClock clock, QObject* parent = nullptr);

private:
    void followPrepared(const Prepared& event);
    void followEpoch(const EpochDone& event);
    void record(const Evaluated& event);

    Document& m_document;
    RunController& m_run;
    WallClock m_clock;
    Prepared m_facts;
    /// Of the epochs of the run so far; none where they were not all seen.
    std::optional<double> m_seconds;
    std::int64_t m_secondsUntilStep = 0;
};

} // namespace protomind
