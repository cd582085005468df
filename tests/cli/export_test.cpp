// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_run.h"
#include "cli/exit_status.h"
#include "engine/nn/layer_type.h"
#include "studio/exchange/formats/formats.h"
#include "studio/exchange/formats/layer_table.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace protomind {
namespace {

using testing::HasSubstr;
using testing::Not;

class ExportCommandTest : public CommandTest {
protected:
    /// What a project makes of a point, whatever its numbers are called. A network that came from a file has
    /// no data of its own.
    static std::vector<double> answers(const std::string& project) {
        const auto told =
            command({"predict", project, "0.5,-1", "--data", "gaussians", "--json"}).events("prediction");
        for (const nlohmann::json& value : told.at(0))
            if (value.is_array())
                return value.get<std::vector<double>>();
        return {};
    }
    std::string target(const Format& format) const {
        return path("written-" + format.name + format.extension);
    }
};

TEST_F(ExportCommandTest, EveryFormatIsListed) {
    const CommandRun run = command({"export", "--list", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const auto listed = run.events("format");
    ASSERT_EQ(listed.size(), formats().size());
    const std::string readable = command({"export", "--list"}).out;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const Format& format = formats()[i];
        EXPECT_EQ(listed[i].at("name"), format.name);
        EXPECT_EQ(listed[i].at("title"), format.title);
        EXPECT_EQ(listed[i].at("extension"), format.extension);
        EXPECT_EQ(listed[i].at("export"), format.write != nullptr);
        EXPECT_EQ(listed[i].at("import"), format.read != nullptr);
        EXPECT_THAT(readable, HasSubstr(format.name));
        EXPECT_THAT(readable, HasSubstr(format.summary));
    }
}

TEST_F(ExportCommandTest, EveryLayerIsHeldAgainstEveryFormat) {
    const CommandRun run = command({"export", "--layers", "--json"});
    EXPECT_EQ(run.status, kExitDone) << run.err;
    const auto layers = run.events("layer");
    ASSERT_EQ(layers.size(), layerTypes().size());
    const LayerTable table = layerTable();
    for (const nlohmann::json& layer : layers) {
        for (const Format* format : table.formats) {
            const nlohmann::json& cell = layer.at("formats").at(format->name);
            EXPECT_EQ(cell.contains("because"), !cell.at("possible").get<bool>());
        }
    }
    const std::string readable = command({"export", "--layers"}).out;
    EXPECT_THAT(readable, HasSubstr("Transposed convolution"));
    EXPECT_EQ(command({"export", "--layers", "--markdown"}).out, formatsPage());
}

TEST_F(ExportCommandTest, EveryFormatIsWrittenReadBackAndCompared) {
    const std::string project = trainedProject();
    for (const Format* format : layerTable().formats) {
        SCOPED_TRACE(format->name);
        const CommandRun run =
            command({"export", project, "--format", format->name, "-o", target(*format), "--json"});
        ASSERT_EQ(run.status, kExitDone) << run.err;
        const nlohmann::json result = run.result();
        EXPECT_EQ(result.at("format"), format->name);
        ASSERT_FALSE(result.at("files").empty());
        std::uintmax_t bytes = 0;
        for (const std::string file : result.at("files"))
            bytes += std::filesystem::file_size(file);
        EXPECT_EQ(result.at("bytes"), bytes);
        EXPECT_EQ(result.at("trained"), true);
        if (format->read != nullptr || format->readWeights != nullptr) {
            EXPECT_EQ(result.at("verified"), true);
            EXPECT_LE(result.at("largest_difference").get<double>(), 1e-5);
            EXPECT_EQ(result.at("samples"), kVerifiedSamples);
        } else {
            EXPECT_TRUE(result.at("verified").is_null());
        }
        EXPECT_FALSE(result.at("kept").empty());
        EXPECT_TRUE(result.at("changed").is_array());
        EXPECT_TRUE(result.at("lost").is_array());
        // What is said to people names the files, and says that they were compared.
        const CommandRun readable =
            command({"export", project, "--format", format->name, "-o", target(*format)});
        EXPECT_THAT(readable.out, HasSubstr(target(*format)));
        EXPECT_EQ(readable.out.contains("compared on 100 samples"), format->read != nullptr);
        EXPECT_EQ(readable.out.contains("The weights were read back"), format->readWeights != nullptr);
        EXPECT_EQ(readable.out.contains("The code itself is not run here."), format->isProgram);
    }
}

TEST_F(ExportCommandTest, TheEndingSaysTheFormat) {
    for (const Format* format : layerTable().formats) {
        if (format->extension.empty() || formatFor(target(*format)) != format)
            continue;
        const CommandRun run = command({"export", network(), "-o", target(*format), "--json"});
        EXPECT_EQ(run.status, kExitDone) << run.err;
        EXPECT_EQ(run.result().at("format"), format->name);
    }
    const CommandRun unknown = command({"export", network(), "-o", path("network.xyz")});
    EXPECT_EQ(unknown.status, kExitWords);
    EXPECT_THAT(unknown.err, HasSubstr("--format"));
}

TEST_F(ExportCommandTest, AnUntrainedNetworkIsWrittenAndSaidToBeOne) {
    for (const Format* format : layerTable().formats) {
        const CommandRun run =
            command({"export", "digits-mlp", "--format", format->name, "-o", target(*format), "--json"});
        ASSERT_EQ(run.status, kExitDone) << run.err;
        EXPECT_EQ(run.result().at("trained"), false);
        ASSERT_EQ(run.events("note").size(), 1u);
        EXPECT_THAT(run.events("note")[0].at("sentence").get<std::string>(),
                    HasSubstr("has not been trained"));
    }
}

TEST_F(ExportCommandTest, WhatStandsInTheWayIsSaidWholeBeforeAnythingIsWritten) {
    write("strange.json",
          R"({"format":"protomind-network","version":1,"layers":[
              {"id":1,"type":"input","name":"Input","settings":{"shape":[8,4]},"position":[0,0]},
              {"id":2,"type":"noise","name":"Noise \"one\"","settings":{},"position":[200,0]},
              {"id":3,"type":"attention","name":"Attention","settings":{},"position":[400,0]},
              {"id":4,"type":"flatten","name":"Flat","settings":{},"position":[600,0]},
              {"id":5,"type":"gaussian_sampling","name":"Sampling","settings":{},"position":[800,0]}],
              "wires":[{"id":1,"from":1,"to":2,"port":0},{"id":2,"from":2,"to":3,"port":0},{"id":3,"from":3,"to":4,"port":0},{"id":4,"from":4,"to":5,"port":0}]})");
    auto content = command({"describe", path("strange.json"), "--json"});
    ASSERT_EQ(content.status, kExitDone) << content.err;
    for (const Format* format : layerTable().formats) {
        SCOPED_TRACE(format->name);
        const CommandRun run = command(
            {"export", path("strange.json"), "--format", format->name, "-o", target(*format), "--json"});
        const auto found = run.events("obstacle");
        if (run.status == kExitDone) {
            EXPECT_TRUE(found.empty());
            continue;
        }
        EXPECT_EQ(run.status, kExitWords) << run.err;
        EXPECT_THAT(run.err, HasSubstr("can't be written as " + format->title + ":"));
        ASSERT_FALSE(found.empty()) << run.err;
        for (const nlohmann::json& obstacle : found) {
            EXPECT_THAT(run.err, HasSubstr(obstacle.at("because").get<std::string>()));
            if (obstacle.at("layer").is_string()) {
                EXPECT_THAT(run.err, HasSubstr(obstacle.at("layer").get<std::string>()));
            }
        }
        EXPECT_FALSE(std::filesystem::exists(target(*format)));
    }
}

