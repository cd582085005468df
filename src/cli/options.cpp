// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.h"

#include "engine/base/typed_number.h"
#include "engine/data/source_text.h"
#include "engine/nn/optimizer.h"
#include "engine/nn/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

namespace protomind {

namespace po = boost::program_options;

namespace {

constexpr double kMostExact = 0x1p53; ///< doubles hold every whole number up to here

/// "-1.5,2" is a row of numbers, not an option.
std::pair<std::string, std::string> keepNumbers(const std::string& word) {
    const bool negative =
        word.size() > 1 && word[0] == '-' && std::string_view("0123456789.,").contains(word[1]);
    return negative ? std::pair<std::string, std::string>{"input", word}
                    : std::pair<std::string, std::string>{};
}

std::unexpected<Problem> at(const std::string& option, Problem problem) {
    problem.where = option;
    return std::unexpected(std::move(problem));
}

/// "6,7,29": whole numbers with commas between them.
Result<FieldValue> sizesOf(const Field& field, const std::string& option, std::string_view text) {
    std::vector<std::int64_t> sizes;
    while (true) {
        const std::size_t comma = text.find(',');
        const std::string_view part = text.substr(0, comma);
        std::int64_t& size = sizes.emplace_back();
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), size);
        if (error != std::errc() || end != part.data() + part.size())
            return fail(ProblemKind::Request, "Whole numbers with commas between them are wanted.", option);
        if (comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 1);
    }
    if (auto checked = checkField(field, sizes); !checked)
        return at(option, checked.error());
    return sizes;
}

Result<FieldValue> valueOf(const Field& field, const std::string& option, const std::string& text) {
    if (field.type == FieldType::Sizes)
        return sizesOf(field, option, text);
    FieldValue value = text;
    if (field.type == FieldType::Boolean) {
        if (text != "yes" && text != "no")
            return fail(ProblemKind::Request, fmt::format("'{}' is neither yes nor no.", text), option);
        value = text == "yes";
    } else if (field.type != FieldType::Choice) {
        const auto number = readNumber(text);
        if (!number)
            return at(option, number.error());
        value = *number;
        if (field.type == FieldType::Integer) {
            if (*number != std::trunc(*number) || std::abs(*number) > kMostExact || couldBeThousands(text))
                return fail(ProblemKind::Request, fmt::format("'{}' is not a whole number.", text), option);
            value = static_cast<std::int64_t>(*number);
        }
    }
    if (auto checked = checkField(field, value); !checked)
        return at(option, checked.error());
    return value;
}

/// A choice with settings of its own: "warm_up?warm_up=4&then=linear".
struct ChoiceWithSettings {
    FieldValue value;
    Settings own;
};

std::span<const Field> ownFields(const std::string& field, const std::string& choice) {
    return field == "optimizer" ? std::span<const Field>(findOptimizer(choice)->fields)
                                : std::span<const Field>(findSchedule(choice)->fields);
}

Result<ChoiceWithSettings> choiceOf(const Field& field, const std::string& option, const std::string& text) {
    const auto parts = parseSourceText(text);
    if (!parts)
        return at(option, parts.error());
    const auto value = valueOf(field, option, parts->name);
    if (!value)
        return std::unexpected(value.error());
    ChoiceWithSettings choice{.value = *value, .own = {}};
    const std::span<const Field> fields = ownFields(field.name, parts->name);
    for (const SourceText::Option& one : parts->options) {
        const auto own = std::ranges::find(fields, one.key, &Field::name);
        if (own == fields.end())
            return fail(ProblemKind::Request, fmt::format("'{}' has no setting '{}'.", parts->name, one.key),
                        option);
        auto set = valueOf(*own, option, one.value);
        if (!set)
            return std::unexpected(set.error());
        choice.own[one.key] = std::move(*set);
    }
    return choice;
}

} // namespace

CommandOptions::CommandOptions(std::string usage, std::vector<std::string> positional, bool many)
    : m_usage(std::move(usage))
    , m_positional(std::move(positional))
    , m_many(many)
    , m_visible("Options") {
    addSwitch("help,h", "say this");
}

void CommandOptions::addSwitch(const std::string& name, const std::string& help) {
    m_visible.add_options()(name.c_str(), po::bool_switch(), help.c_str());
}

void CommandOptions::addText(const std::string& name, const std::string& placeholder,
                             const std::string& help) {
    m_visible.add_options()(name.c_str(), po::value<std::string>()->value_name(placeholder), help.c_str());
}

void CommandOptions::addCommon() {
    addSwitch("json", "one JSON object a line on standard output");
    addText("device", "NAME", "cpu (the default), auto, opencl or opencl:K");
    addText("threads", "N", "how many threads; all there are if not given");
}

