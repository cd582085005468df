// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"

#include "cli/commands/command.h"
#include "cli/exit_status.h"

#include <fmt/format.h>

#include <cstdlib>
#include <iostream>
#include <new>
#include <unistd.h>

namespace protomind {

namespace {

bool isHelp(const std::string& word) {
    return word == "--help" || word == "-h" || word == "help";
}

void printHelp(std::ostream& out) {
    out << "Protomind, a laboratory for deep learning.\n\n"
           "protomind [FILE]   open the window\n\n";
    for (const Command& command : commands())
        out << fmt::format("{}\n    {}\n", command.usage, command.summary);
    out << "\nNETWORK is a project (.protomind), a network (.json) or a template (`protomind describe "
           "--list`).\n"
           "SOURCE is a built-in data set with options (digits, spiral?noise=0.1), idx:DIR for files like "
           "MNIST's,\nimages:DIR?size=32 for pictures of your own, each folder in DIR a class, or "
           "csv:FILE?target=NAME\nfor a table (`protomind describe --list` has all options).\n"
           "`protomind COMMAND --help` says more.\n";
}

bool environmentHas(const char* name) {
    const char* value = std::getenv(name);
    return value && *value;
}

} // namespace

bool asksForCommandLine(int argc, char** argv) {
    if (argc < 2)
        return false;
    const std::string word = argv[1];
    return isHelp(word) || word == "--version" || findCommand(word);
}

int runCommandLine(int argc, char** argv, const ReportPrinter& printer) {
    return runCommandLine(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr,
                          isatty(STDERR_FILENO) != 0, printer);
}

int runCommandLine(const std::vector<std::string>& words, std::ostream& out, std::ostream& err, bool terminal,
                   const ReportPrinter& printer) {
    Report report(out, err, terminal);
    report.usePrinter(printer);
    if (words.empty() || isHelp(words[0])) {
        printHelp(out);
        return kExitDone;
    }
    if (words[0] == "--version") {
        out << "protomind " PROTOMIND_VERSION "\n";
        return kExitDone;
    }
    const Command* command = findCommand(words[0]);
    if (!command) {
        return report.problem({.kind = ProblemKind::Request,
                               .sentence = "There is no command of this name.",
                               .where = words[0],
                               .remedy = "`protomind --help` lists those there are."});
    }
    try {
        return command->run(CommandWords(words.begin() + 1, words.end()), report);
    } catch (const std::bad_alloc&) {
        return report.problem({.kind = ProblemKind::Memory,
                               .sentence = "There is not enough memory for this.",
                               .where = {},
                               .remedy = {}});
    } catch (const std::exception& error) {
        report.problem(
            {.kind = ProblemKind::Unsupported,
             .sentence = std::string("The program met a mistake of its own: ") + error.what() + ".",
             .where = words[0],
             .remedy = "Please report it."});
        return kExitMistake;
    }
}

bool displayIsThere() {
    return environmentHas("DISPLAY") || environmentHas("WAYLAND_DISPLAY") ||
           environmentHas("QT_QPA_PLATFORM");
}

int explainMissingDisplay() {
    std::cerr
        << "protomind: There is no display to open a window on. `protomind --help` says what works without "
           "one.\n";
    return kExitWords;
}

} // namespace protomind