TEST_F(ExportCommandTest, AReportIsPrintedWhereItIsToBeAPdf) {
    const ReportPrinter printer = [](const std::vector<ReportBlock>& blocks,
                                     const std::filesystem::path& place) -> Result<void> {
        std::ofstream(place) << blocks.size() << " blocks";
        return {};
    };
    const std::string project = trainedProject();
    const CommandRun run = command({"export", project, "-o", path("mine.pdf"), "--json"}, false, printer);
    ASSERT_EQ(run.status, kExitDone) << run.err;
    EXPECT_EQ(run.result().at("format"), "report");
    EXPECT_EQ(run.result().at("files"), nlohmann::json::array({path("mine.pdf")}));
    EXPECT_TRUE(run.result().at("verified").is_null());
    std::ostringstream printed;
    printed << std::ifstream(path("mine.pdf")).rdbuf();
    EXPECT_THAT(printed.str(), HasSubstr(" blocks"));
    EXPECT_EQ(run.result().at("bytes"), printed.str().size());
    std::filesystem::remove(path("mine.pdf"));
    const CommandRun unprinted = command({"export", project, "-o", path("mine.pdf")});
    EXPECT_NE(unprinted.status, kExitDone);
    EXPECT_FALSE(std::filesystem::exists(path("mine.pdf")));
}

TEST_F(ExportCommandTest, WeightsAreTakenIntoANetworkThatIsThere) {
    const std::string project = trainedProject();
    ASSERT_EQ(command({"export", project, "-o", path("mine.safetensors")}).status, kExitDone);
    EXPECT_EQ(command({"import", path("mine.safetensors"), "-o", path("again.protomind")}).status,
              kExitWords);
    const CommandRun run = command(
        {"import", path("mine.safetensors"), "--into", network(), "-o", path("again.protomind"), "--json"});
    ASSERT_EQ(run.status, kExitDone) << run.err;
    EXPECT_EQ(answers(path("again.protomind")), answers(project));
    EXPECT_EQ(command({"import", path("mine.safetensors"), "--into", "digits-mlp", "-o", path("b.protomind")})
                  .status,
              kExitInput);
    EXPECT_FALSE(std::filesystem::exists(path("b.protomind")));
}

