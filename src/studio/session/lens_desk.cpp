// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/session/lens_desk.h"

#include "engine/gan/gan_loss.h"
#include "engine/instance/network_instance.h"
#include "engine/train/generated.h"
#include "studio/network/lowering.h"

#include <algorithm>
#include <new>
#include <utility>

namespace protomind {

namespace {

/// Seconds between two looks at how far the work is, and before the first one.
constexpr double kProgressInterval = 1.0 / 30;
constexpr double kBeforeProgress = 0.1;
/// Seconds between two moments of the weights that are kept.
constexpr double kRecordInterval = 0.1;

/// Whose figures say most.
Split bestSplit(const Trainer& trainer) {
    for (const Split split : {Split::Test, Split::Unseen, Split::Validation}) {
        if (trainer.dataOf(split) != nullptr)
            return split;
    }
    return Split::Training;
}

/// "Test sample 12"
Sentence sampleTitle(Split split, std::int64_t index) {
    return split == Split::Test         ? sentence("Test sample {}", index)
           : split == Split::Validation ? sentence("Validation sample {}", index)
                                        : sentence("Training sample {}", index);
}

} // namespace

LensDesk::LensDesk(Tell tell, Clock clock)
    : m_tell(std::move(tell))
    , m_clock(std::move(clock)) {}

LensDesk::~LensDesk() = default;

void LensDesk::attach(const Trainer* trainer, Device* device) {
    endAll(Failed{{.kind = ProblemKind::Request,
                   .sentence = "Another experiment was prepared before this was answered.",
                   .where = {},
                   .remedy = {}}});
    forgetNetworks();
    m_history.clear();
    m_nextRecord = 0;
    m_trainer = trainer;
    m_device = device;
}

void LensDesk::endAll(const Event& answer) {
    if (m_asked)
        m_tell(m_asked->id, answer);
    giveUp();
    for (const Asked& asked : std::exchange(m_waiting, {}))
        m_tell(asked.id, answer);
}

void LensDesk::giveUp() {
    m_work.reset();
    m_context.reset();
    m_asked.reset();
}

void LensDesk::forgetNetworks() {
    m_network.reset();
    m_otherNetwork.reset();
    m_other.reset();
    m_memory.forget();
}

void LensDesk::recordWeights() {
    const double now = m_clock();
    if (now < m_nextRecord)
        return;
    m_nextRecord = now + kRecordInterval;
    m_history.record(m_trainer->stepsDone(), m_trainer->variables());
}

void LensDesk::ask(RequestId id, const LensRequest& request) {
    cancel({request.lens});
    m_waiting.push_back({id, request});
}

void LensDesk::cancel(const CancelLensRequest& request) {
    if (request.lens.empty()) {
        endAll(Done{});
        forgetNetworks();
        return;
    }
    if (m_asked && m_asked->request.lens == request.lens) {
        m_tell(m_asked->id, Done{});
        giveUp();
    }
    std::erase_if(m_waiting, [&](const Asked& asked) {
        if (asked.request.lens != request.lens)
            return false;
        m_tell(asked.id, Done{});
        return true;
    });
}

void LensDesk::work(double seconds, const std::function<bool()>& interrupted) {
    const double until = m_clock() + seconds;
    while (busy()) {
        proceed();
        if (interrupted() || m_clock() >= until)
            return;
    }
}

void LensDesk::proceed() {
    guarded([this]() -> Result<void> {
        if (!m_work) {
            m_asked = std::move(m_waiting.front());
            m_waiting.pop_front();
            return begin(m_asked->request);
        }
        auto done = m_work->advance();
        if (!done)
            return std::unexpected(done.error());
        if (*done) {
            finish();
        } else if (const double now = m_clock(); now >= m_nextProgress) {
            m_nextProgress = now + kProgressInterval;
            m_tell(m_asked->id, LensProgress{.lens = m_asked->request.lens, .share = m_work->share()});
        }
        return {};
    });
}

void LensDesk::finish() {
    LensResult result = m_work->result();
    noteLearnedFrom(result);
    m_asked->request.other.reset();
    LensAnswered answer{.request = std::move(m_asked->request),
                        .result = std::make_shared<const LensResult>(std::move(result))};
    const RequestId id = m_asked->id;
    giveUp();
    m_tell(id, std::move(answer));
}

/// Figures on samples that were learned from say little.
void LensDesk::noteLearnedFrom(LensResult& result) const {
    if (!findLensType(m_asked->request.lens)->usesSplit || result.split == Split::Training)
        return;
    const std::optional<std::int64_t> learned = m_trainer->learnedFrom(result.split);
    if (!learned)
        result.sentences.emplace_back(
            "It isn't known which samples the network has learned from: these may be among them.");
    else if (*learned > 0)
        result.sentences.push_back(sentence("The network has learned from {} of these samples: the figures "
                                            "say little about samples that are new to it.",
                                            *learned));
}

Result<void> LensDesk::begin(const LensRequest& request) {
    const LensType* type = findLensType(request.lens);
    if (type == nullptr)
        return fail(ProblemKind::Request, "There is no lens of this name.", Sentence::name(request.lens));
    const DataDescription& data = m_trainer->dataOf(Split::Training)->description();
    const LensTarget target{.model = m_trainer->model(),
                            .data = &data,
                            .layer = request.layer,
                            .generator = m_trainer->generator().get()};
    if (auto suits = type->suits(target); !suits)
        return suits;
    if (auto copied = copyWeights(); !copied)
        return copied;
    const bool plays = m_trainer->generator() != nullptr;
    m_objective.reset();
    // A discriminator knows no classes, whatever the data have.
    if (!plays) {
        if (auto objective = chooseObjective(m_trainer->model(), data, m_trainer->settings()); objective)
            m_objective = *objective;
    }
    m_context = std::make_unique<LensContext>(
        LensContext{.network = *m_network,
                    .generator = m_trainer->generator().get(),
                    .ganLoss = plays ? findGanLoss(m_trainer->settings().gan.loss) : nullptr,
                    .objective = m_objective ? &*m_objective : nullptr,
                    .seed = m_trainer->settings().seed,
                    .step = m_trainer->stepsDone(),
                    .trainingStep = [this] { return m_trainer->stepExecutable(); },
                    .nextStep = [this](std::int64_t place) { return m_trainer->dissectNextStep(place); },
                    .history = &m_history,
                    .memory = &m_memory,
                    .training = m_trainer->dataOf(Split::Training),
                    .validation = m_trainer->dataOf(Split::Validation),
                    .test = m_trainer->dataOf(Split::Test),
                    .unseen = m_trainer->dataOf(Split::Unseen),
                    .layer = request.layer,
                    .split = request.split.value_or(bestSplit(*m_trainer))});
    if (type->usesOther && request.other) {
        if (auto opened = openOther(request.other); !opened)
            return opened;
    }
    chooseSample(request.sample);
    auto work = beginLens(*type, target, *m_context, request.settings);
    if (!work)
        return std::unexpected(work.error());
    m_work = std::move(*work);
    m_nextProgress = m_clock() + kBeforeProgress;
    return {};
}

Result<void> LensDesk::copyWeights() {
    if (!m_network) {
        auto made = NetworkInstance::create(m_trainer->model(), *m_device, m_trainer->settings().seed);
        if (!made)
            return std::unexpected(made.error());
        m_network = std::move(*made);
        if (m_trainer->generator()) {
            auto added =
                m_network->addVariables(generatorVariables(m_trainer->variables(), *m_trainer->generator()));
            if (!added) {
                m_network.reset();
                return added;
            }
        }
    }
    for (const VariableInfo& variable : m_network->variables().variables()) {
        const auto values = m_trainer->variables().read(variable.name);
        if (!values)
            return std::unexpected(values.error());
        if (!m_memory.empty() && m_network->variables().read(variable.name) != *values)
            m_memory.forget();
        m_network->variables().write(variable.name, *values);
    }
    return {};
}

Result<void> LensDesk::openOther(const std::shared_ptr<const OtherNetwork>& other) {
    if (!other->checkpoint)
        return fail(ProblemKind::Input, "This project has not been trained.", Sentence::name(other->name));
    if (m_other != other) {
        m_other.reset();
        m_otherNetwork.reset();
        auto model = lower(other->experiment.network);
        if (!model)
            return std::unexpected(model.error());
        auto made = NetworkInstance::create(std::move(*model), *m_device, other->checkpoint->variables);
        if (!made && made.error().kind != ProblemKind::Input)
            return std::unexpected(made.error());
        if (!made)
            return fail(ProblemKind::Input, made.error().sentence, Sentence::name(other->name),
                        "Its trained weights are not those of its network: train it again.");
        m_otherNetwork = std::move(*made);
        m_other = other;
    }
    auto objective =
        chooseObjective(m_otherNetwork->model(), m_trainer->dataOf(Split::Training)->description(),
                        other->experiment.training);
    m_otherObjective = objective ? std::optional(*objective) : std::nullopt;
    m_context->other = {.network = m_otherNetwork.get(),
                        .objective = m_otherObjective ? &*m_otherObjective : nullptr,
                        .name = other->name};
    return {};
}

void LensDesk::chooseSample(const SampleChoice& choice) {
    if (choice.values.shape == m_trainer->model().inputShape) {
        m_context->sample = choice.values;
        return;
    }
    Split split = choice.split;
    for (const Split other : {Split::Test, Split::Validation, Split::Training}) {
        if (m_context->samples(split) == nullptr || m_context->samples(split)->size() == 0)
            split = other;
    }
    const DataSet& data = *m_context->samples(split);
    const DataDescription& description = data.description();
    const std::int64_t index = std::clamp<std::int64_t>(choice.index, 0, data.size() - 1);
    HostArray sample(description.sampleShape);
    std::vector<float> target(static_cast<std::size_t>(description.targetShape.elementCount()));
    data.read(index, sample.values, target);
    m_context->sample = std::move(sample);
    m_context->sampleTitle = sampleTitle(split, index);
    if (description.targetKind == TargetKind::Class) {
        const auto label = static_cast<std::size_t>(std::max(target[0], 0.0f));
        m_context->sampleTitle = sentence(
            "{}: {:s}", m_context->sampleTitle,
            label < description.classNames.size() ? description.classNames[label] : std::to_string(label));
    }
}

void LensDesk::guarded(const std::function<Result<void>()>& action) {
    Problem problem;
    try {
        const Result<void> done = action();
        if (done)
            return;
        problem = done.error();
    } catch (const std::bad_alloc&) {
        problem = {.kind = ProblemKind::Memory,
                   .sentence = "There is not enough memory to look at the network this way.",
                   .where = {},
                   .remedy = {}};
    } catch (const std::exception& error) {
        problem = {.kind = ProblemKind::Unsupported,
                   .sentence = sentence("The program met a mistake of its own: {:s}.", error.what()),
                   .where = {},
                   .remedy = "Please report it."};
    }
    const RequestId id = m_asked->id;
    giveUp();
    m_tell(id, Failed{std::move(problem)});
}

} // namespace protomind
