// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the network is tried on is shown by its right name: only test samples are called so.
#include "desktop/app/laboratory.h"
#include "desktop/app/predictions/decision_view.h"
#include "desktop/app/predictions/function_view.h"
#include "desktop/app/predictions/image_grid_view.h"
#include "desktop/app/predictions/table_view.h"
#include "desktop/document/commands/experiment_commands.h"
#include "engine/base/random.h"

#include <QLabel>
#include <QSignalSpy>
#include <QStackedWidget>

#include <gtest/gtest.h>

#include <fstream>

namespace protomind {
namespace {

const std::string kPoints = "points?data=-0.5,0,0;0.5,0,1;0.3,0.4,1;-0.4,0.4,0;-0.6,0.1,0;0.5,0.2,1;"
                            "0.3,0.3,1;-0.4,0.3,0;-0.5,0.6,0;0.5,0.7,1";

void writeBytes(const QString& path, const std::vector<unsigned>& bytes) {
    std::ofstream file(path.toStdString(), std::ios::binary);
    for (const unsigned byte : bytes)
        file.put(static_cast<char>(byte));
}

/// Images with labels as MNIST's, but no test split.
void writeImages(const QString& folder, unsigned count) {
    RandomStream random(3);
    std::vector<unsigned> images{0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28};
    std::vector<unsigned> labels{0, 0, 8, 1, 0, 0, 0, count};
    for (unsigned image = 0; image < count; ++image) {
        labels.push_back(image % 10);
        for (int pixel = 0; pixel < 28 * 28; ++pixel)
            images.push_back(static_cast<unsigned>(random.below(256)));
    }
    writeBytes(folder + QStringLiteral("/train-images-idx3-ubyte"), images);
    writeBytes(folder + QStringLiteral("/train-labels-idx1-ubyte"), labels);
}

class TriedSamplesTest : public testing::Test {
protected:
    TriedSamplesTest()
        : m_lab(m_folder.path()) {}

    /// The template with such data; the split was made, and the network has answered.
    void answerTo(const std::string& name, const std::string& data, double validation) {
        ASSERT_TRUE(m_lab.startWith(name));
        TrainingSettings settings = m_lab.document.experiment().training;
        settings.validation = validation;
        m_lab.document.undoStack().push(new SetTraining(m_lab.document, "validation", settings));
        QSignalSpy prepared(&m_lab.run, &RunController::prepared);
        m_lab.document.undoStack().push(new SetDataText(m_lab.document, data));
        ASSERT_TRUE(m_lab.until([&] {
            if (!prepared.empty())
                m_prepared = qvariant_cast<Prepared>(prepared.takeLast()[0]);
            return m_lab.window.data() && m_lab.window.data()->text == data &&
                   m_lab.run.preparedExperiment() && m_lab.run.preparedExperiment()->data == data &&
                   !m_lab.run.isPreparing() && !description().isEmpty();
        })) << m_lab.window.messages().text().toStdString();
        ASSERT_TRUE(m_lab.until([&] {
            return m_prepared.keptAside.empty() || m_prepared.testSamples > 0 ||
                   description().contains(QStringLiteral("kept aside"));
        })) << description().toStdString();
    }
    [[nodiscard]] PredictionView* view() {
        for (auto* view : m_lab.window.findChildren<PredictionView*>())
            if (view->isVisible())
                return view;
        return nullptr;
    }
    [[nodiscard]] QString description() {
        const PredictionView* shown = view();
        return shown ? shown->accessibleDescription() : QString();
    }

