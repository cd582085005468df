// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/schedule.h"
#include "studio/exchange/pytorch/sources.h"
#include "studio/exchange/pytorch/torch_tensors.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "needed_tool.h"
#include "networks/random_network.h"

namespace protomind {

const Format& pytorchFormat();

namespace {

using testing::HasSubstr;
using testing::Not;

class PytorchFormat : public testing::Test {
protected:
    PytorchFormat() {
        std::string pattern = (std::filesystem::temp_directory_path() / "protomind-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
    }
    ~PytorchFormat() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    void put(const TrainedNetwork& network) const {
        const auto files = pytorchFormat().write(network, m_folder);
        ASSERT_TRUE(files);
        for (const OutputFile& file : *files) {
            std::ofstream stream(m_folder / file.name, std::ios::binary | std::ios::trunc);
            ASSERT_TRUE(file.write(stream));
        }
    }
    [[nodiscard]] std::string text(const std::string& name) const {
        std::ifstream stream(m_folder / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

private:
    std::filesystem::path m_folder;
};

std::vector<std::string> linesOf(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

/// What of a line Python runs; generated code has no # in quotes but in lists of names.
std::string codeOf(const std::string& line) {
    return line.substr(0, line.find("  # "));
}

TrainedNetwork networkOfCase(const std::string& label) {
    const auto found = std::ranges::find(layerCases(), label, &LayerCase::label);
    return networkOf(*found);
}

TrainedNetwork networkWithWeights() {
    return networkOfCase("Gru");
}

TEST_F(PytorchFormat, BringsBackEveryWeightOfEveryLayer) {
    for (const LayerCase& which : layerCases()) {
        SCOPED_TRACE(which.label);
        const TrainedNetwork network = networkOf(which);
        put(network);
        const auto read = pytorchFormat().readWeights(network, folder());
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, network.checkpoint->variables);
    }
}

TEST_F(PytorchFormat, BringsBackEveryWeightOfRandomNetworks) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        SCOPED_TRACE(seed);
        const TrainedNetwork network = randomNetwork(seed);
        put(network);
        const auto read = pytorchFormat().readWeights(network, folder());
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, network.checkpoint->variables);
    }
}

TEST_F(PytorchFormat, LaysWeightsOutAsPytorchDoes) {
    put(networkOfCase("TransposedConvolutionValid"));
    const auto file = readSafetensors(folder() / "model.safetensors");
    ASSERT_TRUE(file);
    // [in, out, height, width]
    EXPECT_EQ(file->tensors.at("transposedconvolutionvalid.weight").sizes,
              (std::vector<std::int64_t>{3, 2, 3, 5}));
    put(networkOfCase("ConvolutionGroups"));
    const auto groups = readSafetensors(folder() / "model.safetensors");
    ASSERT_TRUE(groups);
    EXPECT_EQ(groups->tensors.at("convolutiongroups.weight").sizes, (std::vector<std::int64_t>{6, 2, 3, 3}));
    EXPECT_EQ(groups->metadata.at("format"), "pt");
}

TEST_F(PytorchFormat, GivesBatchNormalisationItsCounterAndRecurrentLayersTheirIdleBias) {
    TrainedNetwork network = networkOfCase("BatchNormList");
    put(network);
    const auto norm = readSafetensors(folder() / "model.safetensors");
    ASSERT_TRUE(norm);
    EXPECT_EQ(integersOf(norm->tensors.at("batchnormlist.num_batches_tracked")).value(),
              std::vector<std::int64_t>{network.checkpoint->step});
    put(networkOfCase("LstmBothWays"));
    const auto lstm = readSafetensors(folder() / "model.safetensors");
    ASSERT_TRUE(lstm);
    for (const char* name : {"lstmbothways.bias_hh_l0", "lstmbothways.bias_hh_l0_reverse"})
        EXPECT_THAT(floatsOf(lstm->tensors.at(name)).value().values, testing::Each(0.0f)) << name;
    EXPECT_THAT(text("model.py"), HasSubstr("bias_hh_l0_reverse).requires_grad_(False)"));
}

TEST_F(PytorchFormat, SaysWhatIsMissingInAFile) {
    const TrainedNetwork network = networkWithWeights();
    put(network);
    const auto owned = modelTensors(pythonNetwork(network)); // what the tensors point into
    auto tensors = owned->tensors();
    tensors.erase(tensors.begin());
    std::ofstream stream(folder() / "model.safetensors", std::ios::binary | std::ios::trunc);
    ASSERT_TRUE(writeSafetensors(stream, tensors, {}));
    stream.close();
    const auto read = pytorchFormat().readWeights(network, folder());
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().text(), HasSubstr("missing"));
}

TEST_F(PytorchFormat, RefusesWeightsOfAnotherShape) {
    const TrainedNetwork network = networkWithWeights();
    put(network);
    const auto owned = modelTensors(pythonNetwork(network)); // what the tensors point into
    auto tensors = owned->tensors();
    const HostArray other(Shape{1, 1});
    for (auto& [name, tensor] : tensors)
        tensor = tensorOf(other);
    std::ofstream stream(folder() / "model.safetensors", std::ios::binary | std::ios::trunc);
    ASSERT_TRUE(writeSafetensors(stream, tensors, {}));
    stream.close();
    const auto read = pytorchFormat().readWeights(network, folder());
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().text(), HasSubstr("1 × 1"));
}

