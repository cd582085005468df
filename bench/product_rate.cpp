// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/bench/timing.h"

#include <dnnl.h>
#include <omp.h>

#include <cstdio>
#include <string>
#include <thread>
#include <vector>

using namespace protomind;

/// bench_product_rate [THREADS]: the rate of oneDNN's own product of two 1024 x 1024 matrices, as one JSON
/// object: what the shares in the table of bench/compare are shares of.
int main(int argc, char** argv) {
    constexpr dnnl_dim_t kSize = 1024;
    constexpr double kGigaflop = 2e-9 * kSize * kSize * kSize;
    const int threads = argc > 1 ? std::stoi(argv[1]) : static_cast<int>(std::thread::hardware_concurrency());
    omp_set_num_threads(threads);

    const std::vector<float> a(kSize * kSize, 0.01f);
    const std::vector<float> b(kSize * kSize, 0.02f);
    std::vector<float> c(kSize * kSize);
    const Result<Timing> timing = timeRuns(
        [&]() -> Result<void> {
            const dnnl_status_t status = dnnl_sgemm('N', 'N', kSize, kSize, kSize, 1.0f, a.data(), kSize,
                                                    b.data(), kSize, 0.0f, c.data(), kSize);
            if (status != dnnl_success)
                return fail(ProblemKind::Device, "oneDNN could not multiply.");
            return {};
        },
        {.leastRuns = 50, .leastSeconds = 0.5, .mostSeconds = 5});
    if (!timing) {
        std::fprintf(stderr, "%s\n", timing.error().sentence.text().c_str());
        return 1;
    }
    const dnnl_version_t* version = dnnl_version();
    std::printf("{\"onednn\": \"%d.%d.%d\", \"threads\": %d, \"runs\": %lld, \"median_gigaflops\": %.1f, "
                "\"best_gigaflops\": %.1f}\n",
                version->major, version->minor, version->patch, threads, static_cast<long long>(timing->runs),
                kGigaflop / timing->median, kGigaflop / timing->times.front());
    return 0;
}
