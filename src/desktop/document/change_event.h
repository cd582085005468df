// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/network/network.h"

#include <variant>

namespace protomind {

// What changed in a document, one small struct each. "AboutTo" events come while the thing is still there.
struct LayerAdded {
    LayerId layer;
};
struct LayerAboutToBeRemoved {
    LayerId layer;
};
struct LayerChanged {
    LayerId layer;
}; ///< name or settings
struct LayerMoved {
    LayerId layer;
};
struct WireAdded {
    WireId wire;
};
struct WireAboutToBeRemoved {
    WireId wire;
};
/// A weight is to be another number, by hand: not a part of the experiment, but of its run.
struct WeightSet {
    LayerId layer;
    std::string weight; ///< without the layer's name: "kernel"
    std::int64_t index = 0;
    double value = 0;
};
struct AnalysisChanged {};  ///< shapes, sizes or problems; follows every change of the network's structure
struct DataChanged {};      ///< the experiment's data text
struct TrainingChanged {};  ///< the experiment's training settings, device or threads
struct DocumentReplaced {}; ///< another project was opened: everything is different

using ChangeEvent =
    std::variant<LayerAdded, LayerAboutToBeRemoved, LayerChanged, LayerMoved, WireAdded, WireAboutToBeRemoved,
                 WeightSet, AnalysisChanged, DataChanged, TrainingChanged, DocumentReplaced>;

} // namespace protomind
