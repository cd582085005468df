// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/project/sample_project.h"

#include "studio/project/experiment_json.h"
#include "studio/project/run_json.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <random>

namespace protomind {

ProjectContent sampleProject(std::uint64_t seed) {
    ProjectContent content;
    Network& network = content.experiment.network;
    const LayerId input = network.nextLayerId();
    network.add(Layer{input,
                      "input",
                      "Input",
                      {{"shape", std::vector<std::int64_t>{28, 28, 1}}},
                      {10.125, -3},
                      nlohmann::json::object()});
    const LayerId dense = network.nextLayerId();
    network.add(Layer{
        dense, "dense", "Dense “größer”", {{"units", std::int64_t{10}}}, {0.1, 1e-7}, {{"tint", "blue"}}});
    network.add(Wire{network.nextWireId(), input, dense, 0});
    content.experiment.data = "spiral?noise=0.1";
    content.experiment.training.learningRate = 0.1 + 1e-17 * static_cast<double>(seed);
    content.experiment.training.optimizerSettings = {
        {"beta1", 1.0}, {"amsgrad", true}, {"mode", std::string("x")}};
    content.experiment.training.seed = std::numeric_limits<std::uint64_t>::max() - seed;
    content.experiment.device = "cpu";
    content.experiment.threads = 2;
    content.experiment.outputNames = {"zero", "one"};
    content.checkpoint = sharedCheckpoint(seed, 200);
    content.view = {{"zoom", 1.25}, {"points", {{0.5, -0.5, 1}}}};
    for (const std::int64_t one : {1, 2})
        content.runs.add(sampleRun(one));
    content.unknown = {{"camera", {{"fps", 30}}}, {"training", {{"mixup", 0.2}}}};
    return content;
}

RunRecord sampleRun(std::int64_t number) {
    RunRecord run{.when = 1'800'000'000 + number,
                  .samples = 2000,
                  .loss = 0.1 / static_cast<double>(number),
                  .accuracy = 1.0 / 3,
                  .parameters = 7850,
                  .steps = 10 * number,
                  .epochs = 0.1 + static_cast<double>(number),
                  .unknown = {{"mood", "good"}, {"experiment", {{"camera", 1}}}}};
    const LayerId input = run.experiment.network.nextLayerId();
    run.experiment.network.add(
        Layer{input, "input", "Input", {{"shape", std::vector<std::int64_t>{28, 28, 1}}}, {0, 3.5}});
    const LayerId dense = run.experiment.network.nextLayerId();
    run.experiment.network.add(Layer{dense, "dense", "Dense “größer”", {{"units", std::int64_t{10}}}});
    run.experiment.network.add(Wire{run.experiment.network.nextWireId(), input, dense, 0});
    run.experiment.data = "digits?noise=0.1";
    run.experiment.training.seed = static_cast<std::uint64_t>(number);
    if (number % 2 == 0) {
        run.split = Split::Unseen;
        run.learnedFrom.reset();
        run.seconds = 1.5;
    }
    return run;
}

Checkpoint sampleCheckpoint(std::uint64_t seed, std::int64_t step, double loss) {
    std::mt19937 random(static_cast<std::mt19937::result_type>(seed));
    Checkpoint checkpoint;
    checkpoint.step = step;
    checkpoint.learningRate = 1.0 / 3;
    checkpoint.epochLoss = 12.3 + 1e-12;
    checkpoint.epochCorrect = 17;
    HostArray kernel(Shape{784, 10});
    for (float& value : kernel.values)
        value = static_cast<float>(random()) / 1e9f - 2;
    kernel.values[0] = -0.0f;
    kernel.values[1] = std::numeric_limits<float>::denorm_min();
    kernel.values[2] = std::numeric_limits<float>::max();
    checkpoint.variables["Dense/kernel"] = kernel;
    checkpoint.variables["Dense/kernel/m"] = kernel;
    checkpoint.variables["Dense/bias"] = HostArray(Shape{10}, 0.1f);
    checkpoint.variables["optimizer/t"] = HostArray(Shape{}, 200.0f);
    checkpoint.variables["empty"] = HostArray(Shape{0, 3});
    checkpoint.learnedFrom = {1, std::numeric_limits<Fingerprint>::max() - seed};
    checkpoint.history = {{100, 1, 0.7, 0.5, 0.8, 0.45},
                          {step, 2, loss, 0.9, loss, -1, {{"penalty", 0.1}, {"loss/détective", 0.3}}}};
    checkpoint.epochFigures = {{"penalty", 2.5, 32}};
    checkpoint.robust = {.accuracy = 0.625, .epoch = 1, .norm = "l2", .epsilon = 1.0 / 3, .samples = 96};
    return checkpoint;
}

CheckpointPtr sharedCheckpoint(std::uint64_t seed, std::int64_t step, double loss) {
    return std::make_shared<const Checkpoint>(sampleCheckpoint(seed, step, loss));
}

bool same(const Checkpoint& left, const Checkpoint& right) {
    // Bits, since 0 equals -0 as a number.
    const auto sameBits = [](const auto& one, const auto& other) {
        return one.first == other.first && one.second.shape == other.second.shape &&
               std::ranges::equal(one.second.values, other.second.values, [](float a, float b) {
                   return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
               });
    };
    return left == right && std::ranges::equal(left.variables, right.variables, sameBits);
}

bool same(const ProjectContent& left, const ProjectContent& right) {
    const bool sameCheckpoint = (left.checkpoint == nullptr) == (right.checkpoint == nullptr) &&
                                (!left.checkpoint || same(*left.checkpoint, *right.checkpoint));
    return sameCheckpoint && toJson(left.runs) == toJson(right.runs) &&
           toJson(left.experiment) == toJson(right.experiment) && left.view == right.view &&
           left.unknown == right.unknown && left.experiment.network == right.experiment.network &&
           left.experiment.training == right.experiment.training;
}

std::vector<std::byte> bytesOf(const std::filesystem::path& file) {
    std::vector<std::byte> bytes(std::filesystem::file_size(file));
    std::ifstream(file, std::ios::binary).read(reinterpret_cast<char*>(bytes.data()), std::ssize(bytes));
    return bytes;
}

void writeBytes(const std::filesystem::path& file, const std::vector<std::byte>& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
}

void alter(const std::filesystem::path& file, const std::string& statements) {
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << sqlite3_errmsg(database);
    sqlite3_close(database);
}

FolderTest::FolderTest() {
    std::string name = (std::filesystem::temp_directory_path() / "protomind-test-XXXXXX").string();
    m_folder = ::mkdtemp(name.data());
}

FolderTest::~FolderTest() {
    std::error_code error;
    std::filesystem::remove_all(m_folder, error);
}

std::vector<std::string> FolderTest::names() const {
    std::vector<std::string> result;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder))
        result.push_back(entry.path().filename().string());
    std::ranges::sort(result);
    return result;
}

} // namespace protomind
