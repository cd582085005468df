// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/output_reading.h"
#include "studio/lens/lens_type.h"

namespace protomind {

/// What the network that a lens looks at says to samples, and what that means.
class Answers {
public:
    explicit Answers(const LensContext& context);

    /// Whether it was trained to tell classes apart.
    [[nodiscard]] bool areClasses() const { return m_classes > 0; }
    /// Of classes, else of outputs.
    [[nodiscard]] std::int64_t count() const { return m_classes > 0 ? m_classes : m_outputs; }
    /// "class 7", "output 2", or "the output" where there is one alone.
    [[nodiscard]] Sentence title(std::int64_t which) const;
    /// "7" of classes that have names; else their number.
    [[nodiscard]] std::string name(std::int64_t which) const;
    /// How its outputs are read; Values where it was not trained for classes.
    [[nodiscard]] const OutputReading& reading() const { return m_reading; }
    /// samples: [N, sample shape]. Gives [N, outputs], what reading() says.
    [[nodiscard]] Result<HostArray> to(const HostArray& samples) const;

    /// The class (or output) that scores of one sample decide for: what comes before probabilities.
    [[nodiscard]] std::int64_t decided(std::span<const float> scores) const;
    /// The score that speaks for a class, and how: a single one speaks for the second of two classes, and
    /// against the first.
    struct Score {
        std::int64_t output = 0;
        float sign = 1;
    };
    [[nodiscard]] Score scoreOf(std::int64_t which) const;

private:
    const LensContext& m_context;
    std::int64_t m_outputs = 0;
    std::int64_t m_classes = 0;
    OutputReading m_reading;
    float m_scoreThreshold = 0;
};

/// Samples of a set, [count, sample shape], and their targets.
struct ReadSamples {
    HostArray samples;
    std::vector<float> targets;
};
[[nodiscard]] ReadSamples readSamples(const DataSet& data, std::int64_t first, std::int64_t count,
                                      int threads = 1);

/// How many samples may be computed at once: a power of two, at most `most`, so that no layer takes or
/// gives more than some 2^23 numbers.
[[nodiscard]] std::int64_t fittingBatch(const Model& model, std::int64_t most);

} // namespace protomind
