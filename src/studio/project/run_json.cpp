// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/run_json.h"

#include "studio/project/experiment_json.h"
#include "studio/runs/limits.h"

#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace protomind {

namespace {

constexpr std::array<std::pair<Split, std::string_view>, 3> kTestedOn = {{
    {Split::Test, "test"},
    {Split::Validation, "validation"},
    {Split::Unseen, "unseen"},
}};

constexpr double kLargestWhole = 9e15; ///< exact as a double
constexpr double kLargestLoss = 1e300;

std::string_view nameOf(Split split) {
    for (const auto& [one, name] : kTestedOn)
        if (one == split)
            return name;
    return kTestedOn[0].second;
}

/// Reads the numbers of a run, and remembers whether any was impossible.
class RunNumbers {
public:
    explicit RunNumbers(const nlohmann::json& json)
        : m_json(json) {}

    double real(const char* key, double least, double most) {
        const auto found = m_json.find(key);
        const double value =
            found != m_json.end() && found->is_number() ? found->get<double>() : std::nan("");
        m_good = m_good && value >= least && value <= most;
        return value;
    }
    std::int64_t whole(const char* key, std::int64_t least) {
        const auto found = m_json.find(key);
        m_good = m_good && found != m_json.end() && found->is_number_integer();
        const double value = real(key, static_cast<double>(least), kLargestWhole);
        return m_good ? static_cast<std::int64_t>(value) : 0; // in range: any other can't be converted
    }
    /// A null, or none at all: not known.
    [[nodiscard]] bool isKnown(const char* key) const {
        const auto found = m_json.find(key);
        return found != m_json.end() && !found->is_null();
    }
    [[nodiscard]] bool good() const { return m_good; }

private:
    const nlohmann::json& m_json;
    bool m_good = true;
};

nlohmann::json runToJson(const RunRecord& run) {
    const auto& [when, experiment, split, samples, learnedFrom, loss, accuracy, parameters, steps, epochs,
                 seconds, unknown] = run;
    nlohmann::json json{{"when", when},
                        {"experiment", toJson(experiment)},
                        {"tested_on", nameOf(split)},
                        {"samples", samples},
                        {"learned_from", nullptr},
                        {"loss", loss},
                        {"accuracy", nullptr},
                        {"parameters", parameters},
                        {"steps", steps},
                        {"epochs", epochs},
                        {"seconds", nullptr}};
    if (learnedFrom)
        json["learned_from"] = *learnedFrom;
    if (accuracy >= 0)
        json["accuracy"] = accuracy;
    if (seconds)
        json["seconds"] = *seconds;
    if (const auto inside = unknown.find("experiment"); inside != unknown.end())
        addUnknownFields(json["experiment"], *inside);
    addUnknownFields(json, unknown);
    return json;
}

nlohmann::json unknownOf(const nlohmann::json& json) {
    static const nlohmann::json known = runToJson(RunRecord{});
    nlohmann::json unknown = nlohmann::json::object();
    for (const auto& [key, value] : json.items())
        if (!known.contains(key))
            unknown[key] = value;
    if (nlohmann::json inside = unknownFields(json["experiment"]); !inside.empty())
        unknown["experiment"] = std::move(inside);
    return unknown;
}

/// A list keeps its last run in any case, so that one alone must not have too much.
bool canBeKept(const nlohmann::json& unknown) {
    return unknown.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).size() <= kMaxRunsBytes;
}

std::optional<RunRecord> runFromJson(const nlohmann::json& json) {
    const auto experiment = json.is_object() ? json.find("experiment") : json.end();
    if (!json.is_object() || experiment == json.end() || !experiment->is_object())
        return std::nullopt;
    Result<Experiment> read = experimentFromJson(*experiment);
    if (!read)
        return std::nullopt;
    RunNumbers numbers(json);
    RunRecord run{.when = numbers.whole("when", 0),
                  .experiment = std::move(*read),
                  .samples = numbers.whole("samples", 1),
                  .learnedFrom = std::nullopt,
                  .loss = numbers.real("loss", -kLargestLoss, kLargestLoss),
                  .parameters = numbers.whole("parameters", 0),
                  .steps = numbers.whole("steps", 1),
                  .epochs = numbers.real("epochs", 0, kLargestWhole),
                  .unknown = unknownOf(json)};
    if (numbers.isKnown("learned_from"))
        run.learnedFrom = numbers.whole("learned_from", 0);
    if (numbers.isKnown("accuracy"))
        run.accuracy = numbers.real("accuracy", 0, 1);
    if (numbers.isKnown("seconds"))
        run.seconds = numbers.real("seconds", 0, kLargestWhole);
    const auto testedOn = json.find("tested_on");
    for (const auto& [split, name] : kTestedOn)
        if (testedOn != json.end() && *testedOn == name) {
            run.split = split;
            return numbers.good() && canBeKept(run.unknown) ? std::optional(std::move(run)) : std::nullopt;
        }
    return std::nullopt;
}

} // namespace

nlohmann::json toJson(const RunList& runs) {
    nlohmann::json json = nlohmann::json::array();
    for (const RunRecordPtr& run : runs.runs())
        json.push_back(runToJson(*run));
    return json;
}

Result<ReadRuns> runsFromJson(const nlohmann::json& json) {
    if (!json.is_array())
        return fail(ProblemKind::Input, "The list of runs is no list.");
    if (json.size() > kMaxRuns)
        return fail(ProblemKind::Memory, sentence("There are more than {} runs.", kMaxRuns));
    ReadRuns read;
    for (const nlohmann::json& one : json)
        if (auto run = runFromJson(one))
            read.runs.insert(read.runs.size(), std::make_shared<const RunRecord>(std::move(*run)));
    read.leftOut = json.size() - read.runs.size();
    return read;
}

} // namespace protomind