    QTemporaryDir m_folder;
    Laboratory m_lab;
    Prepared m_prepared;
};

TEST_F(TriedSamplesTest, OnesOwnPointsAreShownAsKeptAside) {
    answerTo("playground", kPoints, 0.2);
    EXPECT_EQ(m_prepared.keptAside.size(), 2u);
    EXPECT_TRUE(description().contains(QStringLiteral("the points kept aside")))
        << description().toStdString();
    EXPECT_FALSE(description().contains(QStringLiteral("test")));
}

TEST_F(TriedSamplesTest, OnesOwnPointsAreShownAsTrainingPointsWhereNothingIsKeptAside) {
    answerTo("playground", kPoints, 0);
    EXPECT_TRUE(description().contains(QStringLiteral("the training points"))) << description().toStdString();
    EXPECT_FALSE(description().contains(QStringLiteral("test")));
}

TEST_F(TriedSamplesTest, ARunAtItsEndIsTestedOnWhatIsKeptAside) {
    answerTo("playground", kPoints, 0.2);
    TrainingSettings settings = m_lab.document.experiment().training;
    settings.epochs = 2;
    m_lab.document.undoStack().push(new SetTraining(m_lab.document, "epochs", settings));
    QSignalSpy evaluated(&m_lab.run, &RunController::evaluated);
    m_lab.run.train();
    ASSERT_TRUE(m_lab.untilState(RunState::Finished));
    ASSERT_TRUE(m_lab.until([&] { return !evaluated.empty(); }));
    const QString result = m_lab.find<QLabel>("testResult")->text();
    EXPECT_TRUE(result.startsWith(QStringLiteral("Validation:"))) << result.toStdString();
    EXPECT_TRUE(result.contains(QStringLiteral("of 2 right"))) << result.toStdString();
}

TEST_F(TriedSamplesTest, WhereAllWasLearnedFromNothingIsTestedUnasked) {
    answerTo("playground", kPoints, 0);
    TrainingSettings settings = m_lab.document.experiment().training;
    settings.epochs = 2;
    m_lab.document.undoStack().push(new SetTraining(m_lab.document, "epochs", settings));
    m_lab.run.train();
    ASSERT_TRUE(m_lab.until([&] { return m_lab.run.history().size() == 2; }));
    ASSERT_TRUE(m_lab.untilState(RunState::Finished));
    settings.validation = 0.2;
    settings.epochs = 4;
    QSignalSpy failed(&m_lab.run, &RunController::failed);
    m_lab.document.undoStack().push(new SetTraining(m_lab.document, "validation", settings));
    m_lab.run.train();
    ASSERT_TRUE(m_lab.until([&] { return m_lab.run.history().size() == 4; }));
    ASSERT_TRUE(m_lab.untilState(RunState::Finished));
    m_lab.run.fetchCheckpoint(); // what is asked for meanwhile is answered before
    QSignalSpy stored(&m_lab.run, &RunController::checkpointStored);
    ASSERT_TRUE(m_lab.until([&] { return !stored.empty(); }));
    EXPECT_TRUE(failed.empty());
    EXPECT_TRUE(m_lab.window.messages().text().startsWith(QStringLiteral("Nothing is kept aside")))
        << m_lab.window.messages().text().toStdString();
    EXPECT_TRUE(description().contains(QStringLiteral("the training points")));
}

TEST_F(TriedSamplesTest, ImagesOfAFolderWithoutATestSplitAreThoseKeptAside) {
    writeImages(m_folder.path(), 40);
    const std::string text = "idx:" + m_folder.path().toStdString();
    answerTo("digits-mlp", text, 0.25);
    ASSERT_EQ(m_prepared.keptAside.size(), 10u);
    EXPECT_TRUE(description().startsWith(QStringLiteral("10 samples kept aside")))
        << description().toStdString();
    const auto* grid = qobject_cast<ImageGridView*>(view());
    ASSERT_TRUE(grid);
    const HostArray asked = grid->question();
    ASSERT_EQ(asked.shape[0], 10);
    auto source = openData(text, 7);
    ASSERT_TRUE(source);
    std::vector<float> sample(28 * 28);
    std::vector<float> target(1);
    for (std::size_t place = 0; place < 10; ++place) {
        source->training->read(m_prepared.keptAside[place], sample, target);
        EXPECT_TRUE(std::equal(sample.begin(), sample.end(),
                               asked.values.begin() + static_cast<std::ptrdiff_t>(place * sample.size())));
    }
}

TEST_F(TriedSamplesTest, ATestSplitIsCalledSo) {
    answerTo("playground", "gaussians", 0.2);
    EXPECT_TRUE(description().contains(QStringLiteral("the test points"))) << description().toStdString();
}

TEST(LoadedDataTest, TriesWhatIsKeptAsideWhereThereAreNoTestSamples) {
    auto loaded = loadData("pairs?data=0,1;2,3;4,5;6,7", 7);
    ASSERT_TRUE(loaded);
    const auto data = std::make_shared<const LoadedData>(std::move(*loaded));
    EXPECT_EQ(data->part, SamplePart::Training);
    EXPECT_EQ(data->tried.count(), 4);
    const std::vector<std::uint32_t> aside{1, 3};
    const LoadedDataPtr split = withKeptAside(data, aside);
    EXPECT_EQ(split->part, SamplePart::KeptAside);
    ASSERT_EQ(split->tried.count(), 2);
    EXPECT_EQ(split->tried.sample(1)[0], 6);
    EXPECT_EQ(split->training.count(), 4);
    const LoadedDataPtr back = withKeptAside(split, {});
    EXPECT_EQ(back->part, SamplePart::Training);
    EXPECT_EQ(back->tried.count(), 4);
}

TEST(LoadedDataTest, TriesTheTestSamplesWhereThereAreSome) {
    auto loaded = loadData("line", 7);
    ASSERT_TRUE(loaded);
    const auto data = std::make_shared<const LoadedData>(std::move(*loaded));
    EXPECT_EQ(data->part, SamplePart::Test);
    const std::vector<std::uint32_t> aside{1, 3};
    EXPECT_EQ(withKeptAside(data, aside), data);
}

/// Every view names the part that it shows.
TEST(PredictionViewTest, SaysWhatTheSamplesAre) {
    const auto said = [](PredictionView& view, const char* text, SamplePart part) {
        auto loaded = loadData(text, 7);
        if (!loaded)
            return QString();
        loaded->part = part;
        view.setData(std::make_shared<const LoadedData>(std::move(*loaded)));
        return view.describe().toLower();
    };
    DecisionView plane;
    FunctionView line;
    ImageGridView images;
    TableView table;
    for (const auto& [view, text] : {std::pair<PredictionView*, const char*>{&plane, "gaussians"},
                                     {&line, "line"},
                                     {&images, "digits?samples=20&test=20"},
                                     {&table, "line"}}) {
        EXPECT_TRUE(said(*view, text, SamplePart::Test).contains(QStringLiteral("test "))) << text;
        const QString training = said(*view, text, SamplePart::Training);
        EXPECT_TRUE(training.contains(QStringLiteral("training "))) << training.toStdString();
        EXPECT_FALSE(training.contains(QStringLiteral("test "))) << training.toStdString();
        const QString aside = said(*view, text, SamplePart::KeptAside);
        EXPECT_TRUE(aside.contains(QStringLiteral("kept aside"))) << aside.toStdString();
        EXPECT_FALSE(aside.contains(QStringLiteral("test "))) << aside.toStdString();
    }
}

} // namespace
} // namespace protomind
