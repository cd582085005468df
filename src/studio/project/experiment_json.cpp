// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/experiment_json.h"

#include "studio/network/network_json.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace protomind {

namespace {

constexpr double kLargestCount = 1e9; ///< of samples in a batch, epochs, threads: beyond it only mistakes lie

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
    void read(const char* key, double& value, double least, double most) {
        if (const nlohmann::json* member = find(key)) {
            const double number = member->is_number() ? member->get<double>() : std::nan("");
            if (number >= least && number <= most)
                value = number;
            else
                note(sentence("has a {} that is not a number from {} to {}", key, least, most));
        }
    }
    void read(const char* key, std::int64_t& value, std::int64_t least) {
        if (const nlohmann::json* member = find(key)) {
            const double number = member->is_number_integer() ? member->get<double>() : std::nan("");
            if (number >= static_cast<double>(least) && number <= kLargestCount)
                value = member->get<std::int64_t>();
            else
                note(sentence("has {} that is not a whole number from {} to {}", key, least, kLargestCount));
        }
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

// Both are taken apart by name, so that a new member can't be forgotten: the line would not compile.

nlohmann::json toJson(const TrainingSettings& training) {
    const auto& [loss, optimizer, learningRate, optimizerSettings, schedule, scheduleSettings, l1, l2,
                 batchSize, epochs, validation, seed] = training;
    return {{"loss", loss},
            {"optimizer", optimizer},
            {"learning_rate", learningRate},
            {"optimizer_settings", toJson(optimizerSettings)},
            {"schedule", schedule},
            {"schedule_settings", toJson(scheduleSettings)},
            {"l1", l1},
            {"l2", l2},
            {"batch_size", batchSize},
            {"epochs", epochs},
            {"validation", validation},
            {"seed", seed}};
}

Result<TrainingSettings> trainingFromJson(const nlohmann::json& json) {
    constexpr double kLargest = std::numeric_limits<double>::max();
    TrainingSettings training;
    Reader reader(json, "training");
    reader.read("loss", training.loss);
    reader.read("optimizer", training.optimizer);
    reader.read("learning_rate", training.learningRate, 0, kLargest);
    reader.read("optimizer_settings", training.optimizerSettings);
    reader.read("schedule", training.schedule);
    reader.read("schedule_settings", training.scheduleSettings);
    reader.read("l1", training.l1, 0, kLargest);
    reader.read("l2", training.l2, 0, kLargest);
    reader.read("batch_size", training.batchSize, 1);
    reader.read("epochs", training.epochs, 0);
    reader.read("validation", training.validation, 0, 1);
    reader.read("seed", training.seed);
    if (Result<void> done = reader.done(); !done)
        return std::unexpected(done.error());
    return training;
}

nlohmann::json toJson(const Experiment& experiment) {
    const auto& [network, data, training, device, threads] = experiment;
    return {{"network", toJson(network)},
            {"data", data},
            {"training", toJson(training)},
            {"device", device},
            {"threads", threads}};
}

Result<Experiment> experimentFromJson(const nlohmann::json& json) {
    Experiment experiment;
    Reader reader(json, "experiment");
    reader.read("data", experiment.data);
    reader.read("device", experiment.device);
    std::int64_t threads = experiment.threads;
    reader.read("threads", threads, 0);
    experiment.threads = static_cast<int>(threads);
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
