// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/instance/variable_store.h"
#include "engine/program/compile.h"
#include "engine/train/computations.h"
#include "engine/train/small_run.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <dlfcn.h>
#include <mutex>
#include <pthread.h>

// The sanitizers stand between a program and its memory themselves.
#if !defined(__SANITIZE_ADDRESS__)

namespace {

std::atomic<bool> g_counting = false;
std::atomic<int> g_allocations = 0;
std::atomic<int> g_locks = 0;

void countAllocation() {
    if (g_counting)
        ++g_allocations;
}

} // namespace

// Everybody in the process takes memory through these, the compute libraries too.
extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) {
    countAllocation();
    return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
    countAllocation();
    return __libc_calloc(count, size);
}
void* realloc(void* memory, std::size_t size) {
    countAllocation();
    return __libc_realloc(memory, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
    countAllocation();
    return __libc_memalign(alignment, size);
}
int pthread_mutex_lock(pthread_mutex_t* mutex) {
    using Lock = int (*)(pthread_mutex_t*);
    static const auto kLock = reinterpret_cast<Lock>(dlsym(RTLD_NEXT, "pthread_mutex_lock"));
    if (g_counting)
        ++g_locks;
    return kLock(mutex);
}
int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
    countAllocation();
    *memory = __libc_memalign(alignment, size);
    return *memory == nullptr;
}
}

namespace protomind {
namespace {

using Sizes = std::vector<std::int64_t>;

struct Counts {
    int allocations = 0;
    int locks = 0;
    int runs = 0;

    bool operator==(const Counts&) const = default;
};

constexpr Counts kNothing{.runs = 50};

/// A compiled step on zeros, run until everything is warm, then counted.
Counts countSteps(const Model& model, std::int64_t classes, std::int64_t batch) {
    const std::unique_ptr<Device> device = makeCpuDevice(2);
    TrainingSettings settings;
    Objective objective;
    objective.loss = findLoss("cross_entropy");
    objective.form = TargetForm::Classes;
    objective.classes = classes;
    TrainingComputation step = trainingStep(model, objective, settings, batch);
    const VariableStore variables = *VariableStore::create(*device, step.variables, 7);
    const std::unique_ptr<Executable> executable = *device->load(*compile(step.computation));
    for (const VariableInfo& variable : step.variables)
        executable->bind(variable.name, variables.buffer(variable.name));
    executable->bind(kSamples, *device->allocate(model.inputShape.prepended(batch)));
    executable->bind(kTargets, *device->allocate(Shape{batch}));
    executable->bind(kLearningRate, *device->allocate(Shape{}));
    std::uint64_t run = 0;
    while (run < 20)
        EXPECT_TRUE(executable->run(run++));
    Counts counts;
    g_allocations = 0;
    g_locks = 0;
    g_counting = true;
    bool fine = true;
    for (; counts.runs < 50; ++counts.runs)
        fine = fine && executable->run(run++).has_value();
    g_counting = false;
    EXPECT_TRUE(fine);
    counts.allocations = g_allocations;
    counts.locks = g_locks;
    return counts;
}

TEST(SteadyState, CountsWhatIsTaken) {
    g_allocations = 0;
    g_counting = true;
    const auto numbers = std::make_unique<std::vector<int>>(100);
    g_counting = false;
    EXPECT_EQ(g_allocations, 2);
    EXPECT_EQ(numbers->size(), 100u);
}

TEST(SteadyState, CountsWhatIsLocked) {
    std::mutex mutex;
    g_locks = 0;
    g_counting = true;
    mutex.lock();
    g_counting = false;
    mutex.unlock();
    EXPECT_EQ(g_locks, 1);
}

TEST(SteadyState, TinyStepsTakeNeitherMemoryNorLocks) {
    EXPECT_EQ(countSteps(smallMlp(2, 4, 2), 2, 10), kNothing);
}

/// Loops, sums over slices, pooling, random numbers and updates, in several threads.
TEST(SteadyState, LoopsTakeNeitherMemoryNorLocks) {
    const Model model = chain({24, 24, 3}, {{"batch_norm", {}},
                                            {"activation", {{"function", std::string("relu")}}},
                                            {"max_pool", {}},
                                            {"dropout", {}},
                                            {"global_average_pool", {}},
                                            {"dense", {{"units", std::int64_t{10}}}}});
    EXPECT_EQ(countSteps(model, 10, 64), kNothing);
}

Settings convolutionOf(std::int64_t filters, std::int64_t side) {
    return {{"filters", filters}, {"kernel", Sizes{side, side}}, {"padding", std::string("same")}};
}

/// Large products, convolutions of few channels and of many, and their gradients.
TEST(SteadyState, ProductsAndConvolutionsTakeNeitherMemoryNorLocks) {
    EXPECT_EQ(countSteps(smallMlp(784, 256, 10), 10, 64), kNothing);
    EXPECT_EQ(countSteps(chain({14, 14, 1}, {{"convolution", convolutionOf(16, 5)},
                                             {"max_pool", {}},
                                             {"convolution", convolutionOf(32, 5)},
                                             {"flatten", {}},
                                             {"dense", {{"units", std::int64_t{10}}}}}),
                         10, 16),
              kNothing);
    EXPECT_EQ(countSteps(chain({16, 16, 3}, {{"convolution", convolutionOf(32, 3)},
                                             {"batch_norm", {}},
                                             {"convolution", convolutionOf(32, 3)},
                                             {"global_average_pool", {}},
                                             {"dense", {{"units", std::int64_t{10}}}}}),
                         10, 16),
              kNothing);
}

} // namespace
} // namespace protomind

#endif
