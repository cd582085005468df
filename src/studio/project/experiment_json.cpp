// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/experiment_json.h"

#include "studio/network/network_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

namespace protomind {

namespace {

constexpr double kLargestCount = 1e9; ///< of threads, of sizes: beyond it only mistakes lie

/// Reads the members of an object one by one and remembers the first that is off.
class Reader {
public:
    Reader(const nlohmann::json& json, std::string name)
        : m_json(json)
        , m_name(std::move(name)) {
        if (!m_json.is_object())
            note("is not an object");
    }

    void read(const char* key, std::string& value) {
        if (const nlohmann::json* member = find(key)) {
            if (member->is_string())
                value = member->get<std::string>();
            else
                note(sentence("has no text as its {}", key));
        }
    }
    void read(const char* key, bool& value) {
        if (const nlohmann::json* member = find(key)) {
            if (member->is_boolean())
                value = member->get<bool>();
            else
                note(sentence("has a {} that is neither true nor false", key));
        }
    }
    void read(const char* key, std::vector<std::string>& values) {
        const nlohmann::json* member = find(key);
        if (member == nullptr)
            return;
        const auto isText = [](const nlohmann::json& value) { return value.is_string(); };
        if (member->is_array() && std::ranges::all_of(*member, isText))
            values = member->get<std::vector<std::string>>();
        else
            note(sentence("has no list of texts as its {}", key));
    }
    void read(const char* key, double& value, FileRange range) {
        if (const nlohmann::json* member = find(key)) {
            const double number = member->is_number() ? member->get<double>() : std::nan("");
            if (number >= range.minimum && number <= range.maximum)
                value = number;
            else
                note(sentence("has a {} that is not a number from {} to {}", key, range.minimum,
                              range.maximum));
        }
    }
    void read(const char* key, std::int64_t& value, FileRange range) {
        if (const nlohmann::json* member = find(key)) {
            const double number = member->is_number_integer() ? member->get<double>() : std::nan("");
            if (number >= range.minimum && number <= range.maximum)
                value = member->get<std::int64_t>();
            else
                note(sentence("has {} that is not a whole number from {} to {}", key,
                              static_cast<std::int64_t>(range.minimum),
                              static_cast<std::int64_t>(range.maximum)));
        }
    }
    void read(const TrainingSetting& setting, TrainingSettings& training) {
        const char* key = setting.field.name.c_str();
        std::visit(
            [&](auto member) {
                auto& value = memberOf(training, member);
                if constexpr (std::is_same_v<std::remove_reference_t<decltype(value)>, double> ||
                              std::is_same_v<std::remove_reference_t<decltype(value)>, std::int64_t>)
                    read(key, value, setting.inFiles);
                else
                    read(key, value);
            },
            setting.member);
    }
    void read(const char* key, std::uint64_t& value) {
        if (const nlohmann::json* member = find(key)) {
            if (member->is_number_unsigned())
                value = member->get<std::uint64_t>();
            else
                note(sentence("has a {} that is not a whole number from 0", key));
        }
    }
    void read(const char* key, Settings& settings) {
        const nlohmann::json* member = find(key);
        if (member == nullptr)
            return;
        if (!member->is_object())
            return note(sentence("has no object as its {}", key));
        settings.clear();
        for (const auto& [name, json] : member->items()) {
            if (std::optional<FieldValue> value = fieldValue(json))
                settings[name] = std::move(*value);
            else
                note(sentence("has an unusable value for {} in its {}", name, key));
        }
    }

    /// A member by name; null where there is none.
    [[nodiscard]] const nlohmann::json* find(const char* key) const {
        if (!m_json.is_object())
            return nullptr;
        const auto found = m_json.find(key);
        return found == m_json.end() ? nullptr : &*found;
    }

    [[nodiscard]] Result<void> done() const {
        if (m_broken.empty())
            return {};
        return fail(ProblemKind::Input, sentence("The description of the {} {}.", m_name, m_broken));
    }

private:
    static std::optional<FieldValue> fieldValue(const nlohmann::json& json) {
        if (json.is_boolean())
            return json.get<bool>();
        if (json.is_number_unsigned() &&
            json.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()})
            return std::nullopt;
        if (json.is_number_integer())
            return json.get<std::int64_t>();
        if (json.is_number())
            return json.get<double>();
        if (json.is_string())
            return json.get<std::string>();
        if (!json.is_array())
            return std::nullopt;
        std::vector<std::int64_t> sizes;
        for (const nlohmann::json& size : json) {
            if (!size.is_number_integer() || std::abs(size.get<double>()) > kLargestCount)
                return std::nullopt;
            sizes.push_back(size.get<std::int64_t>());
        }
        return sizes;
    }

