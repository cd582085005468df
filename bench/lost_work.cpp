// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much of a training is done again where the process that trains is killed: trains digits on the first
// OpenCL device in a process of its own, as the window does, kills it at random moments, and says of each how
// many steps and seconds were lost.
//
//   bench_lost_work [KILLS] [TEMPLATE]   20 of digits-mlp

#include "engine/base/random.h"
#include "studio/network/template.h"
#include "studio/session/process/guarded_session.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <thread>
#include <vector>

namespace {

using namespace protomind;

/// What is told of a training, with its time.
class Watch {
public:
    void hear(const EventEnvelope& event) {
        const std::scoped_lock lock(m_mutex);
        if (const auto* progress = std::get_if<Progress>(&event.event))
            m_steps.emplace_back(m_clock(), progress->step);
        if (const auto* failed = std::get_if<Failed>(&event.event))
            m_problem = failed->problem.text();
        if (const auto* news = std::get_if<DeviceNews>(&event.event);
            news != nullptr && news->state == DeviceState::Lost)
            m_again = news->stepsTaken;
        m_arrived.notify_all();
    }
    /// Whether it came to that.
    bool untilTrains() {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return !m_steps.empty() || !m_problem.empty() || m_again; });
        return !m_steps.empty();
    }
    void untilLost() {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return m_again.has_value(); });
    }
    std::int64_t again() const { return *m_again; }
    /// From when the steps that are left had been told of, to a time.
    double secondsLost(double until) const {
        const std::int64_t kept = m_steps.back().second - *m_again;
        const auto last =
            std::ranges::find_if(m_steps, [&](const auto& one) { return one.second > kept; }) - 1;
        return *m_again == 0 ? 0 : until - std::max(last, m_steps.begin())->first;
    }
    const std::string& problem() const { return m_problem; }
    double now() const { return m_clock(); }

private:
    Clock m_clock = steadyClock();
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<std::pair<double, std::int64_t>> m_steps;
    std::string m_problem;
    std::optional<std::int64_t> m_again;
};

struct Loss {
    double trained = 0; ///< seconds until the kill
    double seconds = 0;
    std::int64_t steps = 0;
};

std::optional<Loss> lossOfKill(std::uint64_t number, const NetworkTemplate& drawn) {
    RandomStream random(number, 11);
    Watch watch;
    GuardedSession session([&watch](const EventEnvelope& event) { watch.hear(event); },
                           {.program = "/proc/self/exe"});
    Experiment experiment;
    experiment.network = drawn.make();
    experiment.training = drawn.training;
    experiment.training.epochs = 100'000;
    experiment.data = drawn.data;
    experiment.device = "opencl";
    session.post({{1}, PrepareRequest{std::move(experiment)}});
    session.post({{2}, TrainRequest{}});
    if (!watch.untilTrains()) {
        std::fprintf(stderr, "%s\n", watch.problem().c_str());
        return std::nullopt;
    }
    Loss loss{.trained = random.uniform(1, 8)};
    std::this_thread::sleep_for(std::chrono::duration<double>(loss.trained));
    const double killed = watch.now();
    const pid_t process = session.processId();
    if (process <= 0 || ::kill(process, SIGKILL) != 0)
        return std::nullopt;
    watch.untilLost();
    loss.seconds = watch.secondsLost(killed);
    loss.steps = watch.again();
    return loss;
}

} // namespace

int main(int argc, char** argv) {
    using namespace protomind;
    if (asksToServe(argc, argv))
        return serveSession(FileDescriptor(kServeDescriptor));
    const int kills = argc > 1 ? std::atoi(argv[1]) : 20;
    const NetworkTemplate* drawn = findTemplate(argc > 2 ? argv[2] : "digits-mlp");
    if (drawn == nullptr || kills < 1)
        return 2;
    std::vector<double> seconds;
    for (int kill = 0; kill < kills; ++kill) {
        const auto loss = lossOfKill(static_cast<std::uint64_t>(kill), *drawn);
        if (!loss)
            return 1;
        std::printf(
            "{\"kill\": %d, \"trained_seconds\": %.2f, \"lost_seconds\": %.3f, \"lost_steps\": %lld}\n", kill,
            loss->trained, loss->seconds, static_cast<long long>(loss->steps));
        std::fflush(stdout);
        seconds.push_back(loss->seconds);
    }
    std::ranges::sort(seconds);
    double sum = 0;
    for (const double one : seconds)
        sum += one;
    std::printf(
        "{\"template\": \"%s\", \"kills\": %d, \"mean_lost_seconds\": %.3f, \"median_lost_seconds\": %.3f, "
        "\"most_lost_seconds\": %.3f}\n",
        drawn->name.c_str(), kills, sum / kills, seconds[seconds.size() / 2], seconds.back());
    return 0;
}