TEST_F(PytorchFormat, LetsTheModuleGiveLogitsWhereTheLossWantsThem) {
    TrainedNetwork network = networkOfCase("DenseSoftmax");
    EXPECT_THAT(modelSource(pythonNetwork(network)), HasSubstr("return torch.softmax(self(x), dim=-1)"));
    network.experiment.training.loss = "mean_squared_error";
    const std::string source = modelSource(pythonNetwork(network));
    EXPECT_THAT(source, HasSubstr("return self(x)"));
    EXPECT_THAT(source, HasSubstr("x = torch.softmax(self.densesoftmax(x), dim=-1)"));
}

TEST_F(PytorchFormat, KeepsTheOptimisersState) {
    TrainedNetwork network = networkOfCase("Dense");
    network.experiment.training.optimizer = "adam";
    auto checkpoint = std::make_shared<Checkpoint>(*network.checkpoint);
    checkpoint->step = 3;
    for (const ModelVariable& variable : modelVariables(network.model)) {
        checkpoint->variables[variable.name + "/mean"] = HostArray(variable.declared.shape(), 0.5f);
        checkpoint->variables[variable.name + "/mean_square"] = HostArray(variable.declared.shape(), 0.25f);
    }
    // Two steps since the optimiser was chosen: 1 - 0.999².
    checkpoint->variables["optimizer/beta2_correction"] = HostArray(Shape(), 0.001999f);
    network.checkpoint = checkpoint;
    EXPECT_THAT(trainSource(pythonNetwork(network)), HasSubstr("load(HERE / \"optimizer.safetensors\")"));
    const auto state = optimizerTensors(pythonNetwork(network));
    EXPECT_EQ(integersOf(state->tensors().at("step")).value(), std::vector<std::int64_t>{2});
    EXPECT_EQ(state->tensors().at("dense.weight.exp_avg").sizes, (std::vector<std::int64_t>{4, 5}));
    EXPECT_THAT(floatsOf(state->tensors().at("dense.bias.exp_avg_sq")).value().values, testing::Each(0.25f));

    network.experiment.training.optimizer = "momentum"; // there is none of this one
    EXPECT_TRUE(optimizerTensors(pythonNetwork(network))->tensors().empty());
}

TEST_F(PytorchFormat, WritesSmallDataBesideIt) {
    TrainedNetwork network = networkOfCase("DenseSingle");
    network.experiment.data = "moons?samples=20";
    network.data =
        openData(network.experiment.data, network.experiment.training.seed)->training->description();
    put(network);
    const auto file = readSafetensors(folder() / "data.safetensors");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->tensors.at("x").sizes, (std::vector<std::int64_t>{20, 2}));
    EXPECT_EQ(integersOf(file->tensors.at("y")).value().size(), 20U);
    EXPECT_THAT(text("model.py"), HasSubstr("CLASSES = [\"A\", \"B\"]"));
}

TEST_F(PytorchFormat, WritesOnlyWhatTheNetworkNeeds) {
    put(networkOfCase("Dense"));
    EXPECT_FALSE(std::filesystem::exists(folder() / "optimizer.safetensors"));
    EXPECT_THAT(text("README.md"), Not(HasSubstr("optimizer.safetensors")));
    EXPECT_THAT(text("model.py"), Not(HasSubstr("import torch.nn.functional")));
    EXPECT_THAT(text("model.py"), HasSubstr(" numbers.\n"));
    EXPECT_THAT(text("model.py"), Not(HasSubstr("image")));
    EXPECT_THAT(text("train.py"), Not(HasSubstr("L1 = ")));
    EXPECT_THAT(text("train.py"), Not(HasSubstr("optimizer.safetensors")));
    EXPECT_THAT(text("train.py"), HasSubstr("STATE = (\"exp_avg\", \"exp_avg_sq\")\n"));
    for (const char* label : {"Dense", "BatchNormList", "ConvolutionSame"}) {
        put(networkOfCase(label));
        for (const char* file : {"model.py", "train.py", "predict.py", "tensors.py", "README.md"})
            EXPECT_THAT(text(file), Not(HasSubstr("\n\n\n\n"))) << file;
    }
    put(networkOfCase("ActivationSlope"));
    EXPECT_THAT(text("model.py"), HasSubstr("import torch.nn.functional as F\n"));
}

