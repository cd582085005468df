// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report.h"

#include "cli/exit_status.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

namespace protomind {

namespace {

constexpr int kBarWidth = 30;
/// Of what was noticed in data, as lines.
constexpr std::size_t kNotesShown = 20;
/// Back to the beginning of the line, and clear it (ECMA-48).
constexpr const char* kClearLine = "\r\x1b[K";

} // namespace

void Report::clearBar() {
    if (m_barDrawn)
        m_err << kClearLine << std::flush;
    m_barDrawn = false;
}

void Report::line(const std::string& text) {
    if (m_json)
        return;
    clearBar();
    m_out << text << '\n' << std::flush;
}

void Report::event(const std::string& name, nlohmann::ordered_json fields) {
    if (!m_json)
        return;
    clearBar();
    nlohmann::ordered_json object{{"event", name}};
    object.update(fields);
    // Names may hold bytes that are no UTF-8; the line must be JSON all the same.
    m_out << object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n' << std::flush;
}

void Report::note(const std::string& sentence) {
    line("Note: " + sentence);
    event("note", {{"sentence", sentence}});
    m_notes.push_back(sentence);
}

void Report::dataNotes(const std::vector<Sentence>& notes) {
    const std::size_t shown = m_json ? notes.size() : std::min(notes.size(), kNotesShown);
    for (const Sentence& one : std::span(notes).first(shown))
        note(one);
    if (shown < notes.size())
        line(fmt::format("Note: and {} more, which --json tells all.", notes.size() - shown));
}

void Report::warning(const NetworkProblem& problem, const Network& network) {
    std::string text = problem.sentence;
    for (const Fix& fix : problem.fixes)
        text += (&fix == problem.fixes.data() ? " " : " Or: ") + fix.label + '.';
    warn(text, problemFields(problem, network));
}

void Report::warning(const std::string& sentence) {
    warn(sentence, {{"severity", "warning"}, {"sentence", sentence}});
}

void Report::warn(const std::string& text, const nlohmann::ordered_json& fields) {
    clearBar();
    m_err << "protomind: Warning: " << text << '\n' << std::flush;
    event("warning", fields);
    m_warnings.push_back(fields);
}

int Report::problem(const Problem& problem) {
    clearBar();
    m_err << "protomind: " << problem.text() << '\n' << std::flush;
    return exitStatusOf(problem.kind);
}

void Report::progress(double share, const std::string& figures) {
    if (!m_terminal)
        return;
    const int done = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * kBarWidth));
    m_err << kClearLine << '[' << std::string(static_cast<std::size_t>(done), '#')
          << std::string(static_cast<std::size_t>(kBarWidth - done), '.') << "] " << figures << std::flush;
    m_barDrawn = true;
}

nlohmann::ordered_json problemFields(const NetworkProblem& problem, const Network& network) {
    const Layer* layer = network.layer(problem.layer);
    std::vector<std::string> fixes;
    for (const Fix& fix : problem.fixes)
        fixes.push_back(fix.label);
    return {{"severity", problem.severity == Severity::Error ? "error" : "warning"},
            {"sentence", problem.sentence},
            {"layer", layer ? nlohmann::json(layer->name) : nlohmann::json()},
            {"fixes", fixes}};
}

std::string weightText(const WeightCount& weights) {
    return fmt::format("{} of {} weights are exactly zero", weights.zero, weights.all);
}

nlohmann::json figure(double value) {
    return value < 0 || !std::isfinite(value) ? nlohmann::json() : nlohmann::json(value);
}

} // namespace protomind
