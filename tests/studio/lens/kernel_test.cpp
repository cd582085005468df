// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/registry/device_kinds.h"
#include "engine/nn/layer_case.h"
#include "engine/program/rewrite.h"
#include "engine/train/trainer.h"
#include "studio/lens/layer_named.h"
#include "studio/lens/lens_bench.h"
#include "studio/lens/lens_code_text.h"
#include "studio/lens/lens_csv.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "whole_run.h"

namespace protomind {
namespace {

using testing::Contains;
using testing::HasSubstr;

std::unique_ptr<Device> deviceNamed(std::string_view name) {
    const DeviceChoice choice = deviceOfName(name).value();
    return choice.kind->open(choice.number, {.threads = 2}).value();
}

/// Zeros, each with as many zeros to be answered.
class ZeroSet final : public DataSet {
public:
    explicit ZeroSet(const Model& model)
        : m_description{.name = "zeros",
                        .sampleShape = model.inputShape,
                        .targetKind = TargetKind::Values,
                        .targetShape = model.outputShape} {}
    const DataDescription& description() const override { return m_description; }
    std::int64_t size() const override { return 8; }
    void read(std::int64_t, std::span<float> sample, std::span<float> target) const override {
        std::ranges::fill(sample, 0.0f);
        std::ranges::fill(target, 0.0f);
    }

private:
    DataDescription m_description;
};

/// A network in training, looked into.
class Trained {
public:
    Trained(const Model& model, Device& device, const std::string& optimizer = "adam") {
        TrainingSettings settings;
        settings.optimizer = optimizer;
        settings.batchSize = 4;
        DataSource source;
        source.training = std::make_shared<ZeroSet>(model);
        m_trainer = std::move(Trainer::prepare(model, source, settings, device).value());
    }
    LensResult look(const std::string& layer = {}, const std::string& work = "training") {
        m_context = std::make_unique<LensContext>(
            LensContext{.network = m_trainer->instance(),
                        .trainingStep = [this] { return m_trainer->stepExecutable(); },
                        .layer = layer});
        const LensTarget target{.model = m_trainer->model(), .layer = layer};
        auto begun = beginLens(*findLensType("kernel"), target, *m_context, {{"work", work}}).value();
        return finishLens(*begun).value();
    }
    const Executable& step() const { return *m_trainer->stepExecutable(); }
    const Model& model() const { return m_trainer->model(); }

private:
    std::unique_ptr<Trainer> m_trainer;
    std::unique_ptr<LensContext> m_context;
};

/// Every layer of the palette in one network, so that a device compiles once: each behind a Dense and a
/// Reshape that give it what it takes, as often as it has inputs, and before a Dense of its own, all added
/// up.
Model wholePalette() {
    Model model;
    const auto add = [&model](std::string name, const char* type, Settings settings,
                              std::vector<int> inputs) {
        model.layers.push_back({.name = std::move(name),
                                .type = findLayerType(type),
                                .settings = std::move(settings),
                                .inputs = std::move(inputs)});
        return static_cast<int>(model.layers.size()) - 1;
    };
    model.inputShape = Shape{4};
    model.outputShape = Shape{2};
    add("start", "input", {{"shape", std::vector<std::int64_t>{4}}}, {});
    std::set<std::string> types;
    std::vector<int> ends;
    for (const LayerCase& which : layerCases()) {
        if (which.inputs.empty() || types.contains(which.type))
            continue;
        const Shape& shape = which.inputs[0];
        const std::vector<Shape> inputs(which.inputs.size(), shape);
        if (!which.layer().outputShape(which.settings, inputs))
            continue; // it can't take the first of its inputs for all of them
        types.insert(which.type);
        const int dense = add(which.type + " before", "dense", {{"units", shape.elementCount()}}, {0});
        const std::vector<std::int64_t> sizes(shape.sizes().begin(), shape.sizes().end());
        const int shaped = add(which.type + " shaped", "reshape", {{"shape", sizes}}, {dense});
        const int one =
            add(which.type, which.type.c_str(), which.settings, std::vector<int>(inputs.size(), shaped));
        const int flat = add(which.type + " flat", "flatten", {}, {one});
        ends.push_back(add(which.type + " after", "dense", {{"units", std::int64_t{2}}}, {flat}));
    }
    model.outputLayer = add("all", "add", {}, ends);
    return model;
}

/// Layers of nodes that are more than another way to read numbers, as the program computes them.
std::set<std::string> layersThatCompute(const Executable& executable) {
    const Program& program = executable.program();
    const std::vector<bool> needed =
        neededNodes({.graph = program.graph, .outputs = program.outputs, .updates = program.updates});
    std::set<std::string> layers;
    for (int i = 0; i < program.graph->size(); ++i) {
        const Node node = program.graph->node(i);
        if (needed[static_cast<std::size_t>(i)] && !loweredAs<StoredOp>(node.op()) &&
            !loweredAs<ViewOp>(node.op()))
            layers.insert(node.scope());
    }
    return layers;
}

class KernelLensOn : public testing::TestWithParam<const char*> {};

TEST_P(KernelLensOn, EveryLayerOfThePaletteHasItsSteps) {
    // All their kernels take PoCL minutes to build.
    if (std::string_view(GetParam()) == "opencl" && rounds(0, 0, 1) == 0)
        GTEST_SKIP() << "only in a whole run";
    const std::unique_ptr<Device> device = deviceNamed(GetParam());
    Trained trained(wholePalette(), *device);
    const std::set<std::string> computing = layersThatCompute(trained.step());
    const LensResult all = trained.look();
    EXPECT_TRUE(all.layer.empty());
    std::set<std::string> shown;
    for (const LensCode& code : all.codes) {
        EXPECT_FALSE(code.note.empty());
        shown.insert(code.layers.begin(), code.layers.end());
    }
    for (const LayerType& type : layerTypes()) {
        if (type.inputs == 0)
            continue;
        EXPECT_TRUE(layerNamed(trained.model(), type.name)) << "no case of " << type.name;
        EXPECT_TRUE(shown.contains(type.name) || !computing.contains(type.name)) << type.name;
        const LensResult alone = trained.look(type.name);
        EXPECT_EQ(alone.layer, type.name);
        EXPECT_EQ(alone.codes.empty(), !shown.contains(type.name)) << type.name;
        for (const LensCode& code : alone.codes) {
            if (!code.name.empty()) {
                EXPECT_THAT(code.layers, Contains(type.name));
            }
        }
    }
    EXPECT_GT(computing.size(), layerTypes().size());
}

TEST_P(KernelLensOn, ShowsTheTextThatTheDeviceRunsOrSaysWhatRuns) {
    const std::unique_ptr<Device> device = deviceNamed(GetParam());
    Trained trained(chain({8, 8, 1}, {{"convolution", {{"filters", std::int64_t{2}}}},
                                      {"flatten", {}},
                                      {"dense", {{"units", std::int64_t{3}}}}}),
                    *device);
    const ProgramCode code = trained.step().code();
    const LensResult shown = trained.look();
    const bool text = !code.language.empty();
    ASSERT_EQ(shown.codes.size(), code.steps.size() + (text ? 1 : 0));
    for (std::size_t step = 0; step < code.steps.size(); ++step) {
        std::string expected;
        for (const KernelCode& kernel : code.steps[step].kernels)
            expected += kernel.text;
        EXPECT_EQ(shown.codes[step].text, expected);
        EXPECT_THAT(shown.codes[step].note.text(), HasSubstr(code.steps[step].words.text()));
    }
    EXPECT_EQ(text, std::string_view(GetParam()) == "opencl");
    if (text) {
        EXPECT_EQ(shown.codes.back().text, code.shared);
        EXPECT_TRUE(std::ranges::any_of(shown.codes, [](const LensCode& one) {
            return one.note.text().find("times at once") != std::string::npos;
        }));
    }
    EXPECT_EQ(figureNamed(shown, "program_steps"), static_cast<double>(code.steps.size()));
}

/// As the sum of all losses is.
TEST_P(KernelLensOn, OfASingleOneItSpeaksAsSuch) {
    const std::unique_ptr<Device> device = deviceNamed(GetParam());
    Trained trained(smallMlp(5, 4, 3), *device);
    bool single = false;
    for (const LensCode& code : trained.look().codes) {
        const std::string note = code.note.text();
        EXPECT_THAT(note, Not(HasSubstr(" 1 times"))) << note;
        EXPECT_THAT(note, Not(HasSubstr(" 1 numbers"))) << note;
        single = single || note.find("runs once") != std::string::npos ||
                 note.find("make one number") != std::string::npos;
    }
    EXPECT_EQ(single, std::string_view(GetParam()) == "opencl");
}

TEST_P(KernelLensOn, AnAnswerTakesFewerStepsThanTraining) {
    const std::unique_ptr<Device> device = deviceNamed(GetParam());
    Trained trained(smallMlp(5, 4, 3), *device);
    const LensResult training = trained.look();
    const LensResult answering = trained.look({}, "answering");
    EXPECT_FALSE(answering.codes.empty());
    EXPECT_LT(answering.codes.size(), training.codes.size());
    EXPECT_THAT(training.sentences.back().text(), HasSubstr("Samples: 4; steps: "));
    EXPECT_THAT(answering.sentences.back().text(), HasSubstr("A sample is answered"));
}

INSTANTIATE_TEST_SUITE_P(Devices, KernelLensOn, testing::Values("reference", "cpu", "opencl"),
                         [](const auto& which) { return std::string(which.param); });

/// Its new weights are computed for a layer, though no node of the update was built for it.
TEST(KernelLens, UpdatesBelongToTheLayerWhoseWeightsTheyChange) {
    const std::unique_ptr<Device> device = deviceNamed("cpu");
    for (const char* optimizer : {"sgd", "adam"}) {
        Trained trained(smallMlp(5, 4, 3), *device, optimizer);
        for (const char* layer : {"dense", "dense 2"}) {
            const LensResult shown = trained.look(layer);
            EXPECT_TRUE(std::ranges::any_of(
                shown.codes, [](const LensCode& code) { return code.name.starts_with("update"); }))
                << optimizer << " " << layer;
        }
    }
}

TEST(KernelLens, SaysWhereALayerNeedsNoStep) {
    const std::unique_ptr<Device> device = deviceNamed("cpu");
    Trained trained(chain({2, 2, 1}, {{"flatten", {}}, {"dense", {}}}), *device);
    const LensResult flat = trained.look("flatten");
    EXPECT_TRUE(flat.codes.empty());
    EXPECT_THAT(flat.sentences.back().text(), HasSubstr("needs no step"));
}

TEST(KernelLens, ShowsHowItAnswersWhereNothingIsTrained) {
    LensBench bench(smallMlp(3, 4, 2));
    const LensResult shown = bench.look("kernel").value();
    EXPECT_FALSE(shown.codes.empty());
    EXPECT_THAT(shown.sentences.front().text(), HasSubstr("not in training"));
}

TEST(KernelLens, IsWrittenAsTextWhoseCommentsEndWhereTheyShould) {
    LensResult result;
    result.codes = {{.title = "Step 0",
                     .name = "a\nb\\: MatMul",
                     .layers = {"a"},
                     .note = "Said \"so\".",
                     .text = "__kernel void f() {}\n\n",
                     .language = "OpenCL C"},
                    {.title = "Step 1", .name = "c", .note = "In words."}};
    EXPECT_EQ(codeTextOf(result), "// Step 0. a_b_: MatMul\n// Said \"so\".\n__kernel void f() {}\n\n"
                                  "// Step 1. c\n// In words.\n");
    EXPECT_EQ(codeTextOf({}), "");
    EXPECT_THAT(csvOf(result), HasSubstr("title,name,layers,note,language,text\n"));
    EXPECT_THAT(csvOf(result), HasSubstr("\"Said \"\"so\"\".\",OpenCL C,\"__kernel void f() {}\n\n\"\n"));
}

} // namespace
} // namespace protomind