TEST_F(ExportCommandTest, WrongWordsAndFilesAreToldApart) {
    const std::string project = trainedProject();
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{"export"},
                                               {"export", project},
                                               {"export", project, "--format", "vhs", "-o", path("a.vhs")},
                                               {"export", "no-such-template", "-o", path("a.onnx")},
                                               {"import"},
                                               {"import", path("a.onnx")}}) {
        const CommandRun run = command(words);
        EXPECT_EQ(run.status, kExitWords) << run.err;
        EXPECT_FALSE(run.err.empty());
    }
    write("torn.protomind", "SQLite format 3");
    const CommandRun torn = command({"export", path("torn.protomind"), "-o", path("a.onnx")});
    EXPECT_EQ(torn.status, kExitInput) << torn.err;
    for (const Format* format : layerTable().formats) {
        const CommandRun nowhere =
            command({"export", project, "--format", format->name, "-o",
                     write("file", "a file, no folder") + "/there" + format->extension});
        EXPECT_EQ(nowhere.status, kExitInput) << nowhere.err;
        EXPECT_THAT(nowhere.err, HasSubstr(path("file")));
    }
}

TEST_F(ExportCommandTest, DataThatIsAskedForHasToBeThereAndToSuit) {
    const std::string project = trainedProject();
    EXPECT_EQ(command({"export", project, "--data", "idx:" + path("nowhere"), "-o", path("a.onnx")}).status,
              kExitInput);
    EXPECT_EQ(command({"export", project, "--data", "digits", "-o", path("a.onnx")}).status, kExitWords);
    EXPECT_FALSE(std::filesystem::exists(path("a.onnx")));
}

TEST_F(ExportCommandTest, AProjectIsNeverReplaced) {
    const std::string project = trainedProject();
    const auto size = std::filesystem::file_size(project);
    for (const Format* format : layerTable().formats) {
        const CommandRun run = command({"export", project, "--format", format->name, "-o", project});
        EXPECT_EQ(run.status, kExitWords) << run.err;
        const CommandRun other = command({"export", "digits-mlp", "--format", format->name, "-o", project});
        EXPECT_EQ(other.status, kExitWords) << other.err;
    }
    EXPECT_EQ(std::filesystem::file_size(project), size);
    EXPECT_EQ(command({"evaluate", project}).status, kExitDone);
}

TEST_F(ExportCommandTest, WhatIsWrittenIsReadAsTheSameNetwork) {
    const std::string project = trainedProject();
    for (const Format& format : formats()) {
        if (format.read == nullptr || format.write == nullptr)
            continue;
        SCOPED_TRACE(format.name);
        ASSERT_EQ(command({"export", project, "--format", format.name, "-o", target(format)}).status,
                  kExitDone);
        const std::string file = format.extension.empty() ? target(format) + "/model.json" : target(format);
        const CommandRun run = command({"import", file, "-o", path("again.protomind"), "--json"});
        ASSERT_EQ(run.status, kExitDone) << run.err;
        const nlohmann::json result = run.result();
        EXPECT_EQ(result.at("format"), format.name);
        EXPECT_EQ(result.at("weights"), true);
        EXPECT_TRUE(result.at("lost").is_array());
        EXPECT_EQ(result.at("parameters"),
                  command({"describe", project, "--json"}).result().at("parameters"));
        const std::vector<double> first = answers(project);
        const std::vector<double> second = answers(path("again.protomind"));
        ASSERT_EQ(first.size(), 2u);
        ASSERT_EQ(second.size(), 2u);
        for (std::size_t i = 0; i < first.size(); ++i)
            EXPECT_NEAR(first[i], second[i], 1e-5);
        EXPECT_THAT(command({"import", file, "-o", path("again.protomind")}).out,
                    HasSubstr("Saved as " + path("again.protomind")));
    }
}

TEST_F(ExportCommandTest, WhatIsNoNetworkIsRefusedAndNothingSaved) {
    for (const auto& [name, bytes] :
         std::map<std::string, std::string>{{"weights.pt", "\x80\x02}q."},
                                            {"zipped.pt", std::string("PK\x03\x04") + "archive/data.pkl"},
                                            {"photo.onnx", "\xff\xd8\xff\xe0 JFIF"},
                                            {"text.keras", "hello"},
                                            {"notes.txt", "hello"},
                                            {"model.json", "{}"}}) {
        const CommandRun run = command({"import", write(name, bytes), "-o", path("made.protomind")});
        EXPECT_EQ(run.status, kExitInput) << name << ": " << run.err;
        EXPECT_THAT(run.err, HasSubstr(name));
        EXPECT_THAT(run.out, Not(HasSubstr("Saved")));
        EXPECT_FALSE(std::filesystem::exists(path("made.protomind")));
    }
    EXPECT_EQ(command({"import", path("missing.onnx"), "-o", path("made.protomind")}).status, kExitInput);
}

} // namespace
} // namespace protomind
