// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_type.h"

namespace protomind {

/// All that a layer has to do with for one sample.
struct LayerNumbers {
    std::vector<HostArray> inputs; ///< one a port; of the input layer: the sample
    std::vector<std::string> inputNames;
    HostArray output;
    std::vector<HostArray> variables; ///< as its type declares them
    std::vector<std::string> variableNames;
    /// Of a step of training: what comes in at the first port for the whole batch, [N, ...]. Else empty.
    HostArray batch;
    HostArray sample; ///< that goes into the network

    [[nodiscard]] std::vector<Shape> inputShapes() const;
    [[nodiscard]] ArithmeticSource source(const ModelLayer& layer) const {
        const bool training = !batch.values.empty();
        return {layer.settings, inputs, variables, training ? &batch : nullptr, training ? &output : nullptr};
    }
};

/// Which of a layer's numbers are looked at.
struct NumbersWish {
    bool training = false;  ///< those of the next step of training, else as the network answers
    std::int64_t place = 0; ///< in training: of the sample in the batch

    /// What the sample is; empty: not known.
    [[nodiscard]] Sentence titleIn(const LensContext& context) const;
};
/// The settings of lenses that can look at both: "training" and "place".
[[nodiscard]] std::vector<Field> numbersFields();
[[nodiscard]] NumbersWish numbersWish(const Settings& settings);

/// For the context's sample, or for one of the next batch. layer: by its place in the model. Fails where the
/// next step is wanted and there is no training, or it can't be taken apart.
[[nodiscard]] Result<LayerNumbers> numbersOf(const LensContext& context, std::size_t layer,
                                             const NumbersWish& wish);

} // namespace protomind
