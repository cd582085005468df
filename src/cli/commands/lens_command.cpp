// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/command.h"
#include "cli/exit_status.h"
#include "cli/experiment_argument.h"
#include "cli/outputs/result_picture.h"
#include "cli/outputs/result_text.h"
#include "cli/outputs/write_png.h"
#include "cli/trained_session.h"
#include "engine/base/letter_case.h"
#include "engine/base/typed_number.h"
#include "studio/lens/lens_code_text.h"
#include "studio/lens/lens_csv.h"
#include "studio/lens/lens_type.h"
#include "studio/lens/split_words.h"
#include "studio/session/process/guarded_session.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace protomind {

namespace {

constexpr const char* kLensExplanation =
    "Looks into the trained network of a project. PATH says by its ending what is written: a picture "
    "(.png),\n"
    "numbers (.csv), code (.txt), or all of it (.json). `protomind lens --list` says which lenses there "
    "are;\n"
    "`protomind lens NAME --help` lists the settings of one.";

std::string helpOf(const Field& field) {
    std::string help = field.help;
    if (field.type == FieldType::Choice)
        help += fmt::format(" One of {}.", fmt::join(field.choices, ", "));
    return help;
}

void list(Report& report) {
    for (const LensType& type : lensTypes()) {
        std::vector<std::string> settings;
        for (const Field& field : type.fields)
            settings.push_back("--" + field.name);
        report.line(fmt::format("{:<12} {}", type.name, type.summary));
        if (!settings.empty())
            report.line(fmt::format("{:<12} {}", "", fmt::join(settings, " ")));
        report.event("lens", {{"name", type.name},
                              {"title", type.title},
                              {"summary", type.summary},
                              {"takes_sample", type.usesSample},
                              {"takes_split", type.usesSplit},
                              {"settings", settings}});
    }
}

Result<LensRequest> requestOf(const LensType& type, const CommandOptions& options) {
    LensRequest request{.lens = type.name, .layer = options.text("layer")};
    for (const Field& field : type.fields) {
        if (!options.has(field.name))
            continue;
        auto value = options.fieldValue(field);
        if (!value)
            return std::unexpected(value.error());
        request.settings[field.name] = std::move(*value);
    }
    if (options.has("split")) {
        const auto split = findSplit(options.text("split"));
        if (!split)
            return fail(ProblemKind::Request, "There is no split of this name.",
                        Sentence::name(options.text("split")), "Choose test, validation or training.");
        request.split = request.sample.split = *split;
    }
    if (options.has("sample")) {
        const auto index = readNumber(options.text("sample"));
        if (!index || *index != std::trunc(*index) || *index < 0 || *index > 4e9)
            return fail(ProblemKind::Request,
                        fmt::format("'{}' is not a whole number from 0 on.", options.text("sample")),
                        "--sample");
        request.sample.index = static_cast<std::int64_t>(*index);
    }
    return request;
}

/// The project that --other names.
Result<std::shared_ptr<const OtherNetwork>> otherOf(const CommandOptions& options) {
    if (!options.has("other"))
        return fail(ProblemKind::Request, "Which other network?", "--other",
                    "Give another .protomind file that `protomind train` saved.");
    auto content = openTrainedProject(options.text("other"));
    if (!content)
        return std::unexpected(content.error());
    return std::make_shared<const OtherNetwork>(
        OtherNetwork{.name = std::filesystem::path(options.text("other")).stem().string(),
                     .experiment = std::move(content->experiment),
                     .checkpoint = std::move(content->checkpoint)});
}

Result<void> writeText(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file)
        return fail(ProblemKind::Input, "The file can't be written.", path,
                    "Look whether the folder is there, may be written to and has room left.");
    return {};
}

Result<void> write(const LensResult& result, const std::string& path) {
    const std::string ending = fileEnding(path);
    if (ending == ".json")
        return writeText(path, jsonOf(result).dump(1) + "\n");
    if (ending == ".csv")
        return writeText(path, csvOf(result));
    if (ending == ".txt") {
        if (result.codes.empty())
            return fail(ProblemKind::Request, "There is no code in what this lens found.", {},
                        "Choose a file that ends in .png, .csv or .json.");
        return writeText(path, codeTextOf(result));
    }
    const auto picture = pictureOf(result);
    if (!picture)
        return std::unexpected(picture.error());
    return writePng(path, *picture);
}

