// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/lesson_folder.h"

#include "studio/course/inner_file.h"
#include "studio/course/lesson_limits.h"
#include "studio/course/lesson_translation.h"
#include "studio/course/lesson_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

namespace fs = std::filesystem;

/// The folder's own name is the lesson's id, however the path to it is written.
fs::path plainPath(const fs::path& folder) {
    std::error_code error;
    fs::path absolute = fs::absolute(folder, error).lexically_normal();
    return absolute.has_filename() ? absolute : absolute.parent_path();
}

std::string textFile(const std::string& language) {
    return language == kEnglish ? std::string("lesson.md") : fmt::format("lesson.{}.md", language);
}

/// "de", "pt-BR".
bool isLanguage(std::string_view code) {
    const std::string_view base = code.substr(0, code.find('-'));
    const std::string_view region = base.size() < code.size() ? code.substr(base.size() + 1) : "XX";
    return base.size() >= 2 && base.size() <= 3 &&
           std::ranges::all_of(base, [](char c) { return c >= 'a' && c <= 'z'; }) && region.size() == 2 &&
           std::ranges::all_of(region, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// What stands between "lesson." and ".md" in the names of a folder's files.
std::vector<std::string> languageCodes(const fs::path& folder) {
    constexpr std::string_view kBegin = "lesson.";
    constexpr std::string_view kEnd = ".md";
    std::vector<std::string> codes;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error); entry != fs::directory_iterator();
         entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (name.starts_with(kBegin) && name.ends_with(kEnd) && name.size() > kBegin.size() + kEnd.size() &&
            codes.size() < kMaxLanguages)
            codes.push_back(name.substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size()));
        if (error)
            break;
    }
    std::ranges::sort(codes);
    return codes;
}

/// Reads a folder's files and tells what is wrong with them.
class FolderReader {
public:
    FolderReader(const fs::path& folder, const LessonSurroundings& surroundings)
        : m_folder(plainPath(folder))
        , m_surroundings(surroundings) {}

    LessonReading read(const std::string& language) {
        std::error_code error;
        const bool translated =
            language != kEnglish && isLanguage(language) && fs::exists(m_folder / textFile(language), error);
        readStructure();
        std::optional<Lesson> lesson = translated ? joinTranslation(language) : joinEnglish();
        LessonReading reading;
        if (lesson && !m_problems.lock())
            reading.lesson = std::move(lesson);
        reading.problems = m_problems.sorted();
        return reading;
    }

    std::vector<LessonProblem> checkAll() {
        readStructure();
        const auto english = readWords(kEnglish, m_problems);
        if (english)
            static_cast<void>(join(kEnglish, *english, m_problems));
        for (const std::string& code : languageCodes(m_folder)) {
            const ProblemSheet sheet(m_problems, textFile(code));
            if (!isLanguage(code) || code == kEnglish) {
                sheet.error(0, sentence("\"{:s}\" is no language of a lesson.", code),
                            "Name the file like lesson.de.md; the English words are lesson.md.");
                continue;
            }
            const auto text = readWords(code, m_problems);
            if (text)
                static_cast<void>(join(code, *text, m_problems));
            if (english && text)
                compareWords(*english, *text, sheet);
        }
        return m_problems.sorted();
    }

private:
    void readStructure() {
        std::error_code error;
        if (!fs::is_directory(m_folder, error)) {
            m_problems.add({{},
                            0,
                            "There is no such folder.",
                            "A lesson is a folder with lesson.json and lesson.md.",
                            Severity::Error});
            return;
        }
        if (const std::string id = m_folder.filename().string(); !isLessonId(id))
            m_problems.add({{},
                            0,
                            sentence("The folder's name \"{:s}\" can't be the id of a lesson.", id),
                            kLessonIdRemedy,
                            Severity::Error});
        const auto text = readText(kLessonJson, kMaxLessonJsonBytes, m_problems);
        if (!text)
            return;
        const auto json = readLocatedJson(*text, JsonLimits{.bytes = kMaxLessonJsonBytes,
                                                            .depth = kMaxLessonJsonDepth,
                                                            .stringBytes = kMaxLessonStringBytes,
                                                            .values = kMaxLessonJsonValues});
        if (!json) {
            const JsonTextError& wrong = json.error();
            ProblemSheet(m_problems, kLessonJson).error(wrong.line, wrong.sentence, wrong.remedy);
            return;
        }
        m_structure = readLessonJson(*json, m_folder, m_surroundings, m_problems);
    }

