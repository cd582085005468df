// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"

#include "cli/command_line.h"
#include "studio/network/network_json.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unistd.h>

namespace protomind {

std::vector<nlohmann::json> CommandRun::events() const {
    std::vector<nlohmann::json> found;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);)
        found.push_back(nlohmann::json::parse(line));
    return found;
}

std::vector<nlohmann::json> CommandRun::events(const std::string& name) const {
    std::vector<nlohmann::json> found;
    for (nlohmann::json& event : events()) {
        if (event.at("event") == name)
            found.push_back(std::move(event));
    }
    return found;
}

nlohmann::json CommandRun::result() const {
    const auto all = events();
    if (all.empty() || all.back().at("event") != "result")
        throw std::runtime_error("no result; on standard error: " + err);
    return all.back();
}

CommandRun command(const std::vector<std::string>& words, bool terminal, const ReportPrinter& printer) {
    std::ostringstream out;
    std::ostringstream err;
    CommandRun run;
    run.status = runCommandLine(words, out, err, terminal, printer);
    run.out = out.str();
    run.err = err.str();
    return run;
}

void CommandTest::SetUp() {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    m_folder = std::filesystem::temp_directory_path() /
               ("protomind-" + std::to_string(getpid()) + "-" + test->test_suite_name() + "-" + test->name());
    std::filesystem::create_directories(m_folder);

    Network network;
    network.add(Layer{.id = LayerId{1},
                      .type = "input",
                      .name = "Points",
                      .settings = {{"shape", std::vector<std::int64_t>{2}}},
                      .position = {}});
    network.add(Layer{.id = LayerId{2},
                      .type = "dense",
                      .name = "Hidden",
                      .settings = {{"units", std::int64_t{4}}, {"activation", std::string("tanh")}},
                      .position = {}});
    network.add(Layer{.id = LayerId{3},
                      .type = "dense",
                      .name = "Classes",
                      .settings = {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}},
                      .position = {}});
    network.add(Wire{.id = WireId{1}, .from = LayerId{1}, .to = LayerId{2}});
    network.add(Wire{.id = WireId{2}, .from = LayerId{2}, .to = LayerId{3}});
    write("small.json", toJson(network).dump());
}

void CommandTest::TearDown() {
    std::filesystem::remove_all(m_folder);
}

std::string CommandTest::write(const std::string& name, const std::string& content) const {
    std::ofstream(path(name), std::ios::binary) << content;
    return path(name);
}

std::string CommandTest::trainedProject() const {
    const CommandRun run = command({"train", network(), "--data", "gaussians", "--lr", "0.05", "--epochs",
                                    "10", "-o", path("trained.protomind"), "--json"});
    if (run.status != 0)
        throw std::runtime_error(run.err);
    return path("trained.protomind");
}

} // namespace protomind
