// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

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

    void useJson() { m_json = true; }
    [[nodiscard]] bool json() const { return m_json; }

    /// A line of readable text; nothing with --json.
    void line(const std::string& text = {});
    /// An object {"event": name, ...}; nothing without --json.
    void event(const std::string& name, nlohmann::ordered_json fields);
    /// Something that was not done as asked, or is good to know: a line, or an event "note".
    void note(const std::string& sentence);
    /// A problem on standard error; gives the exit status.
    int problem(const Problem& problem);

    /// Draws the bar anew; share from 0 to 1.
    void progress(double share, const std::string& figures);

private:
    void clearBar();

    std::ostream& m_out;
    std::ostream& m_err;
    bool m_terminal;
    bool m_json = false;
    bool m_barDrawn = false;
};

/// null for the -1 that stands for a figure that is not there.
[[nodiscard]] nlohmann::json figure(double value);

} // namespace protomind