    void note(Sentence what) {
        if (m_broken.empty())
            m_broken = std::move(what);
    }

    const nlohmann::json& m_json;
    std::string m_name;
    Sentence m_broken;
};

nlohmann::json toJson(const Settings& settings) {
    nlohmann::json json = nlohmann::json::object();
    for (const auto& [name, value] : settings)
        std::visit([&json, &name](const auto& plain) { json[name] = plain; }, value);
    return json;
}

/// The members of json that known does not have.
nlohmann::json difference(const nlohmann::json& json, const nlohmann::json& known) {
    nlohmann::json result = nlohmann::json::object();
    for (const auto& [key, value] : json.items())
        if (!known.contains(key))
            result[key] = value;
    return result;
}

} // namespace

nlohmann::json toJson(const TrainingSettings& training) {
    nlohmann::json json{{"optimizer_settings", toJson(training.optimizerSettings)},
                        {"schedule_settings", toJson(training.scheduleSettings)}};
    for (const TrainingSetting& setting : trainingTable())
        std::visit([&](auto member) { json[setting.field.name] = memberOf(training, member); },
                   setting.member);
    return json;
}

Result<TrainingSettings> trainingFromJson(const nlohmann::json& json) {
    TrainingSettings training;
    Reader reader(json, "training");
    for (const TrainingSetting& setting : trainingTable())
        reader.read(setting, training);
    reader.read("optimizer_settings", training.optimizerSettings);
    reader.read("schedule_settings", training.scheduleSettings);
    if (Result<void> done = reader.done(); !done)
        return std::unexpected(done.error());
    return training;
}

// Taken apart by name, so that a new member can't be forgotten: the line would not compile.
nlohmann::json toJson(const Experiment& experiment) {
    const auto& [network, data, training, device, threads, outputNames] = experiment;
    return {{"network", toJson(network)}, {"data", data},       {"training", toJson(training)},
            {"device", device},           {"threads", threads}, {"output_names", outputNames}};
}

Result<Experiment> experimentFromJson(const nlohmann::json& json) {
    Experiment experiment;
    Reader reader(json, "experiment");
    reader.read("data", experiment.data);
    reader.read("device", experiment.device);
    std::int64_t threads = experiment.threads;
    reader.read("threads", threads, {0, kLargestCount});
    experiment.threads = static_cast<int>(threads);
    reader.read("output_names", experiment.outputNames);
    if (Result<void> done = reader.done(); !done)
        return std::unexpected(done.error());

    const nlohmann::json* network = reader.find("network");
    if (network == nullptr)
        return fail(ProblemKind::Input, "The description of the experiment has no network.");
    Result<Network> drawing = networkFromJson(*network);
    if (!drawing)
        return std::unexpected(drawing.error());
    experiment.network = std::move(*drawing);

    if (const nlohmann::json* training = reader.find("training")) {
        Result<TrainingSettings> settings = trainingFromJson(*training);
        if (!settings)
            return std::unexpected(settings.error());
        experiment.training = std::move(*settings);
    }
    return experiment;
}

nlohmann::json unknownFields(const nlohmann::json& experiment) {
    const nlohmann::json known = toJson(Experiment{});
    nlohmann::json result = difference(experiment, known);
    if (const auto training = experiment.find("training"); training != experiment.end()) {
        nlohmann::json unknown = difference(*training, known["training"]);
        if (!unknown.empty())
            result["training"] = std::move(unknown);
    }
    return result;
}

void addUnknownFields(nlohmann::json& experiment, const nlohmann::json& unknown) {
    for (const auto& [key, value] : unknown.items()) {
        if (!experiment.contains(key))
            experiment[key] = value;
        else if (key == "training" && value.is_object())
            addUnknownFields(experiment[key], value);
    }
}

} // namespace protomind