/// What is said to be lost or changed is, in this network.
TEST_F(PytorchFormat, NotesWhatBecomesOfThisNetwork) {
    const auto notesOf = [](const TrainedNetwork& network) {
        std::map<std::string, Fate> fates;
        for (const FormatNote& note : pytorchFormat().notes(network))
            fates[note.what.text()] = note.fate;
        return fates;
    };
    const auto plain = notesOf(networkOfCase("Dense"));
    EXPECT_FALSE(plain.contains("Random numbers"));
    EXPECT_FALSE(plain.contains("Samples"));
    EXPECT_TRUE(notesOf(networkOfCase("Dropout")).contains("Random numbers"));
    TrainedNetwork network = networkOfCase("DenseSingle");
    network.experiment.data = "moons?samples=20";
    network.data =
        openData(network.experiment.data, network.experiment.training.seed)->training->description();
    const auto withData = notesOf(network);
    EXPECT_EQ(withData.at("Samples"), Fate::Kept);
    EXPECT_EQ(withData.at("Names of classes"), Fate::Kept);
    network.experiment.data = "";
    EXPECT_EQ(notesOf(network).at("Samples"), Fate::Lost);
    EXPECT_EQ(plain.at("Where the cards of layers lie"), Fate::Lost);
}

/// Numbers of a table are what the network takes; only pictures' pixels are made so.
TEST_F(PytorchFormat, TakesNumbersOfTablesAsTheyAre) {
    const TrainedNetwork images = networkOfCase("ConvolutionSame");
    const std::string predict = predictSource(pythonNetwork(images));
    EXPECT_THAT(predict, Not(HasSubstr("SCALE")));
    EXPECT_THAT(predict, HasSubstr("line {line} has {len(cells)} numbers, the network takes {columns}."));
    EXPECT_THAT(predict, HasSubstr("def read_image(path):"));
    const std::string lists = predictSource(pythonNetwork(networkOfCase("Dense")));
    for (const char* word : {"read_image", "numpy", "PIL", "@"})
        EXPECT_THAT(lists, Not(HasSubstr(word)));
    const std::string train = trainSource(pythonNetwork(images));
    EXPECT_THAT(train, Not(HasSubstr("for line in lines]) * SCALE")));
    EXPECT_THAT(train, HasSubstr("--nproc_per_node 4"));
    EXPECT_THAT(train, HasSubstr("processes_here > torch.cuda.device_count()"));
}

/// Else a network that was trained to the end would be trained on at a rate of nothing.
TEST_F(PytorchFormat, BeginsAScheduleAgainThatIsOver) {
    const auto sourceOf = [](const std::string& schedule, const Settings& settings) {
        TrainedNetwork network = networkOfCase("Dense");
        network.experiment.training.schedule = schedule;
        network.experiment.training.scheduleSettings = settings;
        return trainSource(pythonNetwork(network));
    };
    const std::string begins = "            begin_after(step // per_epoch)\n";
    const std::string kept = "tensors[\"training/begins\"] = torch.tensor(BEGINS)\n";
    const Settings falling{{"then", std::string("cosine")}};
    for (const std::string& source :
         {sourceOf("step", {}), sourceOf("cosine", {}), sourceOf("warm_up", falling)}) {
        EXPECT_THAT(source, HasSubstr("def is_over(step, per_epoch):"));
        EXPECT_THAT(source, HasSubstr(begins));
        EXPECT_THAT(source, HasSubstr(kept));
    }
    for (const std::string& source : {sourceOf("constant", {}), sourceOf("warm_up", {})})
        EXPECT_THAT(source, Not(HasSubstr("is_over")));
    EXPECT_THAT(sourceOf("constant", {}), Not(HasSubstr("BEGINS")));
    EXPECT_THAT(sourceOf("cosine", {{kScheduleBegins, std::int64_t{7}}}), HasSubstr("BEGINS = 7  #"));
    EXPECT_THAT(sourceOf("cosine", {{"floor", 0.1}}), HasSubstr("* (0.1 + (1 - 0.1) * 0.5 *"));
    EXPECT_THAT(sourceOf("cosine", {}), HasSubstr("LEARNING_RATE * 0.5 *"));
}

