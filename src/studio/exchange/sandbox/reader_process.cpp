// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/sandbox/reader_process.h"

#include "studio/exchange/model_file.h"
#include "studio/exchange/sandbox/answer/problem_text.h"
#include "studio/exchange/sandbox/child_process.h"

#include <cstring>

namespace protomind {

namespace {

/// The text in an answer, of all nodes and attributes of a network, twice in quotes.
constexpr std::int64_t kMaxAnswerHeader = std::int64_t{64} << 20;

Problem notStarted(int error, const std::filesystem::path& program) {
    if (error == ENOENT)
        return {ProblemKind::Unsupported, "The program that reads such files is missing.",
                Sentence::name(program.string()), "Install Protomind anew."};
    return {ProblemKind::Unsupported,
            sentence("The program that reads such files can't be started ({:s}).", std::strerror(error)),
            Sentence::name(program.string()),
            {}};
}

/// Why there is no answer.
Problem problemOf(ChildEnd end, const ReaderCall& call) {
    switch (end) {
    case ChildEnd::Late:
        return {ProblemKind::Memory,
                sentence("Reading this file was given up after {} seconds.",
                         std::chrono::duration_cast<std::chrono::duration<double>>(call.time).count()),
                {},
                {}};
    case ChildEnd::Forbidden:
        return {
            ProblemKind::Input,
            "This file is damaged: reading it led to something that a file has no right to, and was stopped.",
            {},
            "Don't open it in other programs either."};
    case ChildEnd::Unable:
        return {ProblemKind::Unsupported,
                "The program that reads such files can't be run.",
                {},
                "Install Protomind again."};
    case ChildEnd::Exited:
    case ChildEnd::Crashed:
        break;
    }
    return {ProblemKind::Input, "This file is damaged: reading it failed.", {}, {}};
}

/// Takes the answer: its length, which is held against the limit before memory is taken, and as many bytes.
Result<std::string> answerOf(ChildProcess& child, const ReaderCall& call) {
    std::uint64_t length = 0;
    if (!child.read(reinterpret_cast<char*>(&length), sizeof(length)))
        return std::unexpected(problemOf(child.end(), call));
    if (length > static_cast<std::uint64_t>(call.answerBytes + kMaxAnswerHeader))
        return fail(ProblemKind::Memory,
                    sentence("There is more in this file than {} MiB.", call.answerBytes >> 20));
    std::string bytes;
    bool whole = false;
    bytes.resize_and_overwrite(static_cast<std::size_t>(length), [&](char* buffer, std::size_t size) {
        whole = child.read(buffer, size);
        return whole ? size : 0;
    });
    if (!whole)
        return std::unexpected(problemOf(child.end(), call));
    return bytes;
}

Result<TensorFile> answered(const ReaderCall& call, const std::filesystem::path& path) {
    const auto file = openModelFile(path);
    if (!file)
        return std::unexpected(file.error());
    auto child = ChildProcess::start(call.program, call.parser, file->descriptor(), call.time);
    if (!child)
        return std::unexpected(notStarted(child.error(), call.program));
    auto bytes = answerOf(*child, call);
    if (!bytes)
        return std::unexpected(std::move(bytes.error()));
    auto answer = parseSafetensors(std::make_shared<const std::string>(std::move(*bytes)),
                                   {.bytes = call.answerBytes + kMaxAnswerHeader,
                                    .headerBytes = kMaxAnswerHeader,
                                    .tensors = kMaxTensors});
    if (!answer) // nobody in their right mind answers so
        return fail(ProblemKind::Input, "This file is damaged: reading it failed.");
    if (const auto problem = answer->metadata.find(kProblemKey); problem != answer->metadata.end())
        return std::unexpected(problemFromText(problem->second));
    return answer;
}

} // namespace

Result<TensorFile> readByProcess(const ReaderCall& call, const std::filesystem::path& path) {
    auto answer = answered(call, path);
    if (!answer && answer.error().where.empty())
        answer.error().where = Sentence::name(path.string());
    return answer;
}

} // namespace protomind
