// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/report/report_block.h"
#include "studio/exchange/report/report_words.h"

namespace protomind {

/// Blocks one after the other, said in the reader's language.
class ReportBuilder {
public:
    explicit ReportBuilder(const ReportWords& say)
        : m_say(say) {}

    [[nodiscard]] const ReportWords& words() const { return m_say; }
    [[nodiscard]] std::string say(const Sentence& sentence) const { return m_say(sentence); }

    void heading(int level, const Sentence& text) { m_blocks.emplace_back(ReportHeading{level, say(text)}); }
    void paragraph(const Sentence& text, ReportTone tone = ReportTone::Plain) {
        if (!text.empty())
            m_blocks.emplace_back(ReportParagraph{tone, say(text)});
    }
    /// What the figures above it mean.
    void explain(const Sentence& text) { paragraph(text, ReportTone::Explanation); }
    void warn(const Sentence& text) { paragraph(text, ReportTone::Warning); }
    void add(ReportBlock block) { m_blocks.push_back(std::move(block)); }

    [[nodiscard]] std::vector<ReportBlock> take() { return std::move(m_blocks); }

private:
    const ReportWords& m_say;
    std::vector<ReportBlock> m_blocks;
};

/// Names with what they are.
class ReportList {
public:
    ReportList(const ReportBuilder& report, const Sentence& caption)
        : m_report(report) {
        m_table.caption = report.say(caption);
    }
    /// Nothing where there is nothing to say.
    void row(const Sentence& name, const Sentence& value) {
        if (!value.empty())
            m_table.rows.push_back({.header = m_report.say(name), .cells = {{.text = m_report.say(value)}}});
    }
    [[nodiscard]] ReportTable take() { return std::move(m_table); }

private:
    const ReportBuilder& m_report;
    ReportTable m_table;
};

} // namespace protomind