TEST_F(PytorchFormat, ChangesTrainingPicturesWithinTheSameLimits) {
    const auto written = [](const char* label, const Augmentation& augmentation) {
        TrainedNetwork network = networkOfCase(label);
        network.experiment.training.augmentation = augmentation;
        const auto notes = pytorchFormat().notes(network);
        const bool noted = std::ranges::any_of(
            notes, [](const FormatNote& note) { return note.what.text() == "Augmentation"; });
        const std::string source = trainSource(pythonNetwork(network));
        EXPECT_EQ(noted, source.find("augmented(x[chosen])") != std::string::npos);
        return source;
    };
    const std::string source = written("ConvolutionSame", {.shift = 0.25, .turn = 30, .flip = true});
    for (const char* line : {"SHIFT = 0.25  #", "TURN = 30", "SCALE_BY = 0", "FLIP = 0.5", "NOISE = 0"})
        EXPECT_THAT(source, HasSubstr(line));
    EXPECT_THAT(source, Not(HasSubstr("\n\n\n\n")));
    EXPECT_THAT(written("ConvolutionSame", {}), Not(HasSubstr("augmented")));
    EXPECT_THAT(written("Dense", {.shift = 0.25}), Not(HasSubstr("augmented"))) << "no pictures";
}

/// Names are names: in code they are nothing but identifiers, and no line is theirs.
TEST_F(PytorchFormat, LetsNoNameBecomeCode) {
    const std::vector<std::string> nasty{"x\nimport os",
                                         "\"\"\"\nimport os\n\"\"\"",
                                         "\\\nimport os",
                                         "a\r\nimport os",
                                         "__import__('os').system('id')",
                                         "\u2028import os",
                                         "@FORWARD@",
                                         "self",
                                         "torch"};
    for (const std::string& name : nasty) {
        SCOPED_TRACE(name);
        TrainedNetwork network = networkOfCase("Dense");
        network.title = name;
        network.program = name;
        auto checkpoint = std::make_shared<Checkpoint>(*network.checkpoint);
        ModelLayer& layer = network.model.layers.back();
        for (const char* variable : {"/kernel", "/bias"})
            checkpoint->variables[name + variable] = checkpoint->variables.at(layer.name + variable);
        layer.name = name;
        network.checkpoint = checkpoint;
        network.data = DataDescription{.name = name,
                                       .sampleShape = network.model.inputShape,
                                       .targetKind = TargetKind::Class,
                                       .targetShape = {},
                                       .classNames = {name, name, name, name},
                                       .featureNames = {}};
        const PythonNetwork python = pythonNetwork(network);
        for (const std::string& source : {modelSource(python), trainSource(python), predictSource(python)}) {
            for (const std::string& line : linesOf(source)) {
                EXPECT_THAT(codeOf(line), Not(testing::StartsWith("import os.")));
                EXPECT_EQ(line.find('\r'), std::string::npos);
                if (line.find("import os") != std::string::npos && line != "import os") {
                    EXPECT_TRUE(line.find("  # ") != std::string::npos || line.starts_with("CLASSES = [\"") ||
                                line.starts_with("\"\"\""))
                        << line;
                }
            }
        }
        // What train.py and tensors.py import themselves, and once each.
        EXPECT_EQ(std::ranges::count(linesOf(modelSource(python)), "import os"), 0);
        EXPECT_EQ(std::ranges::count(linesOf(trainSource(python)), "import os"), 1);
        EXPECT_EQ(std::ranges::count(linesOf(predictSource(python)), "import os"), 0);
    }
}

TEST_F(PytorchFormat, KeepsAwayFromWhatAModuleHas) {
    for (const char* name :
         {"module", "penalty", "train", "forward", "state_dict", "hidden", "x", "torch", "compile",
          "register_forward_hook", "register buffer", "Register Something New"}) {
        TrainedNetwork network = networkOfCase("FlattenList");
        network.model.layers.back().name = name;
        const std::string taken = pythonNetwork(network).names.back();
        EXPECT_NE(taken, name);
        EXPECT_FALSE(taken.starts_with("register_")) << taken;
    }
}

/// Nothing is run: Python only has to be able to read it.
TEST_F(PytorchFormat, WritesSourcesThatParse) {
    if (std::system("python3 --version > /dev/null 2>&1") != 0)
        PROTOMIND_TOOL_IS_MISSING("There is no python3 to parse what was written.");
    std::string command = "python3 -c 'import ast, sys; [ast.parse(open(f).read()) for f in sys.argv[1:]]'";
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        put(randomNetwork(seed));
        for (const char* file : {"model.py", "train.py", "predict.py", "tensors.py"}) {
            const std::filesystem::path kept = folder() / (std::to_string(seed) + file);
            std::filesystem::rename(folder() / file, kept);
            command += " " + kept.string();
        }
    }
    EXPECT_EQ(std::system(command.c_str()), 0);
}

} // namespace
} // namespace protomind
