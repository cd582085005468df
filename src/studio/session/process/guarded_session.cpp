// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/process/guarded_session.h"

#include "engine/device/registry/device_kinds.h"
#include "studio/session/devices.h"

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

/// Requests of our own have numbers that no client comes to.
constexpr std::uint64_t kOwnRequests = std::uint64_t{1} << 63;
/// Of the time, about one part in so many goes into snapshots. They are not more than so many seconds apart,
/// unless more than another part would go into them.
constexpr double kSnapshotShare = 20;
constexpr double kMostBetweenSnapshots = 10;
constexpr double kLargestSnapshotShare = 5;

bool isOwn(RequestId id) {
    return (id.value & kOwnRequests) != 0;
}

/// The device that is always there.
std::string processor() {
    return std::string(deviceKinds().front().id);
}

Sentence nameOf(const std::string& deviceName, const std::string& device) {
    return Sentence::name(deviceName.empty() ? device : deviceName);
}

} // namespace

GuardedSession::GuardedSession(Listener listener, GuardOptions options)
    : m_listener(std::move(listener))
    , m_options(std::move(options)) {}

GuardedSession::~GuardedSession() {
    // Without the lock: their threads may wait for it to tell their last.
    std::vector<std::unique_ptr<SessionLink>> links;
    {
        const std::scoped_lock lock(m_mutex);
        retireAll();
        links = std::move(m_retired);
    }
}

void GuardedSession::post(RequestEnvelope request) {
    const std::scoped_lock lock(m_mutex);
    sweep();
    if (!std::holds_alternative<PrepareRequest>(request.request)) {
        m_record.ask(request);
        send(std::move(request));
        return;
    }
    const std::uint64_t before = m_present;
    choosePlace(request);
    m_record.ask(request);
    if (m_present != before) {
        failUnanswerable("Another experiment was prepared before this was answered.");
        for (RequestEnvelope& held : m_record.ofNoRun())
            send(std::move(held));
    }
    send(std::move(request));
}

void GuardedSession::send(RequestEnvelope request) {
    if (m_child) {
        m_child->post(std::move(request));
        return;
    }
    if (!m_here)
        openHere();
    m_here->post(std::move(request));
}

void GuardedSession::requestStop() {
    const std::scoped_lock lock(m_mutex);
    if (m_here)
        m_here->requestStop();
    if (m_child)
        m_child->requestStop();
}

bool GuardedSession::hasStopped() const {
    const std::scoped_lock lock(m_mutex);
    return (!m_here || m_here->hasStopped()) && (!m_child || m_child->hasStopped()) &&
           std::ranges::all_of(m_retired, [](const auto& link) { return link->hasStopped(); });
}

pid_t GuardedSession::processId() const {
    const std::scoped_lock lock(m_mutex);
    return m_child ? m_child->processId() : -1;
}

void GuardedSession::tellNews(DeviceNews news) {
    tell({.answers = {}, .run = m_record.run(), .event = std::move(news)});
}

void GuardedSession::sweep() {
    std::erase_if(m_retired, [](const auto& link) { return link->hasStopped(); });
}

void GuardedSession::retire(std::unique_ptr<SessionLink> link) {
    if (!link)
        return;
    link->requestStop();
    m_retired.push_back(std::move(link));
}

void GuardedSession::retireAll() {
    m_present = 0;
    retire(std::move(m_child));
    retire(std::move(m_here));
}

void GuardedSession::openHere() {
    retireAll();
    m_present = ++m_links;
    m_here = std::make_unique<Session>(
        [this, link = m_present](const EventEnvelope& event) { hearHere(link, event); }, m_options.clock);
}

Result<void> GuardedSession::openChild() {
    const std::uint64_t link = ++m_links;
    auto child = ChildSession::start(
        m_options.program, [this, link](const EventEnvelope& event) { hearChild(link, event); },
        [this, link](DeviceState state) { hearHealth(link, state); }, m_options.limits);
    if (!child)
        return std::unexpected(child.error());
    retireAll();
    m_present = link;
    m_child = std::move(*child);
    return {};
}

void GuardedSession::choosePlace(RequestEnvelope& preparation) {
    std::string& device = std::get<PrepareRequest>(preparation.request).experiment.device;
    if (device != m_asked)
        m_lost.clear();
    m_asked = device;
    m_goingOn = false;
    m_snapshotComes = false;
    m_nextSnapshot = 0;
    if (const auto lost = m_lost.find(device); lost != m_lost.end()) {
        device = processor();
        tellNotTried(preparation.id,
                     Sentence::row({lost->second, "Choose another device and then this one again to try it "
                                                  "once more."}));
    }
    const bool here = !needsDriver(device) || m_options.program.empty();
    if (!here && !m_child) {
        if (const auto opened = openChild(); !opened) {
            device = processor();
            tellNotTried(preparation.id, opened.error().sentence);
        }
    }
    if ((here && m_child) || !(m_child || m_here))
        openHere();
}

void GuardedSession::tellNotTried(RequestId preparation, const Sentence& why) {
    tell(
        {.answers = {},
         .run = runOf(preparation),
         .event = DeviceNews{DeviceState::Lost,
                             Sentence::row({"The processor computes in place of the chosen device.", why})}});
}

