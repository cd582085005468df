// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/layer_type.h"
#include "studio/network/analysis.h"

namespace protomind {

/// What is wrong with a layer's settings: values out of range or of another type (errors), and names that its
/// type does not declare (warnings: they are kept, and do nothing).
[[nodiscard]] std::vector<NetworkProblem> settingsProblems(const Layer& layer, const LayerType& type);

/// A value that the field allows: the nearest one where the value has one, else the default.
[[nodiscard]] FieldValue nearestValid(const Field& field, const FieldValue& value);

/// Those of a layer's settings that its type declares.
[[nodiscard]] Settings declaredSettings(const Layer& layer, const LayerType& type);

/// For labels of fixes: "5 × 5", "0.5", "same".
[[nodiscard]] std::string settingText(const FieldValue& value);

/// "Set Padding to same"
[[nodiscard]] Fix setFieldFix(const Layer& layer, const Field& field, FieldValue value);
[[nodiscard]] Fix removeLayerFix(const Layer& layer);

/// Settings of a layer that is offered, by what they mean. The type has a field with each role.
[[nodiscard]] Settings settingsByRole(const std::string& type,
                                      std::initializer_list<std::pair<FieldRole, FieldValue>> values);

/// What a layer's field for its activation says; null where it has none.
struct ActivationSetting {
    const Field* field = nullptr;
    std::string value;
};
[[nodiscard]] ActivationSetting activationSetting(const Layer& layer, const LayerType& type);
/// Whether it is a softmax or a sigmoid.
[[nodiscard]] bool givesProbabilities(const ActivationSetting& activation);

} // namespace protomind
