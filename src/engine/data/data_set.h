// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/tensor/shape.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace protomind {

enum class TargetKind {
    Class,  ///< a single whole number, 0 .. classNames.size() - 1
    Values, ///< real numbers
};

/// Something that a sample was made with beside its class, and that tells nothing of it: how far a shape is
/// turned.
struct DataFactor {
    std::string name;                         ///< "turn"
    Sentence title;                           ///< with its unit: "Turned (°)"
    Sentence (*words)(float value) = nullptr; ///< "turned by 34°"
};

/// Of samples that come from round clouds, all alike and each as often as the others: where those are.
struct DataModes {
    std::vector<std::vector<float>> centres; ///< as large as a sample
    float deviation = 0;                     ///< of a cloud along each axis; from 0
};

/// What the samples of a set look like. Values are scaled as networks like them (images 0..1).
struct DataDescription {
    std::string name;
    Shape sampleShape; ///< [28, 28, 1]; [2]
    TargetKind targetKind = TargetKind::Class;
    Shape targetShape;                     ///< [] for a class; [k] for values
    std::vector<std::string> classNames;   ///< "0" .. "9"
    std::vector<std::string> featureNames; ///< for flat samples: "x", "y"; else empty
    std::vector<DataFactor> factors{};     ///< that are known of every sample: DataSet::readFactors
    std::optional<DataModes> modes{};      ///< none: they are no such clouds, or it isn't known
};

/// Samples with what should come out for them. The same index always gives the same numbers, from any thread.
class DataSet {
public:
    virtual ~DataSet() = default;
    [[nodiscard]] virtual const DataDescription& description() const = 0;
    [[nodiscard]] virtual std::int64_t size() const = 0;
    /// Writes sample and target of an index; the spans have the description's numbers of elements.
    virtual void read(std::int64_t index, std::span<float> sample, std::span<float> target) const = 0;
    /// Writes what the sample of an index was made with: one number a factor of the description.
    virtual void readFactors(std::int64_t index, std::span<float> factors) const;
};

using DataSetPtr = std::shared_ptr<const DataSet>;

class FingerprintCache;

/// A place samples come from, opened: a training split and, where the source has one, a test split of its
/// own.
struct DataSource {
    std::string text; ///< as given: "spiral?noise=0.1"
    DataSetPtr training;
    DataSetPtr test; ///< null where there is none
    /// Shared by the runs that this source is kept for; null: each has its own.
    std::shared_ptr<FingerprintCache> fingerprints{};
    /// What a person should know of how it was read: "notes.jpg was left out: it is a PDF document."
    std::vector<Sentence> notes{};
};

/// Opens "digits", "spiral?noise=0.1&samples=400", "idx:DIR", "images:DIR?size=32" (file_source.h), ... The
/// same text and seed give the same numbers.
[[nodiscard]] Result<DataSource> openData(const std::string& text, std::uint64_t seed);

/// The built-in sources, for lists: name, one-line description, and their options with defaults.
struct DataOption {
    std::string name;
    std::string label;
    double defaultValue = 0;
    double minimum = 0;
    double maximum = 0;
    bool whole = false; ///< counts something: whole numbers alone
};
struct BuiltInData {
    std::string name;    ///< "spiral"
    std::string title;   ///< "Spiral"
    std::string summary; ///< one sentence
    std::vector<DataOption> options;
};
[[nodiscard]] std::span<const BuiltInData> builtInData();

} // namespace protomind