    [[nodiscard]] std::optional<std::string> readText(const std::string& name, std::size_t maxBytes,
                                                      LessonProblems& problems) const {
        const ProblemSheet sheet(problems, name);
        auto text = readInnerText(m_folder, name, maxBytes);
        if (!text) {
            sheet.error(0, text.error().sentence, text.error().remedy);
            return std::nullopt;
        }
        if (const int line = lineOfBrokenUtf8(*text); line > 0) {
            sheet.error(line, "This line is not UTF-8.", "Save the file as UTF-8 in the editor.");
            return std::nullopt;
        }
        return std::move(*text);
    }

    /// The words of a language; none where they can't be read at all.
    [[nodiscard]] std::optional<LessonText> readWords(const std::string& language, LessonProblems& problems) {
        std::error_code error;
        if (!fs::is_directory(m_folder, error))
            return std::nullopt;
        const std::string name = textFile(language);
        const auto content = readText(name, kMaxLessonTextBytes, problems);
        if (!content)
            return std::nullopt;
        return parseLessonText(*content, ProblemSheet(problems, name));
    }

    [[nodiscard]] std::optional<Lesson> join(const std::string& language, const LessonText& text,
                                             LessonProblems& problems) const {
        if (!m_structure)
            return std::nullopt;
        const ProblemSheet sheet(problems, textFile(language));
        checkWords(*m_structure, text, m_surroundings, sheet);
        Lesson lesson = withWords(*m_structure, text, sheet, ProblemSheet(problems, kLessonJson));
        lesson.language = language;
        if (const auto course = lesson.courseNames.find(language); course != lesson.courseNames.end())
            lesson.course = course->second;
        return lesson;
    }

    [[nodiscard]] std::optional<Lesson> joinEnglish() {
        const auto text = readWords(kEnglish, m_problems);
        return text ? join(kEnglish, *text, m_problems) : std::nullopt;
    }

    /// What a translation lacks is English then, and no reason to keep the lesson from anybody.
    [[nodiscard]] std::optional<Lesson> joinTranslation(const std::string& language) {
        LessonProblems own;
        const auto text = readWords(language, own);
        auto lesson = text ? join(language, *text, own) : std::nullopt;
        LessonProblems ofEnglish;
        const auto english = readWords(kEnglish, ofEnglish);
        if (text && english)
            compareWords(*english, *text, ProblemSheet(own, textFile(language)));
        if (!own.hasErrors()) {
            m_problems.addAsFlaws(own);
            return lesson;
        }
        if (english && text) {
            const auto isSound = [this](const StepText& step) {
                LessonProblems found;
                checkWords(*m_structure, LessonText{.title = {}, .summary = {}, .steps = {step}},
                           m_surroundings, ProblemSheet(found, {}));
                return !found.lock();
            };
            if (m_structure)
                if (auto completed = joinCompleted(language, completedText(*text, *english, isSound))) {
                    m_problems.addAsFlaws(own);
                    return completed;
                }
        }
        // The English words as a whole, with a note on each page.
        m_problems.addAsFlaws(own);
        lesson = joinEnglish();
        if (lesson)
            for (LessonStep& step : lesson->steps)
                step.untranslated = true;
        return lesson;
    }

    /// None where something is still in the way.
    [[nodiscard]] std::optional<Lesson> joinCompleted(const std::string& language,
                                                      const CompletedText& completed) const {
        LessonProblems left;
        auto lesson = join(language, completed.text, left);
        if (!lesson || left.lock())
            return std::nullopt;
        for (LessonStep& step : lesson->steps)
            step.untranslated = completed.incomplete.contains(step.id);
        return lesson;
    }

    fs::path m_folder;
    const LessonSurroundings& m_surroundings;
    LessonProblems m_problems;
    std::optional<LessonStructure> m_structure;
};

} // namespace

std::vector<std::string> lessonLanguages(const fs::path& folder) {
    std::vector<std::string> languages{kEnglish};
    for (const std::string& code : languageCodes(folder))
        if (isLanguage(code) && code != kEnglish)
            languages.push_back(code);
    return languages;
}

LessonReading readLesson(const fs::path& folder, const std::string& language,
                         const LessonSurroundings& surroundings) {
    return FolderReader(folder, surroundings).read(language);
}

std::vector<LessonProblem> checkLesson(const fs::path& folder, const LessonSurroundings& surroundings) {
    return FolderReader(folder, surroundings).checkAll();
}

} // namespace protomind
