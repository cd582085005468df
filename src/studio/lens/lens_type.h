// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/data_set.h"
#include "engine/nn/field.h"
#include "engine/nn/model.h"
#include "studio/lens/lens_result.h"

#include <functional>
#include <memory>
#include <span>

namespace protomind {

class Executable;
class LensMemory;
class NetworkInstance;
class WeightHistory;
struct GanLoss;
struct Objective;
struct StepDissection;

/// What a lens looks at, and so what has to be chosen before it can.
enum class LensSubject {
    Layer,   ///< one layer (for a sample, where usesSample)
    Sample,  ///< what the network makes of one sample
    Network, ///< all of it
};

/// What is known of a network and its data before anything is computed: enough to say whether a lens suits.
struct LensTarget {
    const Model& model;
    const DataDescription* data = nullptr; ///< null: there is none
    std::string layer{};                   ///< the chosen one; empty: none
    const Model* generator = nullptr;      ///< whom the model plays against; null where it has none
};

/// Another trained network that this one is compared with.
struct OtherNetworkContext {
    NetworkInstance* network = nullptr;   ///< null: none was chosen
    const Objective* objective = nullptr; ///< with the data of this network; null: it does not fit them
    std::string name{};                   ///< for a person
};

/// Everything a lens may look at. Lives as long as the work that was begun with it.
struct LensContext {
    NetworkInstance& network;             ///< with weights; asked, never changed
    const Model* generator = nullptr;     ///< whom it plays against: see generated(); null: nobody
    const GanLoss* ganLoss = nullptr;     ///< that both learn by; null: nobody plays
    const Objective* objective = nullptr; ///< what it was trained for; null: not known
    std::uint64_t seed = 0;               ///< that its weights began with
    std::int64_t step = 0;                ///< steps of training that it has seen

    /// What the device runs for the next step of training; null: there is no training, or it isn't compiled.
    std::function<const Executable*()> trainingStep = [] { return nullptr; };

    /// The next step of training, taken apart for the sample at a place of its batch. Empty: there is no
    /// training. It is the step that is next when it is called, with the weights of the training, which may
    /// have gone on since the network was copied.
    std::function<Result<StepDissection>(std::int64_t place)> nextStep{};

    const WeightHistory* history = nullptr; ///< of its weights in training; null: not kept

    LensMemory* memory = nullptr; ///< of the looks before at the same weights and data; null: there is none

    const DataSet* training = nullptr; ///< the splits there are; null: not there
    const DataSet* validation = nullptr;
    const DataSet* test = nullptr;
    const DataSet* unseen = nullptr;

    std::string layer{};       ///< the chosen one; empty: none
    HostArray sample{};        ///< [sample shape]; empty: none was chosen and there is no data
    Sentence sampleTitle{};    ///< "Test sample 12: 7"; empty: not known
    Split split = Split::Test; ///< whose samples are looked at, where all of them are
    OtherNetworkContext other{};

    [[nodiscard]] const DataSet* samples(Split of) const {
        return of == Split::Test         ? test
               : of == Split::Validation ? validation
               : of == Split::Unseen     ? unseen
                                         : training;
    }
    /// To know what samples look like; null where there are none at all.
    [[nodiscard]] const DataSet* anySamples() const {
        return test != nullptr ? test : validation != nullptr ? validation : training;
    }
};

/// The work of a lens, in slices that take a person no time to wait for: between two of them training goes on
/// and requests are answered.
class LensWork {
public:
    virtual ~LensWork() = default;
    /// One slice, about one run on the device. Gives whether that was the last one.
    [[nodiscard]] virtual Result<bool> advance() = 0;
    /// How much is done, 0 to 1.
    [[nodiscard]] virtual double share() const = 0;
    /// Once all is done; taken once.
    [[nodiscard]] virtual LensResult result() = 0;
};

/// A number that results of a lens can give: see LensResult::figures.
struct LensFigureName {
    std::string name;    ///< "success"
    std::string meaning; ///< one sentence
};

/// A way to look into any network, declared as data and two functions. Adding one takes its file, its test,
/// and its line in lens_types.cpp.
struct LensType {
    std::string name;    ///< on the command line: "saliency"
    std::string title;   ///< for a person: "Saliency"
    std::string summary; ///< one sentence: what it shows
    LensSubject subject = LensSubject::Network;
    bool usesSample = false; ///< a single sample can be chosen
    bool usesSplit = false;  ///< looks at all samples of a split, which can be chosen
    bool usesOther = false;  ///< needs another trained network beside this one, which has to be chosen
    bool hasOwnView = false; ///< a window shows it elsewhere than among the other lenses
    bool isLive = false;     ///< cheap enough to be asked again and again while a network trains
    std::vector<Field> fields{};
    /// All figures that it can give, but those that are named after a layer or a weight: such a name has a
    /// space in it.
    std::vector<LensFigureName> figures{};

    /// Whether it can look at such a network; the sentence says why it can't, and the remedy what would do.
    /// Of a layer lens without a chosen layer: whether there is any layer that it suits.
    Result<void> (*suits)(const LensTarget& target) = nullptr;
    /// settings have passed checkField, and suits has passed. Fails where samples are missing.
    Result<std::unique_ptr<LensWork>> (*begin)(const LensContext& context,
                                               const Settings& settings) = nullptr;
};

/// Every lens, in the order that they are listed in.
[[nodiscard]] std::span<const LensType> lensTypes();
/// Null where there is none of that name.
[[nodiscard]] const LensType* findLensType(const std::string& name);

/// Settings that the lens knows, each in its range; the sentence says which is not.
[[nodiscard]] Result<void> checkLensSettings(const LensType& type, const Settings& settings);
/// Checks the settings and whether the lens suits, then begins.
[[nodiscard]] Result<std::unique_ptr<LensWork>> beginLens(const LensType& type, const LensTarget& target,
                                                          const LensContext& context,
                                                          const Settings& settings);
/// All that is left of the work, at once.
[[nodiscard]] Result<LensResult> finishLens(LensWork& work);

} // namespace protomind
