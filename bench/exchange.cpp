// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/formats.h"
#include "studio/network/template.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace protomind;

/// A line of /proc/self/status that is a number of kB, in bytes.
long long statusBytes(const std::string& name) {
    std::ifstream file("/proc/self/status");
    for (std::string word; file >> word;) {
        if (word == name + ":") {
            long long kilobytes = 0;
            file >> kilobytes;
            return kilobytes * 1024;
        }
    }
    return 0;
}

void resetPeak() {
    std::ofstream("/proc/self/clear_refs") << 5 << std::flush;
}

double secondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Three layers of 30,062,110 weights together.
ProjectContent largeNetwork() {
    ProjectContent project;
    Network& network = project.experiment.network;
    const auto append = [&](const char* type, const char* name, Settings settings) {
        const LayerId id = network.nextLayerId();
        network.add(Layer{.id = id, .type = type, .name = name, .settings = std::move(settings)});
        if (network.layers().size() > 1)
            network.add(Wire{.id = network.nextWireId(), .from = (network.layers().end() - 2)->id, .to = id});
    };
    append("input", "Input", {{"shape", std::vector<std::int64_t>{784}}});
    append("dense", "Dense", {{"units", std::int64_t{5100}}, {"activation", std::string("relu")}});
    append("dense", "Dense 2", {{"units", std::int64_t{5100}}, {"activation", std::string("relu")}});
    append("dense", "Dense 3", {{"units", std::int64_t{10}}, {"activation", std::string("softmax")}});
    return project;
}

ProjectContent smallNetwork() {
    const NetworkTemplate& convnet = *findTemplate("digits-convnet");
    ProjectContent project;
    project.experiment = {.network = convnet.make(), .data = convnet.data, .training = convnet.training};
    return project;
}

void tell(const Format& format, const char* name, const TrainedNetwork& network,
          const std::filesystem::path& folder) {
    const auto path = folder / (format.extension.empty() ? format.name : "network" + format.extension);
    long long weightBytes = 0;
    for (const auto& [variable, array] : network.checkpoint->variables)
        weightBytes += static_cast<long long>(array.values.size() * sizeof(float));
    if (!obstacles(format, network).empty()) {
        std::printf("{\"network\": \"%s\", \"format\": \"%s\", \"possible\": false}\n", name,
                    format.name.c_str());
        return;
    }
    resetPeak();
    long long before = statusBytes("VmRSS");
    auto start = std::chrono::steady_clock::now();
    const auto written = exportNetwork(format, network, path);
    const double exportSeconds = secondsSince(start);
    const long long exportBytes = statusBytes("VmHWM") - before;
    if (!written) {
        std::printf("{\"network\": \"%s\", \"format\": \"%s\", \"problem\": \"%s\"}\n", name,
                    format.name.c_str(), written.error().text().c_str());
        return;
    }
    double importSeconds = -1;
    long long importBytes = -1;
    if (format.read != nullptr) {
        resetPeak();
        before = statusBytes("VmRSS");
        start = std::chrono::steady_clock::now();
        const auto read = importNetwork(path);
        importSeconds = secondsSince(start);
        importBytes = statusBytes("VmHWM") - before;
    }
    std::printf("{\"network\": \"%s\", \"format\": \"%s\", \"weight_bytes\": %lld, \"file_bytes\": %lld, "
                "\"export_and_check_seconds\": %.3f, \"export_peak_bytes\": %lld, \"import_seconds\": %.3f, "
                "\"import_peak_bytes\": %lld, \"largest_difference\": %.3g}\n",
                name, format.name.c_str(), weightBytes, static_cast<long long>(written->bytes), exportSeconds,
                exportBytes, importSeconds, importBytes,
                written->verification ? written->verification->largestDifference : -1.0);
}

} // namespace

/// bench_exchange FOLDER: how long writing a network with the check after it and reading it back take in
/// every format, and by how much the memory of the process grows meanwhile (the weights that there are not
/// counted), one JSON object a line. Each has a process of its own.
int main(int argc, char** argv) {
    if (argc != 2)
        return 2;
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder);
    constexpr std::pair<const char*, ProjectContent (*)()> kNetworks[]{{"digits-convnet", smallNetwork},
                                                                       {"large", largeNetwork}};
    for (const Format& format : formats()) {
        for (const auto& [name, make] : kNetworks) {
            std::fflush(stdout);
            const pid_t child = fork();
            if (child < 0)
                return 1;
            if (child == 0) {
                if (const auto network = trainedNetwork(make(), name, "Protomind"))
                    tell(format, name, *network, folder);
                std::fflush(stdout);
                _exit(0);
            }
            int status = 0;
            waitpid(child, &status, 0);
        }
    }
    return 0;
}