void GuardedSession::failUnanswerable(const Sentence& why) {
    for (const RequestId id : m_record.unanswerable())
        if (!isOwn(id))
            tell(
                {.answers = id,
                 .run = {},
                 .event = Failed{{.kind = ProblemKind::Device, .sentence = why, .where = {}, .remedy = {}}}});
    m_record.forgetUnanswerable();
}

void GuardedSession::askForSnapshot() {
    m_snapshotComes = true;
    RequestEnvelope request{{kOwnRequests | ++m_snapshots}, CheckpointRequest{}};
    m_record.ask(request);
    m_child->post(std::move(request));
}

void GuardedSession::hearHere(std::uint64_t link, const EventEnvelope& event) {
    const std::scoped_lock lock(m_mutex);
    if (link != m_present)
        return; // what it had on its way when it was retired
    const bool repeats = m_goingOn && event.run == m_record.run();
    const bool again = repeats && event.answers == RequestId{m_record.run().value} && m_record.isPrepared();
    const bool answered = !m_record.isUnanswered(event.answers);
    m_record.hear(event);
    if (isOwn(event.answers))
        return;
    if (repeats) {
        // The same preparation once more, and the same steps. Where it fails here too, that is told, and not
        // that the training which was to follow it fails as well.
        const bool failed = std::holds_alternative<Failed>(event.event);
        if (again && !failed)
            return;
        if (failed && answered && !again && !m_record.isPrepared())
            return;
        if (const auto* progress = std::get_if<Progress>(&event.event);
            progress != nullptr && progress->step <= m_toldStep)
            return;
        if (const auto* epoch = std::get_if<EpochDone>(&event.event);
            epoch != nullptr && epoch->step <= m_toldStep)
            return;
    }
    tell(event);
}

/// A device that fails, or has no memory left in the middle of a training: another one may do better. A
/// question that has not enough memory ends nothing.
bool GuardedSession::endsRun(const Problem& problem, RequestId answered) const {
    return (problem.kind == ProblemKind::Device && m_record.isPrepared()) ||
           (problem.kind == ProblemKind::Memory && m_record.isTrainingFor(answered));
}

void GuardedSession::hearChild(std::uint64_t link, const EventEnvelope& event) {
    const std::scoped_lock lock(m_mutex);
    if (link != m_present)
        return;
    if (const auto* failed = std::get_if<Failed>(&event.event);
        failed != nullptr && event.run == m_record.run() && endsRun(failed->problem, event.answers)) {
        const std::string device = m_record.device();
        goOnHere(failed->problem.sentence);
        if (failed->problem.kind == ProblemKind::Memory)
            m_lost.erase(device); // a smaller batch may fit
        return;
    }
    const bool weightSet =
        std::holds_alternative<Done>(event.event) && m_record.isSettingWeight(event.answers);
    m_record.hear(event);
    const double now = m_options.clock();
    if (isOwn(event.answers)) {
        m_snapshotComes = false;
        const auto* copied = std::get_if<CheckpointTaken>(&event.event);
        const double taken = copied != nullptr ? copied->seconds : 0;
        const double most = std::max(kMostBetweenSnapshots, kLargestSnapshotShare * taken);
        m_nextSnapshot = now + std::max(m_options.snapshotSeconds, std::min(kSnapshotShare * taken, most));
        return;
    }
    const bool goesOn = std::holds_alternative<Progress>(event.event) && m_record.isTraining();
    const bool rests =
        std::holds_alternative<StateChanged>(event.event) && !m_record.isTraining() && m_record.isPrepared();
    if (!m_snapshotComes && (weightSet || rests || (goesOn && now >= m_nextSnapshot)))
        askForSnapshot();
    tell(event);
}

void GuardedSession::hearHealth(std::uint64_t link, DeviceState state) {
    const std::scoped_lock lock(m_mutex);
    if (link != m_present)
        return;
    const Sentence device = nameOf(m_record.deviceName(), m_record.device());
    switch (state) {
    case DeviceState::Answering:
        tellNews({.state = state, .sentence = {}});
        return;
    case DeviceState::Silent:
        tellNews(
            {.state = state,
             .sentence = sentence("{} is not answering. If it stays silent, the processor goes on in its "
                                  "place; no work is lost.",
                                  device)});
        return;
    case DeviceState::Lost:
        goOnHere(sentence("{} stopped answering.", device));
        return;
    }
    std::unreachable();
}

void GuardedSession::goOnHere(const Sentence& why) {
    const std::int64_t again = std::max<std::int64_t>(0, m_record.step() - m_record.snapshotStep());
    m_goingOn = true;
    m_toldStep = m_record.step();
    m_lost.insert_or_assign(m_record.device(), why);
    const Sentence told = Sentence::row({why, "The processor goes on in its place."});
    failUnanswerable(told);
    tellNews({.state = DeviceState::Lost, .sentence = told, .stepsTaken = again});
    openHere();
    for (RequestEnvelope& request : m_record.requestsElsewhere(processor()))
        send(std::move(request));
}

std::unique_ptr<SessionLink> openGuardedSession(SessionLink::Listener listener) {
    return std::make_unique<GuardedSession>(std::move(listener));
}

} // namespace protomind
