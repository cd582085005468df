// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much of a training is done again where the process that trains is killed.

#include "engine/base/random.h"
#include "engine/device/registry/device_kinds.h"
#include "studio/network/template.h"
#include "studio/session/process/event_log.h"
#include "studio/session/process/guarded_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <csignal>

#include "needed_tool.h"
#include "whole_run.h"

namespace protomind {
namespace {

/// The session's clock goes on by so much from moment to moment, and stands still in between: a snapshot that
/// is asked for in a moment has come before the next one, however slow the machine is.
constexpr double kMoment = 0.25;
constexpr double kSnapshotSeconds = 1;
constexpr std::uint64_t kMostMoments = 40;

std::int64_t stepOf(const Event& event) {
    if (const auto* progress = std::get_if<Progress>(&event))
        return progress->step;
    const auto* epoch = std::get_if<EpochDone>(&event);
    return epoch != nullptr ? epoch->step : 0;
}

/// A training in a process of its own, whose time is in the test's hand.
class KilledTraining {
public:
    KilledTraining() {
        Experiment digits;
        const NetworkTemplate& drawn = *findTemplate("digits-mlp");
        digits.network = drawn.make();
        digits.training = drawn.training;
        digits.training.epochs = 100'000; // no end comes before the kill
        digits.data = "digits?samples=2000&test=10";
        digits.device = "opencl";
        post(PrepareRequest{std::move(digits)});
        post(TrainRequest{});
    }

    /// A moment later: training has come on, and all that was asked of the process has been answered.
    void goOn() {
        m_stepsBefore.push_back(stepsTold());
        m_seconds = kMoment * static_cast<double>(m_stepsBefore.size() - 1);
        // The first may have been on its way before the clock was set.
        const std::size_t heard = m_log.all().size();
        std::size_t looked = 0;
        int told = 0;
        m_log.until([&](const EventEnvelope& one) {
            told += looked++ >= heard && std::holds_alternative<Progress>(one.event) ? 1 : 0;
            return told == 2;
        });
        static_cast<void>(m_log.answer<Done>(post(SetSpeedRequest{})));
    }

    /// Gives the steps that are taken again.
    std::int64_t kill() {
        const pid_t process = m_session.processId();
        if (process <= 0 || ::kill(process, SIGKILL) != 0)
            throw std::runtime_error("there is nothing to be killed");
        const EventEnvelope lost = m_log.until([](const EventEnvelope& one) {
            const auto* news = std::get_if<DeviceNews>(&one.event);
            return news != nullptr && news->state == DeviceState::Lost;
        });
        return std::get<DeviceNews>(lost.event).stepsTaken;
    }

    /// The last that was told of; after the kill nothing more is until the lost ones were taken again.
    [[nodiscard]] std::int64_t stepsTold() {
        std::int64_t steps = 0;
        for (const EventEnvelope& one : m_log.all())
            steps = std::max(steps, stepOf(one.event));
        return steps;
    }

    /// How many seconds of the session's clock before now the run came to these steps, or more by less than a
    /// moment.
    [[nodiscard]] double secondsSince(std::int64_t steps) const {
        const auto after = std::ranges::upper_bound(m_stepsBefore, steps);
        const auto moment = static_cast<double>(after - m_stepsBefore.begin()) - 1;
        return m_seconds - kMoment * moment;
    }

private:
    RequestId post(Request request) {
        const RequestId id{++m_requests};
        m_session.post({id, std::move(request)});
        return id;
    }

    EventLog m_log;
    std::atomic<double> m_seconds{0};
    std::uint64_t m_requests = 0;
    std::vector<std::int64_t> m_stepsBefore; ///< of each moment: the steps told of before it
    GuardedSession m_session{m_log.listener(),
                             {.program = sessionServer(),
                              .clock = [this] { return m_seconds.load(); },
                              .limits = {.clock = [] { return 0.0; }}, // who is slow is not lost
                              .snapshotSeconds = kSnapshotSeconds}};
};

TEST(LostWork, IsNeverMoreThanWasDoneSinceASnapshotWasDue) {
    if (openClDevices().empty())
        PROTOMIND_TOOL_IS_MISSING("There is no OpenCL driver.");
    const int kills = rounds(2, 5, 20);
    std::int64_t all = 0;
    for (int kill = 0; kill < kills; ++kill) {
        RandomStream random(static_cast<std::uint64_t>(kill), 11);
        const std::uint64_t moments = 1 + random.below(kMostMoments);
        SCOPED_TRACE("kill " + std::to_string(kill) + " after " + std::to_string(moments) + " moments");
        KilledTraining training;
        for (std::uint64_t moment = 0; moment < moments; ++moment)
            training.goOn();
        const std::int64_t again = training.kill();
        const std::int64_t told = training.stepsTold();
        EXPECT_LE(again, told);
        // Where a whole second has gone by a newer one is due, which the kill may come before.
        EXPECT_LE(training.secondsSince(told - again), kSnapshotSeconds);
        all += again;
    }
    EXPECT_GT(all, 0) << "nothing was ever lost: the kills came at no time at all";
}

} // namespace
} // namespace protomind