void CommandOptions::addTraining() {
    for (const TrainingSetting& setting : trainingTable()) {
        const Field& field = setting.field;
        std::string help = field.help;
        if (field.type == FieldType::Choice)
            help += fmt::format(" One of {}.", fmt::join(field.choices, ", "));
        if (field.name == "schedule")
            help += " Its own settings follow it: 'warm_up?warm_up=4&then=linear'.";
        if (field.name == "optimizer")
            help += " Its own settings follow it: 'momentum?momentum=0.8'.";
        addText(setting.option,
                field.type == FieldType::Choice    ? "NAME"
                : field.type == FieldType::Boolean ? "yes|no"
                                                   : "N",
                help);
    }
}

Result<void> CommandOptions::parse(const std::vector<std::string>& words) {
    po::options_description all;
    all.add(m_visible);
    po::positional_options_description order;
    for (std::size_t i = 0; i < m_positional.size(); ++i) {
        const bool last = i + 1 == m_positional.size();
        all.add_options()(m_positional[i].c_str(), po::value<std::vector<std::string>>());
        order.add(m_positional[i].c_str(), last && m_many ? -1 : 1);
    }
    try {
        po::command_line_parser parser(words);
        parser.options(all).positional(order);
        if (!m_positional.empty() && m_positional.back() == "input")
            parser.extra_parser(keepNumbers);
        po::store(parser.run(), m_values);
        po::notify(m_values);
    } catch (const po::error& error) {
        return fail(ProblemKind::Request, std::string(error.what()) + ".", {},
                    "`" + m_usage.substr(0, m_usage.find(' ', m_usage.find(' ') + 1)) +
                        " --help` says what there is.");
    }
    return {};
}

bool CommandOptions::isSet(const std::string& name) const {
    return m_values.count(name) > 0 && m_values[name].as<bool>();
}

std::string CommandOptions::text(const std::string& name) const {
    if (!has(name))
        return {};
    const auto* many = boost::any_cast<std::vector<std::string>>(&m_values[name].value());
    return many ? many->front() : m_values[name].as<std::string>();
}

std::vector<std::string> CommandOptions::texts(const std::string& name) const {
    return has(name) ? m_values[name].as<std::vector<std::string>>() : std::vector<std::string>();
}

Result<std::int64_t> CommandOptions::count(const std::string& name) const {
    const auto number = readNumber(text(name));
    if (!number)
        return at("--" + name, number.error());
    if (*number != std::trunc(*number) || *number < 1 || *number > kMostExact ||
        couldBeThousands(text(name))) {
        return fail(ProblemKind::Request, fmt::format("'{}' is not a whole number from 1 on.", text(name)),
                    "--" + name);
    }
    return static_cast<std::int64_t>(*number);
}

Result<FieldValue> CommandOptions::fieldValue(const Field& field) const {
    return valueOf(field, "--" + field.name, text(field.name));
}

Result<void> CommandOptions::applyCommon(Experiment& experiment) const {
    if (has("device"))
        experiment.device = text("device");
    if (has("threads")) {
        const auto threads = count("threads");
        if (!threads)
            return std::unexpected(threads.error());
        experiment.threads = static_cast<int>(std::min<std::int64_t>(*threads, 1024));
    }
    return {};
}

Result<void> CommandOptions::applyTraining(TrainingSettings& settings) const {
    for (const TrainingSetting& setting : trainingTable()) {
        const std::string& name = setting.field.name;
        if (!has(setting.option))
            continue;
        const std::string option = "--" + setting.option;
        if (name == "optimizer" || name == "schedule") {
            auto choice = choiceOf(setting.field, option, text(setting.option));
            if (!choice)
                return std::unexpected(choice.error());
            // Another optimiser or schedule has other settings of its own.
            Settings& own = name == "optimizer" ? settings.optimizerSettings : settings.scheduleSettings;
            if (trainingField(settings, name) != choice->value)
                own.clear();
            for (auto& [key, value] : choice->own)
                own[key] = std::move(value);
            setTrainingField(settings, name, choice->value);
            continue;
        }
        const auto value = valueOf(setting.field, option, text(setting.option));
        if (!value)
            return std::unexpected(value.error());
        setTrainingField(settings, name, *value);
    }
    return {};
}

std::string CommandOptions::help() const {
    std::ostringstream text;
    text << "Usage: " << m_usage << "\n\n";
    if (!m_explanation.empty())
        text << m_explanation << "\n\n";
    text << m_visible;
    return text.str();
}

} // namespace protomind
