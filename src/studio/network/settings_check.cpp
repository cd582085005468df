// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/settings_check.h"

#include "engine/nn/activation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace protomind {

namespace {

/// Doubles hold every whole number up to here.
constexpr double kLargestExact = 0x1p53;

std::optional<double> asNumber(const FieldValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value); number != nullptr && !std::isnan(*number))
        return *number;
    return std::nullopt;
}

double clamped(const Field& field, double value) {
    return std::clamp(value, field.minimum, field.maximum);
}

std::int64_t clampedWhole(const Field& field, double value) {
    return static_cast<std::int64_t>(
        std::clamp(std::round(clamped(field, value)), -kLargestExact, kLargestExact));
}

std::vector<std::int64_t> clampedSizes(const Field& field, std::vector<std::int64_t> sizes) {
    for (std::int64_t& size : sizes)
        size = clampedWhole(field, static_cast<double>(size));
    return sizes;
}

} // namespace

FieldValue nearestValid(const Field& field, const FieldValue& value) {
    std::optional<FieldValue> near;
    const std::optional<double> number = asNumber(value);
    if (field.type == FieldType::Integer && number)
        near = clampedWhole(field, *number);
    else if (field.type == FieldType::Real && number)
        near = clamped(field, *number);
    else if (const auto* sizes = std::get_if<std::vector<std::int64_t>>(&value);
             field.type == FieldType::Sizes && sizes)
        near = clampedSizes(field, *sizes);
    return near && checkField(field, *near) ? *near : field.defaultValue;
}

std::string settingText(const FieldValue& value) {
    struct Visitor {
        std::string operator()(std::int64_t whole) const { return fmt::format("{}", whole); }
        std::string operator()(double real) const { return fmt::format("{:g}", real); }
        std::string operator()(bool flag) const { return flag ? "yes" : "no"; }
        std::string operator()(const std::string& word) const { return word; }
        std::string operator()(const std::vector<std::int64_t>& all) const {
            return fmt::format("{}", fmt::join(all, " × "));
        }
    };
    return std::visit(Visitor{}, value);
}

Fix setFieldFix(const Layer& layer, const Field& field, FieldValue value) {
    Sentence label = sentence("Set {} of {:s} to {}", field.label, layer.name, settingText(value));
    return {std::move(label), Fix::SetField{layer.id, field.name, std::move(value)}};
}

Fix removeLayerFix(const Layer& layer) {
    return {sentence("Remove {:s}", layer.name), Fix::RemoveLayer{layer.id}};
}

Settings settingsByRole(const std::string& type,
                        std::initializer_list<std::pair<FieldRole, FieldValue>> values) {
    const LayerType* declared = findLayerType(type);
    require(declared != nullptr, "settingsByRole: there is no such layer");
    Settings settings;
    for (const auto& [role, value] : values) {
        const Field* field = findField(declared->fields, role);
        require(field != nullptr, "settingsByRole: the layer has no such setting");
        settings[field->name] = value;
    }
    return settings;
}

ActivationSetting activationSetting(const Layer& layer, const LayerType& type) {
    const Field* field = findField(type.fields, FieldRole::Activation);
    return field != nullptr ? ActivationSetting{field, choice(type.fields, layer.settings, field->name)}
                            : ActivationSetting{};
}

bool givesProbabilities(const ActivationSetting& activation) {
    const Activation* known = activation.field != nullptr ? findActivation(activation.value) : nullptr;
    return known != nullptr && known->givesProbabilities;
}

std::vector<NetworkProblem> settingsProblems(const Layer& layer, const LayerType& type) {
    std::vector<NetworkProblem> problems;
    for (const auto& [name, value] : layer.settings) {
        const auto field = std::ranges::find(type.fields, name, &Field::name);
        if (field == type.fields.end()) {
            problems.push_back(
                {.severity = Severity::Warning,
                 .sentence = sentence("{:s} has a setting “{:s}” that this version doesn't know; it is "
                                      "kept, but does nothing.",
                                      layer.name, name),
                 .layer = layer.id,
                 .wire = {},
                 .fixes = {{sentence("Remove “{:s}”", name), Fix::ClearField{layer.id, name}}},
                 .kind = NetworkProblemKind::UnknownField});
            continue;
        }
        if (const Result<void> fits = checkField(*field, value); !fits)
            problems.push_back({.severity = Severity::Error,
                                .sentence = sentence("{:s}: {}", layer.name, fits.error().sentence),
                                .layer = layer.id,
                                .wire = {},
                                .fixes = {setFieldFix(layer, *field, nearestValid(*field, value))},
                                .kind = NetworkProblemKind::FieldOutOfRange});
    }
    return problems;
}

Settings declaredSettings(const Layer& layer, const LayerType& type) {
    Settings declared;
    for (const Field& field : type.fields)
        if (const auto value = layer.settings.find(field.name); value != layer.settings.end())
            declared.insert(*value);
    return declared;
}

} // namespace protomind