void tell(const LensResult& result, Report& report) {
    for (const Sentence& sentence : result.sentences)
        report.line(sentence);
    for (const LensTable& table : result.tables) {
        report.line();
        std::size_t width = table.corner.text().size();
        for (const std::string& row : table.rows)
            width = std::max(width, row.size());
        std::string head = fmt::format("{:<{}}", table.corner, width);
        for (const Sentence& column : table.columns)
            head += fmt::format(" {:>{}}", column, std::max<std::size_t>(column.text().size(), 7));
        report.line(head);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            std::string line = fmt::format("{:<{}}", table.rows[row], width);
            for (std::size_t column = 0; column < table.columns.size(); ++column)
                line += fmt::format(" {:>{}}", table.cells[row][column].text,
                                    std::max<std::size_t>(table.columns[column].text().size(), 7));
            report.line(line);
        }
    }
    if (!result.codes.empty()) {
        report.line();
        report.line(codeTextOf(result));
    }
}

/// The lens that the words name first; null where none is named.
Result<const LensType*> lensOf(const CommandWords& words) {
    const auto named =
        std::ranges::find_if(words, [](const std::string& word) { return !word.starts_with('-'); });
    if (named == words.end() || named != words.begin())
        return nullptr;
    const LensType* type = findLensType(*named);
    if (type == nullptr)
        return fail(ProblemKind::Request, "There is no lens of this name.", Sentence::name(*named),
                    "`protomind lens --list` says which there are.");
    return type;
}

} // namespace

int runLens(const CommandWords& words, Report& report) {
    const auto type = lensOf(words);
    if (!type)
        return report.problem(type.error());
    CommandOptions options(usageOf("lens"), {"lens", "project"});
    options.addSwitch("list", "say which lenses there are");
    options.addText("output,o", "PATH", "what it is written to: .png, .csv, .txt or .json");
    options.addText("layer", "NAME", "the layer to look at; the first that suits if not given");
    options.addText("sample", "N", "the sample to look at, counted from 0");
    options.addText(
        "split", "NAME",
        "what the sample or the samples are of: test, validation or training; if not given, the first of "
        "these that there is");
    options.addText("data", "SOURCE", "other data with the network's classes");
    if (*type != nullptr) {
        for (const Field& field : (*type)->fields)
            options.addText(field.name, field.type == FieldType::Choice ? "NAME" : "N", helpOf(field));
        if ((*type)->usesOther)
            options.addText("other", "PROJECT", "the other network: a .protomind file with trained weights");
    }
    options.addCommon();
    options.explain(*type == nullptr ? kLensExplanation : (*type)->summary + "\n\n" + kLensExplanation);
    if (auto parsed = options.parse(words); !parsed)
        return report.problem(parsed.error());
    if (options.isSet("help")) {
        report.line(options.help());
        return kExitDone;
    }
    if (options.isSet("json"))
        report.useJson();
    if (options.isSet("list")) {
        list(report);
        report.event("result", {{"lenses", lensTypes().size()}});
        return kExitDone;
    }
    if (*type == nullptr) {
        return report.problem(
            {.kind = ProblemKind::Request,
             .sentence = "Which lens?",
             .where = "lens",
             .remedy = "Its name comes first; `protomind lens --list` says which there are."});
    }
    const std::string path = options.text("output");
    const std::string ending = fileEnding(path);
    if (!path.empty() && ending != ".png" && ending != ".csv" && ending != ".txt" && ending != ".json") {
        return report.problem({.kind = ProblemKind::Request,
                               .sentence = "The ending of the file says what is written to it.",
                               .where = Sentence::name(path),
                               .remedy = "Choose .png, .csv, .txt or .json."});
    }
    auto request = requestOf(**type, options);
    if (!request)
        return report.problem(request.error());
    if ((*type)->usesOther) {
        auto other = otherOf(options);
        if (!other)
            return report.problem(other.error());
        request->other = std::move(*other);
    }

    const auto hear = [&report](const EventEnvelope& envelope) {
        tellDeviceNews(envelope, report);
        if (const auto* progress = std::get_if<LensProgress>(&envelope.event))
            report.progress(progress->share, progress->lens);
    };
    SessionClient session(hear, {}, openGuardedSession);
    Experiment experiment;
    const auto prepared = prepareTrained(options, session, report, experiment);
    if (!prepared)
        return report.problem(prepared.error());
    const auto answered = session.await(*request);
    if (!answered)
        return report.problem(answered.error());
    if (!path.empty()) {
        if (auto written = write(*answered->result, path); !written)
            return report.problem(written.error());
    }
    tell(*answered->result, report);
    nlohmann::ordered_json fields{{"lens", request->lens}, {"steps", answered->result->step}};
    fields.update(figuresOf(*answered->result));
    if (!answered->result->codes.empty())
        fields["codes"] = jsonOfCodes(*answered->result);
    fields["sentences"] = answered->result->sentences;
    if (!path.empty())
        fields["output"] = path;
    fields["device"] = prepared->device;
    report.event("result", fields);
    return kExitDone;
}

} // namespace protomind
