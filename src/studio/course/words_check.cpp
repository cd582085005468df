// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/controls.h"
#include "studio/course/inner_file.h"
#include "studio/course/lesson_words.h"
#include "studio/course/page_controls.h"
#include "studio/course/text_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace protomind {

namespace {

/// What "action:" can be followed by.
const std::array<std::string, 13> kLinkActions{"train", "pause", "step",     "step-sample", "step-epoch",
                                               "reset", "die",   "evaluate", "undo",        "redo",
                                               "show",  "next",  "back"};
/// What "open:" can be followed by, besides "layer/NAME", "inside/NAME" and "lesson/ID".
const std::array<std::string, 4> kLinkPlaces{"data", "training", "network", "runs"};

/// "Dense%202" -> "Dense 2".
std::string decoded(std::string_view text) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9')
            return c - '0';
        const char lower = static_cast<char>(c | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    };
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool code =
            text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
        result += code ? static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])) : text[i];
        i += code ? 2 : 0;
    }
    return result;
}

class WordsCheck {
public:
    WordsCheck(const LessonStructure& structure, const LessonSurroundings& surroundings,
               const ProblemSheet& sheet)
        : m_structure(structure)
        , m_surroundings(surroundings)
        , m_sheet(sheet) {}

    void check(const LessonText& text) {
        passage(text.summary);
        for (const StepText& step : text.steps) {
            takePage(step.id);
            passage(step.text);
            if (step.task)
                passage(*step.task);
            for (const Passage& hint : step.hints)
                passage(hint);
            for (const auto* questions : {&step.predictions, &step.quiz})
                for (const QuestionText& one : *questions)
                    question(one);
        }
    }

private:
    void takePage(const std::string& id) {
        m_layers = nullptr;
        m_controls.reset();
        const auto& steps = m_structure.lesson.steps;
        const auto found = std::ranges::find(steps, id, &LessonStep::id);
        if (found == steps.end())
            return;
        m_layers = &m_structure.places[static_cast<std::size_t>(found - steps.begin())].layers;
        m_controls.emplace(*found);
    }

    void refuse(const std::optional<ControlFault>& fault) const {
        if (fault)
            m_sheet.error(m_line, sentence("This link does nothing here: {}", fault->sentence),
                          fault->remedy);
    }

    void question(const QuestionText& text) {
        passage(text.question);
        for (const OptionText& option : text.options) {
            passage(option.text);
            passage(option.explanation);
        }
        for (const auto* part : {&text.afterwards, &text.right, &text.wrong})
            if (*part)
                passage(**part);
    }

    void passage(const Passage& text) {
        for (const TextMark& mark : textMarks(text.text)) {
            m_line = text.line + mark.line;
            switch (mark.kind) {
            case TextMark::Kind::Link:
                link(mark.target);
                break;
            case TextMark::Kind::Picture:
                picture(mark);
                break;
            case TextMark::Kind::Formula:
                if (m_surroundings.hasFormula && !m_surroundings.hasFormula(mark.target, mark.text == "$$"))
                    m_sheet.warn(
                        m_line,
                        sentence("There is no picture of the formula {1}{0}{1}.", mark.target, mark.text),
                        "It is shown as text until scripts/formulas draws it.");
                break;
            case TextMark::Kind::Address:
                refuseAddress(mark.target);
                break;
            case TextMark::Kind::Html:
                m_sheet.error(m_line,
                              sentence("\"{:s}\" is HTML, which a lesson does not show.", mark.target),
                              "Write Markdown.");
                break;
            }
        }
    }

    void refuseAddress(const std::string& address) const {
        m_sheet.error(m_line, sentence("\"{:s}\" leads to the network, and a lesson works without.", address),
                      "Say here what is to be read there, or put the picture into the folder.");
    }

    void picture(const TextMark& mark) {
        if (mark.target.starts_with("http:") || mark.target.starts_with("https:")) {
            refuseAddress(mark.target);
            return;
        }
        if (mark.text.empty())
            m_sheet.error(m_line, sentence("The picture \"{:s}\" does not say what is seen.", mark.target),
                          "Write it in the brackets, for those who can't see it: ![A steep line](line.svg).");
        if (auto checked = checkPicture(m_structure.lesson.folder, decoded(mark.target)); !checked)
            m_sheet.error(m_line, checked.error().sentence, checked.error().remedy);
    }

    void link(const std::string& target) {
        const std::size_t colon = target.find(':');
        const std::string scheme = target.substr(0, colon == std::string::npos ? 0 : colon);
        const std::string rest = decoded(std::string_view(target).substr(colon + 1));
        if (scheme == "action") {
            if (oneOf(rest, kLinkActions, "action") && m_controls)
                refuse(m_controls->deadLink(rest));
        } else if (scheme == "highlight") {
            std::vector<std::string> names;
            for (const LessonControl& control : lessonControls())
                names.emplace_back(control.name);
            if (oneOf(rest, names, "control") && m_controls)
                refuse(m_controls->notSeen(rest));
        } else if (scheme == "open") {
            open(rest);
            if (m_controls)
                refuse(m_controls->closedPlace(rest));
        } else if (scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "ftp") {
            refuseAddress(target);
        } else {
            m_sheet.error(m_line, sentence("The link \"{:s}\" leads nowhere.", target),
                          "A link begins with action:, highlight: or open:.");
        }
    }

    [[nodiscard]] bool oneOf(const std::string& name, std::span<const std::string> names,
                             const char* what) const {
        if (std::ranges::find(names, name) != names.end())
            return true;
        m_sheet.error(m_line, sentence("There is no {} \"{:s}\".", what, name), nameRemedy(name, names));
        return false;
    }

    void open(const std::string& what) {
        constexpr std::string_view kLayer = "layer/";
        constexpr std::string_view kInsidePrefix = "inside/";
        constexpr std::string_view kLesson = "lesson/";
        if (what.starts_with(kLayer) || what.starts_with(kInsidePrefix)) {
            const std::string name = what.substr(what.find('/') + 1);
            if (m_layers == nullptr || m_layers->contains(name))
                return;
            const std::vector<std::string> names(m_layers->begin(), m_layers->end());
            m_sheet.error(m_line, sentence("The network of this step has no layer \"{:s}\".", name),
                          nameRemedy(name, names));
        } else if (what.starts_with(kLesson)) {
            const std::string id = what.substr(kLesson.size());
            if (!isLessonId(id) || !lessonIsThere(id, m_structure.lesson.folder, m_surroundings))
                m_sheet.flaw(m_line, sentence("There is no lesson \"{:s}\".", id),
                             "An id is the name of a lesson's folder; `protomind lesson list` shows them.");
        } else if (std::ranges::find(kLinkPlaces, what) == kLinkPlaces.end()) {
            m_sheet.error(m_line, sentence("\"open:{}\" opens nothing.", what),
                          "There are open:layer/NAME, open:inside/NAME, open:lesson/ID, open:data, "
                          "open:training, open:network and open:runs.");
        }
    }

    const LessonStructure& m_structure;
    const LessonSurroundings& m_surroundings;
    const ProblemSheet& m_sheet;
    const std::set<std::string>* m_layers = nullptr;
    std::optional<PageControls> m_controls;
    int m_line = 0;
};

} // namespace

void checkWords(const LessonStructure& structure, const LessonText& text,
                const LessonSurroundings& surroundings, const ProblemSheet& sheet) {
    WordsCheck(structure, surroundings, sheet).check(text);
}

} // namespace protomind
