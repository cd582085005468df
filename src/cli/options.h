// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/session/messages.h"

#include <boost/program_options.hpp>

#include <string>
#include <vector>

namespace protomind {

/// The options of one command, with Boost's parser behind them.
class CommandOptions {
public:
    /// positional: names of the words that are no options, in their order; the last may be given many times
    /// where many is set.
    CommandOptions(std::string usage, std::vector<std::string> positional, bool many = false);

    void addSwitch(const std::string& name, const std::string& help);
    /// name may be "output,o".
    void addText(const std::string& name, const std::string& placeholder, const std::string& help);
    /// --json, --device, --threads.
    void addCommon();
    /// What of TrainingSettings can be given: --epochs, --batch, ...
    void addTraining();

    [[nodiscard]] Result<void> parse(const std::vector<std::string>& words);

    [[nodiscard]] bool has(const std::string& name) const { return m_values.count(name) > 0; }
    [[nodiscard]] bool isSet(const std::string& name) const;
    [[nodiscard]] std::string text(const std::string& name) const;
    [[nodiscard]] std::vector<std::string> texts(const std::string& name) const;
    /// A whole number from 1 on.
    [[nodiscard]] Result<std::int64_t> count(const std::string& name) const;

    /// The value given for the option of a field's name, which it has; what the field allows is checked.
    [[nodiscard]] Result<FieldValue> fieldValue(const Field& field) const;

    /// Puts --device and --threads into an experiment.
    [[nodiscard]] Result<void> applyCommon(Experiment& experiment) const;
    /// Puts the training options into settings; what they allow is checked.
    [[nodiscard]] Result<void> applyTraining(TrainingSettings& settings) const;

    /// Lines between usage and options: what can't be said at one option.
    void explain(std::string text) { m_explanation = std::move(text); }

    /// How to use the command.
    [[nodiscard]] std::string help() const;

private:
    std::string m_usage;
    std::vector<std::string> m_positional;
    bool m_many;
    std::string m_explanation;
    boost::program_options::options_description m_visible;
    boost::program_options::variables_map m_values;
};

} // namespace protomind
