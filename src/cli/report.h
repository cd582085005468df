// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"
#include "engine/train/weight_count.h"
#include "studio/exchange/report/report_printer.h"
#include "studio/network/analysis.h"

#include <nlohmann/json.hpp>

#include <ostream>
#include <string>

namespace protomind {

/// Where a command's words go: with --json one object a line on standard output and nothing else there,
/// otherwise readable text. A progress bar is drawn on standard error where a person watches.
class Report {
public:
    Report(std::ostream& out, std::ostream& err, bool terminal)
        : m_out(out)
        , m_err(err)
        , m_terminal(terminal) {}

    /// How what is to be a PDF gets on paper; without one, nothing does.
    void usePrinter(ReportPrinter printer) { m_printer = std::move(printer); }
    [[nodiscard]] const ReportPrinter& printer() const { return m_printer; }
    void useJson() { m_json = true; }
    [[nodiscard]] bool json() const { return m_json; }

    /// A line of readable text; nothing with --json.
    void line(const std::string& text = {});
    /// An object {"event": name, ...}; nothing without --json.
    void event(const std::string& name, nlohmann::ordered_json fields);
    /// Something that was not done as asked, or is good to know: a line, or an event "note".
    void note(const std::string& sentence);
    /// What is to be known of how data were read: as many lines as a person reads, but events for all.
    void dataNotes(const std::vector<Sentence>& notes);
    /// The sentences of all notes.
    [[nodiscard]] const nlohmann::ordered_json& notes() const { return m_notes; }
    /// What may keep training from learning: a line on standard error, and an event "warning".
    void warning(const NetworkProblem& problem, const Network& network);
    void warning(const std::string& sentence);
    /// All that was warned of, as the events have it.
    [[nodiscard]] const nlohmann::ordered_json& warnings() const { return m_warnings; }
    /// A problem on standard error; gives the exit status.
    int problem(const Problem& problem);

    /// Draws the bar anew; share from 0 to 1.
    void progress(double share, const std::string& figures);

private:
    void clearBar();
    void warn(const std::string& text, const nlohmann::ordered_json& fields);

    std::ostream& m_out;
    std::ostream& m_err;
    bool m_terminal;
    bool m_json = false;
    ReportPrinter m_printer;
    nlohmann::ordered_json m_notes = nlohmann::ordered_json::array();
    nlohmann::ordered_json m_warnings = nlohmann::ordered_json::array();
    bool m_barDrawn = false;
};

/// null for the -1 that stands for a figure that is not there.
[[nodiscard]] nlohmann::json figure(double value);
/// "3 of 22 weights are exactly zero"
[[nodiscard]] std::string weightText(const WeightCount& weights);
/// A problem of a network with its fixes, as "problem" and "warning" events tell it.
[[nodiscard]] nlohmann::ordered_json problemFields(const NetworkProblem& problem, const Network& network);

} // namespace protomind
