// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/safetensors/tensor_file.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace protomind {

/// Whole numbers that stand for others: number * scale + minimum.
struct Quantisation {
    double scale = 1;
    double minimum = 0;
};

struct ManifestWeight {
    std::string name;
    std::vector<std::int64_t> sizes;
    TensorType stored = TensorType::F32;
    std::optional<Quantisation> quantised;
    std::int64_t first = 0; ///< byte in its group
    std::int64_t bytes = 0;
};

/// Weights that lie one behind the other in files that belong together.
struct ManifestGroup {
    std::vector<std::string> paths; ///< names without folders
    std::vector<ManifestWeight> weights;
    std::int64_t bytes = 0; ///< of all weights, and of all files
};

/// The "weightsManifest" of a model.json that nobody vouches for. Names come once; sizes are within the
/// limits.
[[nodiscard]] Result<std::vector<ManifestGroup>> readManifest(const nlohmann::json& manifest);

/// The bytes of a group's files, one behind the other: as many as the group has.
using ReadGroup = std::function<Result<std::string>(const ManifestGroup& group)>;

/// The weights of all groups, by their names.
class ManifestWeights {
public:
    [[nodiscard]] static Result<ManifestWeights> load(std::vector<ManifestGroup> groups,
                                                      const ReadGroup& read);

    /// name: "dense/kernel". Newer versions of Keras name the cell of a recurrent layer as well, which counts
    /// for nothing: "lstm/lstm_cell/kernel".
    [[nodiscard]] Result<HostArray> find(const std::string& name) const;
    [[nodiscard]] bool anyQuantised() const;

private:
    struct Place {
        std::size_t group = 0;
        std::size_t weight = 0;
    };

    std::vector<ManifestGroup> m_groups;
    std::vector<std::string> m_bytes; ///< a group each
    std::map<std::string, Place> m_byName;
    std::map<std::string, std::optional<Place>> m_byShortName; ///< nothing where two have it
};

} // namespace protomind
