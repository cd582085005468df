// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/trainer.h"
#include "studio/lens/lens_memory.h"
#include "studio/lens/lens_request.h"
#include "studio/lens/lens_type.h"
#include "studio/lens/weight_history.h"
#include "studio/session/messages.h"

#include <deque>
#include <memory>
#include <optional>

namespace protomind {

/// Works off what lenses were asked, one after another and in slices, while the run goes on: each looks at a
/// copy of the weights as they were when its turn came, so that no training moves what it sees. Problems, and
/// what a lens throws, become Failed events; the run does not suffer.
class LensDesk {
public:
    using Tell = std::function<void(RequestId answers, Event event)>;
    LensDesk(Tell tell, Clock clock);
    ~LensDesk();

    /// Another run, or none: null. What was asked of the one before is given up. trainer outlives its being
    /// looked at, and so does its device.
    void attach(const Trainer* trainer, Device* device);
    /// Takes the place of what the same lens was asked before and has not answered.
    void ask(RequestId id, const LensRequest& request);
    void cancel(const CancelLensRequest& request);
    [[nodiscard]] bool busy() const { return m_work != nullptr || !m_waiting.empty(); }
    /// Works for about so many seconds, or until interrupted (asked after every slice).
    void work(double seconds, const std::function<bool()>& interrupted);

    /// Between steps of a training: keeps how the weights are, now and then.
    void recordWeights();

private:
    [[nodiscard]] Result<void> begin(const LensRequest& request);
    [[nodiscard]] Result<void> copyWeights();
    /// Of lenses that need another network: in m_context. Made anew where it is another one than before.
    [[nodiscard]] Result<void> openOther(const std::shared_ptr<const OtherNetwork>& other);
    void chooseSample(const SampleChoice& choice);
    void proceed();
    void finish();
    void noteLearnedFrom(LensResult& result) const;
    /// All that was asked is answered by it.
    void endAll(const Event& answer);
    void giveUp();
    void forgetNetworks();
    /// Calls action; what goes wrong in it is told, and ends the work.
    void guarded(const std::function<Result<void>()>& action);

    struct Asked {
        RequestId id;
        LensRequest request;
    };

    Tell m_tell;
    Clock m_clock;
    const Trainer* m_trainer = nullptr;
    Device* m_device = nullptr;
    std::deque<Asked> m_waiting;
    WeightHistory m_history;
    double m_nextRecord = 0;

    std::unique_ptr<NetworkInstance> m_network; ///< the copy
    LensMemory m_memory;                        ///< of looks at it
    std::optional<Objective> m_objective;
    std::shared_ptr<const OtherNetwork> m_other; ///< that is opened
    std::unique_ptr<NetworkInstance> m_otherNetwork;
    std::optional<Objective> m_otherObjective;
    std::optional<Asked> m_asked; ///< what the work is for
    std::unique_ptr<LensContext> m_context;
    std::unique_ptr<LensWork> m_work;
    double m_nextProgress = 0;
};

} // namespace protomind
