// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/network_drawing.h"
#include "studio/exchange/report/report_blocks.h"
#include "studio/exchange/report/trained_example.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>

namespace protomind {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

ReportOccasion occasion() {
    return {.date = "2026-03-14",
            .machine = {.id = "cpu", .name = "A processor", .detail = {}, .threads = 4, .memory = 8LL << 30}};
}

std::vector<ReportBlock> reportOf(const TrainedNetwork& network, const ReportWords& say = inEnglish) {
    return reportBlocks(network, tryNetwork(network), occasion(), say);
}

template<class Block>
std::vector<Block> allOf(const std::vector<ReportBlock>& blocks) {
    std::vector<Block> found;
    for (const ReportBlock& block : blocks) {
        if (const auto* one = std::get_if<Block>(&block))
            found.push_back(*one);
    }
    return found;
}

std::vector<std::string> headings(const std::vector<ReportBlock>& blocks) {
    std::vector<std::string> texts;
    for (const ReportHeading& heading : allOf<ReportHeading>(blocks))
        texts.push_back(heading.text);
    return texts;
}

std::vector<std::string> paragraphs(const std::vector<ReportBlock>& blocks, ReportTone tone) {
    std::vector<std::string> texts;
    for (const ReportParagraph& paragraph : allOf<ReportParagraph>(blocks)) {
        if (paragraph.tone == tone)
            texts.push_back(paragraph.text);
    }
    return texts;
}

const ReportTable* tableWith(const std::vector<ReportBlock>& blocks, const std::string& caption) {
    for (const ReportBlock& block : blocks) {
        const auto* table = std::get_if<ReportTable>(&block);
        if (table != nullptr && table->caption == caption)
            return table;
    }
    return nullptr;
}

std::string valueIn(const ReportTable& list, const std::string& name) {
    const auto found = std::ranges::find(list.rows, name, &ReportRow::header);
    return found == list.rows.end() ? "" : found->cells.front().text;
}

TEST(ReportBlocksTest, beginWithWhatItIsAndWhenItWasWritten) {
    const std::vector<ReportBlock> blocks = reportOf(trainedPlane());
    EXPECT_EQ(std::get<ReportHeading>(blocks.front()), (ReportHeading{1, "My network"}));
    const ReportTable* glance = tableWith(blocks, "At a glance");
    ASSERT_NE(glance, nullptr);
    EXPECT_EQ(valueIn(*glance, "Date"), "2026-03-14");
    EXPECT_EQ(valueIn(*glance, "Program"), "Protomind 9.8.7");
    EXPECT_THAT(valueIn(*glance, "Training"), HasSubstr("60 steps"));
}

TEST(ReportBlocksTest, listEveryLayerWithItsFigures) {
    const TrainedNetwork network = trainedDigits();
    const Analysis analysis = analyse(network.experiment.network);
    const std::vector<ReportBlock> blocks = reportOf(network);
    const ReportTable* table = tableWith(blocks, "Layers, in the order in which they are computed");
    ASSERT_NE(table, nullptr);
    ASSERT_EQ(table->rows.size(), network.experiment.network.layers().size() + 1);
    for (std::size_t i = 0; i < analysis.order.size(); ++i) {
        const LayerFacts& facts = analysis.layers.at(analysis.order[i]);
        EXPECT_EQ(table->rows[i].header, network.experiment.network.layer(analysis.order[i])->name);
        EXPECT_EQ(table->rows[i].cells[2].text,
                  std::regex_replace(facts.outputShape->text(), std::regex(" × "), "\u00a0×\u00a0"));
        EXPECT_EQ(table->rows[i].cells[3].text, countText(facts.parameters.count));
        EXPECT_EQ(table->rows[i].cells[4].text, countText(facts.multiplyAdds));
    }
    EXPECT_EQ(table->rows.back().cells[3].text, countText(analysis.parameters));
}

TEST(ReportBlocksTest, sayWhichAttackItWasTrainedAgainst) {
    TrainedNetwork network = trainedPlane();
    const auto said = [&](const char* name) {
        const std::vector<ReportBlock> blocks = reportOf(network);
        return valueIn(*tableWith(blocks, "Data and settings"), name);
    };
    EXPECT_EQ(said("Adversarial training"), "");
    AdversarialTraining& training = network.experiment.training.adversarial;
    training.method = kOneStepTraining;
    EXPECT_EQ(said("Adversarial training"), "One step: L-infinity, epsilon 0.1, 1 step of 0.125 each");
    training.method = kPgdTraining;
    training.norm = kL2Name;
    training.epsilon = 0.5;
    training.steps = 5;
    EXPECT_EQ(said("Adversarial training"), "PGD: L2, epsilon 0.5, 5 steps of 0.25 each");
    EXPECT_EQ(said("Price of being fooled"), "");
    training.method = kTradesTraining;
    training.rampEpochs = 2;
    EXPECT_EQ(said("Price of being fooled"), "6");
    EXPECT_EQ(said("Epsilon grows for"), "2 epochs");
}

TEST(ReportBlocksTest, sayHowItWasTrained) {
    TrainedNetwork network = trainedPlane();
    network.experiment.training.l2 = 0.25;
    const std::vector<ReportBlock> blocks = reportOf(network);
    const ReportTable* list = tableWith(blocks, "Data and settings");
    ASSERT_NE(list, nullptr);
    const TrainingSettings& training = network.experiment.training;
    EXPECT_EQ(valueIn(*list, "Data"), "gaussians?samples=200");
    EXPECT_EQ(valueIn(*list, "Samples"), "180 to learn from, 20 kept aside for validation, 200 for the test");
    EXPECT_EQ(valueIn(*list, "Batch size"), std::to_string(training.batchSize));
    EXPECT_EQ(valueIn(*list, "Seed"), std::to_string(training.seed));
    EXPECT_EQ(valueIn(*list, "L2 penalty"), "0.25");
    EXPECT_EQ(valueIn(*list, "L1 penalty"), "");
    EXPECT_EQ(valueIn(*list, "This report was made on"), "A processor, 4 threads, 8 GiB of memory");
}

TEST(ReportBlocksTest, countOneAsOne) {
    TrainedNetwork network = trainedPlane();
    auto checkpoint = std::make_shared<Checkpoint>(*network.checkpoint);
    checkpoint->step = 1;
    checkpoint->stepsPerEpoch = 1;
    network.checkpoint = std::move(checkpoint);
    const std::vector<ReportBlock> blocks = reportOf(network);
    EXPECT_EQ(valueIn(*tableWith(blocks, "At a glance"), "Training"), "1 epoch, 1 step");
    EXPECT_EQ(valueIn(*tableWith(blocks, "Data and settings"), "Epochs done"), "1 (1 step)");
}

TEST(ReportBlocksTest, giveTheFiguresOfTheEvaluation) {
    const TrainedNetwork network = trainedDigits();
    const NetworkTrial trial = tryNetwork(network);
    ASSERT_TRUE(trial.evaluated);
    EXPECT_EQ(trial.evaluated->split, Split::Test);
    EXPECT_EQ(trial.evaluated->samples, 60);
    const std::vector<ReportBlock> blocks = reportBlocks(network, trial, occasion());
    const ReportTable* figures = tableWith(blocks, "Figures");
    ASSERT_NE(figures, nullptr);
    EXPECT_EQ(valueIn(*figures, "Tried on"), "60 test samples of digits?samples=300&test=60");
    EXPECT_EQ(valueIn(*figures, "Of these, learned from before"), "0");
    EXPECT_EQ(valueIn(*figures, "Accuracy"), fmt::format("{:.2f} %", 100 * trial.evaluated->accuracy));
    const ReportTable* confusion = tableWith(blocks, "What was taken for what");
    ASSERT_NE(confusion, nullptr);
    ASSERT_EQ(confusion->rows.size(), 10u);
    for (std::size_t i = 0; i < 10; ++i) {
        for (std::size_t j = 0; j < 10; ++j) {
            EXPECT_EQ(confusion->rows[i].cells[j].text, std::to_string(trial.evaluated->confusion[i][j]));
            EXPECT_EQ(confusion->rows[i].cells[j].wanted, i == j);
        }
    }
}

TEST(ReportBlocksTest, showSamplesAsPicturesOfTheirOwnShape) {
    const std::vector<ReportBlock> blocks = reportOf(trainedDigits());
    const std::vector<ReportGallery> galleries = allOf<ReportGallery>(blocks);
    ASSERT_EQ(galleries.size(), 2u);
    for (const ReportGallery& gallery : galleries) {
        ASSERT_FALSE(gallery.pictures.empty());
        for (const ReportPicture& picture : gallery.pictures) {
            EXPECT_TRUE(picture.bytes.starts_with("\x89PNG"));
            EXPECT_EQ(picture.width, picture.height);
            EXPECT_FALSE(picture.alt.empty());
        }
    }
    EXPECT_THAT(galleries[0].pictures[0].caption, HasSubstr("→"));
    EXPECT_THAT(galleries[1].pictures[0].caption, Not(HasSubstr("→")));
}

TEST(ReportBlocksTest, showAPlaneWithItsPoints) {
    const TrainedNetwork network = trainedPlane();
    const NetworkTrial trial = tryNetwork(network);
    ASSERT_TRUE(trial.plane);
    EXPECT_EQ(trial.plane->points.size(), 200u);
    // Nearly all of two clouds that hardly touch.
    const auto right = std::ranges::count_if(
        trial.plane->points, [](const TriedPlane::Point& point) { return point.truth == point.decided; });
    EXPECT_GT(right, 150);
    const std::vector<ReportBlock> blocks = reportBlocks(network, trial, occasion());
    EXPECT_THAT(headings(blocks), Contains("What it says to every point"));
    EXPECT_THAT(headings(blocks), Not(Contains("Samples")));
}

TEST(ReportBlocksTest, drawALineThroughItsPoints) {
    Experiment experiment = experimentOf("playground", "line?noise=0.05");
    Network line;
    line.add(Layer{.id = line.nextLayerId(),
                   .type = "input",
                   .name = "x",
                   .settings = {{"shape", std::vector<std::int64_t>{1}}}});
    line.add(Layer{
        .id = line.nextLayerId(), .type = "dense", .name = "line", .settings = {{"units", std::int64_t{1}}}});
    line.add(Wire{.id = line.nextWireId(), .from = line.layers()[0].id, .to = line.layers()[1].id});
    experiment.network = line;
    experiment.training.loss = "auto";
    const TrainedNetwork network = exampleOf(trained(experiment, 200));
    const NetworkTrial trial = tryNetwork(network);
    ASSERT_TRUE(trial.values);
    ASSERT_GT(trial.values->curve.size(), 100u);
    // A straight line: the middle lies halfway between the ends.
    const std::vector<Spot>& curve = trial.values->curve;
    const double first = curve[0].y;
    const double second = curve[curve.size() / 2].y;
    const double slope = (second - first) / (curve[curve.size() / 2].x - curve[0].x);
    EXPECT_NEAR(curve.back().y, first + slope * (curve.back().x - curve[0].x), 1e-4);
    EXPECT_LT(trial.values->squareError, trial.values->spread);
    EXPECT_THAT(headings(reportBlocks(network, trial, occasion())), Contains("Its answer to every number"));
}

TEST(ReportBlocksTest, warnOfSamplesThatWereLearnedFrom) {
    ProjectContent content = trained(experimentOf("playground", "gaussians?samples=100"), 30);
    auto forgetful = std::make_shared<Checkpoint>(*content.checkpoint);
    forgetful->learnedFromIsKnown = false;
    content.checkpoint = forgetful;
    EXPECT_THAT(paragraphs(reportOf(exampleOf(content)), ReportTone::Warning),
                Contains(HasSubstr("It isn't known which samples")));
}

TEST(ReportBlocksTest, tellWhatAnUntrainedNetworkIs) {
    const ProjectContent content{.experiment = experimentOf("playground", "circle"), .checkpoint = nullptr};
    const std::vector<ReportBlock> blocks = reportOf(exampleOf(content));
    EXPECT_THAT(paragraphs(blocks, ReportTone::Warning), Contains(HasSubstr("has not been trained")));
    EXPECT_THAT(headings(blocks),
                AllOf(Contains("How it would be trained"), Not(Contains("Learning curves"))));
}

TEST(ReportBlocksTest, goWithoutFiguresWhereTheDataIsNotThere) {
    ProjectContent content = trained(experimentOf("playground", "circle"), 100);
    content.experiment.data = "idx:/there/is/no/such/folder";
    const std::vector<ReportBlock> blocks = reportOf(exampleOf(content));
    EXPECT_THAT(headings(blocks), Contains("Learning curves"));
    EXPECT_EQ(tableWith(blocks, "Figures"), nullptr);
    EXPECT_THAT(paragraphs(blocks, ReportTone::Warning), Contains(HasSubstr("There are no figures:")));
}

TEST(ReportBlocksTest, areTheSameForTheSameNetwork) {
    const TrainedNetwork network = trainedPlane();
    EXPECT_EQ(reportOf(network), reportOf(network));
}

TEST(ReportBlocksTest, sayEverythingInTheReadersLanguage) {
    const ReportWords shouting = [](const Sentence& sentence) { return "¡" + sentence.text() + "!"; };
    for (const ReportBlock& block : reportOf(trainedPlane(), shouting)) {
        if (const auto* heading = std::get_if<ReportHeading>(&block)) {
            EXPECT_TRUE(heading->text.starts_with("¡")) << heading->text;
        }
        if (const auto* paragraph = std::get_if<ReportParagraph>(&block)) {
            EXPECT_TRUE(paragraph->text.starts_with("¡")) << paragraph->text;
        }
        if (const auto* picture = std::get_if<ReportPicture>(&block)) {
            EXPECT_TRUE(picture->alt.starts_with("¡")) << picture->alt;
        }
    }
}

TEST(ReportBlocksTest, partThousands) {
    EXPECT_EQ(countText(0), "0");
    EXPECT_EQ(countText(999), "999");
    EXPECT_EQ(countText(1000), "1\u202f000");
    EXPECT_EQ(countText(-1234567), "-1\u202f234\u202f567");
    EXPECT_EQ(countText(-123), "-123");
}

} // namespace
} // namespace protomind
