// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/digest.h"

#include <bit>
#include <nettle/sha2.h>

namespace protomind {

namespace {

// Numbers go into files and digests as they lie in memory.
static_assert(std::endian::native == std::endian::little);

class Hasher {
public:
    Hasher() { sha256_init(&m_state); }

    void addBytes(const void* data, std::size_t size) {
        sha256_update(&m_state, size, static_cast<const std::uint8_t*>(data));
    }
    void add(std::uint64_t value) { addBytes(&value, sizeof value); }
    void add(std::int64_t value) { add(static_cast<std::uint64_t>(value)); }
    void add(double value) { add(std::bit_cast<std::uint64_t>(value)); }
    void add(std::string_view text) {
        add(std::uint64_t{text.size()});
        addBytes(text.data(), text.size());
    }
    void add(const Shape& shape) {
        add(static_cast<std::uint64_t>(shape.rank()));
        for (const std::int64_t size : shape.sizes())
            add(size);
    }

    [[nodiscard]] Digest finish() {
        Digest digest;
        sha256_digest(&m_state, digest.size(), reinterpret_cast<std::uint8_t*>(digest.data()));
        return digest;
    }

private:
    sha256_ctx m_state;
};

} // namespace

Digest digestOf(std::string_view text) {
    Hasher hasher;
    hasher.addBytes(text.data(), text.size());
    return hasher.finish();
}

Digest digestOf(const Checkpoint& checkpoint) {
    // Taken apart by name, so that a new member can't be forgotten: this line would not compile.
    const auto& [variables, step, learningRate, history, epochLoss, epochFigures, epochCorrect, stepsPerEpoch,
                 learnedFrom, learnedFromIsKnown, robust] = checkpoint;
    Hasher hasher;
    hasher.add(step);
    hasher.add(learningRate);
    hasher.add(epochLoss);
    hasher.add(epochCorrect);
    hasher.add(stepsPerEpoch);
    hasher.add(std::uint64_t{variables.size()});
    for (const auto& [name, array] : variables) {
        hasher.add(name);
        hasher.add(array.shape);
        hasher.addBytes(array.values.data(), array.values.size() * sizeof(float));
    }
    hasher.add(std::uint64_t{history.size()});
    for (const auto& [atStep, epoch, loss, accuracy, validationLoss, validationAccuracy, others] : history) {
        hasher.add(atStep);
        for (const double value : {epoch, loss, accuracy, validationLoss, validationAccuracy})
            hasher.add(value);
        // Points of older versions have none, and their digests hold.
        for (const auto& [name, value] : others) {
            hasher.add(name);
            hasher.add(value);
        }
    }
    for (const auto& [name, sum, samples] : epochFigures) {
        hasher.add(name);
        hasher.add(sum);
        hasher.add(samples);
    }
    // Files of older versions have no record, and their digests hold.
    if (learnedFromIsKnown || !learnedFrom.empty()) {
        hasher.add(std::uint64_t{learnedFromIsKnown});
        hasher.add(std::uint64_t{learnedFrom.size()});
        hasher.addBytes(learnedFrom.data(), learnedFrom.size() * sizeof(Fingerprint));
    }
    if (robust != RobustRecord()) {
        const auto& [accuracy, atEpoch, norm, epsilon, samples] = robust;
        for (const double value : {accuracy, atEpoch, epsilon})
            hasher.add(value);
        hasher.add(norm);
        hasher.add(samples);
    }
    return hasher.finish();
}

Digest layoutDigest(const Checkpoint& checkpoint) {
    Hasher hasher;
    for (const auto& [name, array] : checkpoint.variables) {
        hasher.add(name);
        hasher.add(array.shape);
    }
    return hasher.finish();
}

} // namespace protomind
