// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "studio/lens/calibration_measures.h"
#include "studio/lens/lens_bench.h"

#include <gmock/gmock.h>

#include <atomic>
#include <cmath>
#include <numeric>

namespace protomind {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

Model classifier(std::int64_t inputs, std::int64_t outputs, const std::string& activation) {
    return chain({inputs}, {{"dense", {{"units", outputs}, {"activation", activation}}}});
}

/// A network whose logits are its three inputs, times a factor.
class CalibrationLensTest : public testing::Test {
protected:
    CalibrationLensTest() { setFactor(1); }
    void setFactor(float factor) {
        m_bench.setVariable("dense/kernel", {factor, 0, 0, 0, factor, 0, 0, 0, factor});
    }
    /// Labels are drawn by softmax(inputs).
    static DataSetPtr drawnSamples(std::size_t count, std::uint64_t seed) {
        std::vector<std::vector<float>> samples;
        std::vector<float> labels;
        RandomStream random(seed);
        for (std::size_t i = 0; i < count; ++i) {
            const std::vector<float>& z = samples.emplace_back(
                std::vector{2 * random.normal(), 2 * random.normal(), 2 * random.normal()});
            const float first = std::exp(z[0]);
            const float second = std::exp(z[1]);
            const float place = random.uniform() * (first + second + std::exp(z[2]));
            labels.push_back(place < first ? 0.0f : place < first + second ? 1.0f : 2.0f);
        }
        return std::make_shared<GivenSet>(describedClasses({3}, 3), samples, labels);
    }
    LensResult look(const Settings& settings = {}) {
        auto result = m_bench.look("calibration", settings);
        EXPECT_TRUE(result) << (result ? "" : result.error().text());
        return result ? std::move(*result) : LensResult();
    }
    static std::string textOf(const LensResult& result) {
        std::string text;
        for (const Sentence& sentence : result.sentences)
            text += sentence + "\n";
        return text;
    }

    LensBench m_bench{classifier(3, 3, "softmax")};
};

/// More samples than are computed at once.
TEST_F(CalibrationLensTest, FiguresAreThoseOfAllSamples) {
    const DataSetPtr data = drawnSamples(700, 1);
    m_bench.setData(data);
    Logits logits{.classes = 3};
    std::vector<std::size_t> labels;
    for (std::int64_t i = 0; i < data->size(); ++i) {
        std::vector<float> sample(3);
        float label = 0;
        data->read(i, sample, {&label, 1});
        logits.add(sample);
        labels.push_back(static_cast<std::size_t>(label));
    }
    const Calibration wanted = calibrationOf(logits, labels, 2, 20);
    const LensResult result = look({{"temperature", 2.0}, {"bins", std::int64_t{20}}});
    EXPECT_EQ(figureNamed(result, "samples"), 700);
    EXPECT_EQ(figureNamed(result, "accuracy"), wanted.accuracy);
    EXPECT_NEAR(figureNamed(result, "confidence"), wanted.confidence, 1e-6);
    EXPECT_NEAR(figureNamed(result, "ece"), wanted.expectedError, 1e-6);
    EXPECT_NEAR(figureNamed(result, "mce"), wanted.maximumError, 1e-6);
    EXPECT_NEAR(figureNamed(result, "nll"), wanted.negativeLogLikelihood, 1e-6);
    EXPECT_NEAR(figureNamed(result, "brier"), wanted.brier, 1e-6);
    const LensCurve& bins = result.charts.at(1).curves.at(0);
    ASSERT_EQ(bins.x.size(), 20u);
    EXPECT_EQ(result.charts.at(1).kind, ChartKind::Histogram);
    EXPECT_NEAR(bins.x[19], 97.5, 1e-9);
    for (std::size_t bin = 0; bin < 20; ++bin)
        EXPECT_EQ(bins.y[bin], static_cast<double>(wanted.bins[bin].samples));
    EXPECT_EQ(result, look({{"temperature", 2.0}, {"bins", std::int64_t{20}}}));
}

TEST_F(CalibrationLensTest, ATemperatureChangesNoDecision) {
    m_bench.setData(drawnSamples(400, 1));
    const LensResult plain = look();
    const LensResult cooled = look({{"temperature", 5.0}});
    EXPECT_EQ(figureNamed(plain, "accuracy"), figureNamed(cooled, "accuracy"));
    EXPECT_EQ(figureNamed(plain, "best_temperature"), figureNamed(cooled, "best_temperature"));
    EXPECT_GT(figureNamed(plain, "confidence"), figureNamed(cooled, "confidence") + 0.1);
    EXPECT_GT(figureNamed(plain, "noise_confidence"), figureNamed(cooled, "noise_confidence"));
    EXPECT_THAT(textOf(plain), HasSubstr("none of its decisions"));
    EXPECT_THAT(textOf(plain), HasSubstr("chance alone"));
    EXPECT_THAT(textOf(cooled), HasSubstr("divided by the temperature 5 here"));
    EXPECT_THAT(textOf(cooled), HasSubstr("underconfident"));
}

TEST_F(CalibrationLensTest, TheBestTemperatureIsFoundOnSamplesKeptAside) {
    m_bench.setData(drawnSamples(600, 1));
    const DataSetPtr aside = drawnSamples(500, 2);
    m_bench.context().validation = aside.get();
    const double once = figureNamed(look(), "best_temperature");
    setFactor(3);
    const LensResult result = look();
    EXPECT_NEAR(figureNamed(result, "best_temperature"), 3 * once, 1e-4);
    EXPECT_LT(figureNamed(result, "best_nll"), figureNamed(result, "nll"));
    EXPECT_LT(figureNamed(result, "best_ece"), figureNamed(result, "ece"));
    const std::string text = textOf(result);
    EXPECT_THAT(text, HasSubstr("Of 600 test samples"));
    EXPECT_THAT(text, HasSubstr("overconfident"));
    EXPECT_THAT(text, HasSubstr("On 500 validation samples it makes"));
    EXPECT_THAT(text, HasSubstr("the 600 samples looked at here"));
    EXPECT_THAT(text, Not(HasSubstr("judged")));
    // The same as by the field.
    const LensResult corrected = look({{"temperature", figureNamed(result, "best_temperature")}});
    EXPECT_NEAR(figureNamed(corrected, "nll"), figureNamed(result, "best_nll"), 1e-12);
    EXPECT_NEAR(figureNamed(corrected, "ece"), figureNamed(result, "best_ece"), 1e-12);
    // Whatever is judged, as long as that is not what it is found on.
    m_bench.setData(drawnSamples(50, 3));
    EXPECT_EQ(figureNamed(look(), "best_temperature"), figureNamed(result, "best_temperature"));
}

TEST_F(CalibrationLensTest, SaysWhereItJudgesByWhatItWasFoundOn) {
    const DataSetPtr aside = drawnSamples(300, 2);
    m_bench.setData(drawnSamples(300, 1));
    EXPECT_THAT(textOf(look()), HasSubstr("On 300 test samples it makes"));
    EXPECT_THAT(textOf(look()),
                HasSubstr("No samples are kept aside for validation, so it was found on the same"));
    m_bench.context().validation = aside.get();
    m_bench.context().split = Split::Validation;
    EXPECT_THAT(textOf(look()), HasSubstr("found on the same samples"));
    EXPECT_THAT(textOf(look()), HasSubstr("Choose another split"));
    const DataSetPtr unseen = drawnSamples(400, 2);
    m_bench.context().unseen = unseen.get();
    m_bench.context().split = Split::Unseen;
    EXPECT_THAT(textOf(look()), HasSubstr("are among those that it is judged on"));
    m_bench.context().training = unseen.get();
    m_bench.context().split = Split::Training;
    EXPECT_THAT(textOf(look()), HasSubstr("learns from these samples"));
    EXPECT_THAT(textOf(look()), Not(HasSubstr("judged")));
}

TEST_F(CalibrationLensTest, WithoutMistakesThereIsNoBestTemperature) {
    m_bench.setData(std::make_shared<GivenSet>(describedClasses({3}, 3),
                                               std::vector<std::vector<float>>{{3, 0, 0}, {0, 1, 0}},
                                               std::vector<float>{0, 1}));
    const LensResult result = look();
    EXPECT_THAT(result.figures, Not(Contains(testing::Field(&LensFigure::name, HasSubstr("best")))));
    EXPECT_THAT(textOf(result),
                HasSubstr("On 2 test samples no temperature is better than a lower one, down to 0.05"));
    EXPECT_EQ(result.charts.at(0).curves.size(), 2u);
    setFactor(-1);
    EXPECT_THAT(textOf(look()), HasSubstr("no temperature is better than a higher one, up to 20"));
}

TEST_F(CalibrationLensTest, TheDiagramShowsConfidenceAgainstRightAnswers) {
    // Sure by e^2 / (e^2 + 2) = 0.787 of the first class: right one time out of two.
    m_bench.setData(std::make_shared<GivenSet>(describedClasses({3}, 3),
                                               std::vector<std::vector<float>>{{2, 0, 0}, {2, 0, 0}},
                                               std::vector<float>{0, 1}));
    const LensResult result = look();
    const LensChart& chart = result.charts.at(0);
    EXPECT_EQ(chart.kind, ChartKind::Lines);
    const double sure = std::exp(2) / (std::exp(2) + 2);
    ASSERT_EQ(chart.curves.at(0).x.size(), 1u);
    EXPECT_NEAR(chart.curves[0].x[0], 100 * sure, 1e-4);
    EXPECT_EQ(chart.curves[0].y[0], 50);
    EXPECT_EQ(chart.curves.at(1).x, chart.curves[1].y);
    EXPECT_NEAR(chart.curves.at(2).x.at(0), 50, 1e-4); // with the best temperature
    const LensTable& bins = result.tables.at(0);
    EXPECT_EQ(bins.rows, std::vector<std::string>{"73.3 – 80 %"});
    EXPECT_EQ(bins.cells.at(0).at(0).value, 2);
    EXPECT_NEAR(bins.cells[0].at(3).value.value(), sure - 0.5, 1e-6);
    EXPECT_THAT(textOf(result), HasSubstr("in the bin from 73.3 to 80 %, which holds 2 of the samples"));
    EXPECT_THAT(textOf(result), HasSubstr("With so few samples in the bin, that may be chance"));

    std::vector<float> labels;
    for (std::size_t i = 0; i < 100; ++i)
        labels.push_back(static_cast<float>(i % 2));
    m_bench.setData(std::make_shared<GivenSet>(describedClasses({3}, 3),
                                               std::vector<std::vector<float>>(100, {2, 0, 0}), labels));
    EXPECT_THAT(textOf(look()), HasSubstr("holds 100 of the samples"));
    EXPECT_THAT(textOf(look()), Not(HasSubstr("that may be chance")));
}

TEST_F(CalibrationLensTest, ASingleOutputTellsTwoClassesApart) {
    LensBench bench(classifier(1, 1, "sigmoid"));
    bench.setVariable("dense/kernel", {1});
    bench.setData(std::make_shared<GivenSet>(describedClasses({1}, 2),
                                             std::vector<std::vector<float>>{{-1}, {1}, {2}},
                                             std::vector<float>{0, 0, 1}));
    const auto result = bench.look("calibration");
    ASSERT_TRUE(result) << result.error().text();
    const auto p = [](double z) { return 1 / (1 + std::exp(-z)); };
    EXPECT_NEAR(figureNamed(*result, "accuracy"), 2.0 / 3, 1e-12);
    EXPECT_NEAR(figureNamed(*result, "confidence"), (2 * p(1) + p(2)) / 3, 1e-6);
    EXPECT_NEAR(figureNamed(*result, "nll"), -(std::log(p(1)) + std::log(p(-1)) + std::log(p(2))) / 3, 1e-6);
}

/// As sure as the confusion says of each sample.
TEST_F(CalibrationLensTest, ReadsEveryEndAsOtherLensesDo) {
    for (const auto& [activation, loss] : std::vector<std::pair<std::string, std::string>>{
             {"softmax", "auto"}, {"linear", "auto"}, {"sigmoid", "mean_squared_error"}}) {
        LensBench bench(classifier(3, 3, activation));
        bench.setData(std::make_shared<GivenSet>(describedClasses({3}, 3),
                                                 std::vector<std::vector<float>>{{2, 0.5f, -1}},
                                                 std::vector<float>{1}),
                      loss);
        const auto result = bench.look("calibration");
        ASSERT_TRUE(result) << result.error().text();
        const auto samples = bench.look("samples", {{"show", std::string("all")}});
        ASSERT_TRUE(samples);
        EXPECT_NEAR(figureNamed(*result, "confidence"), samples->tables.at(0).cells.at(0).at(2).value.value(),
                    1e-6)
            << activation;
    }
}

Model pictureClassifier() {
    return chain(
        {6, 6, 1},
        {{"flatten", {}}, {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}});
}

/// Pictures whose upper half (of the second class: lower half) is white.
DataSetPtr halves(std::size_t count) {
    std::vector<std::vector<float>> pictures;
    std::vector<float> labels;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<float>& picture = pictures.emplace_back(36, 0.0f);
        std::fill_n(picture.begin() + (i % 2 == 0 ? 0 : 18), 18, 1.0f);
        picture[i % 36] = 0.5f;
        labels.push_back(static_cast<float>(i % 2));
    }
    return std::make_shared<GivenSet>(describedClasses({6, 6, 1}, 2), pictures, labels);
}

TEST_F(CalibrationLensTest, ShowsHowSureItIsOfWhatIsNoSample) {
    LensBench bench(pictureClassifier());
    // By the number of white pixels above, less those below.
    std::vector<float> kernel(72, 0.0f);
    for (std::size_t i = 0; i < 36; ++i)
        kernel[2 * i] = i < 18 ? 1.0f : -1.0f;
    bench.setVariable("dense/kernel", kernel);
    bench.setData(halves(600));
    const auto result = bench.look("calibration");
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_GT(figureNamed(*result, "confidence"), 0.9999);
    for (const std::string name : {"noise", "shuffled"}) {
        const double sure = figureNamed(*result, name + "_confidence");
        EXPECT_GT(sure, 0.7) << name;
        EXPECT_LT(sure, 0.95) << name;
        EXPECT_GT(figureNamed(*result, name + "_above_90"), figureNamed(*result, name + "_above_99"));
    }
    const LensChart& chart = result->charts.at(2);
    ASSERT_EQ(chart.curves.size(), 3u);
    for (const LensCurve& curve : chart.curves) {
        EXPECT_NEAR(std::accumulate(curve.y.begin(), curve.y.end(), 0.0), 100, 1e-9);
        EXPECT_EQ(std::accumulate(curve.y.begin(), curve.y.begin() + 6, 0.0), 0); // the half at least
    }
    EXPECT_NEAR(chart.curves[0].y.back(), 100, 1e-9);
    const LensTable& table = result->tables.at(1);
    EXPECT_EQ(table.columns, (std::vector<Sentence>{"Samples", "Noise", "Shuffled"}));
    EXPECT_EQ(table.rows, (std::vector<std::string>{"50 %", "90 %", "99 %"}));
    EXPECT_EQ(table.cells.at(2).at(1).value, figureNamed(*result, "noise_above_99"));
    const std::string text = textOf(*result);
    EXPECT_THAT(text, HasSubstr("On 512 samples of pure noise (each number drawn from 0 to 1) it is "));
    EXPECT_THAT(text, HasSubstr("On 512 samples with all their pixels shuffled it is "));
}

TEST_F(CalibrationLensTest, FlatSamplesAreNotShuffled) {
    m_bench.setData(drawnSamples(40, 1));
    const LensResult result = look();
    EXPECT_THAT(textOf(result), HasSubstr("On 40 samples of pure noise (each number drawn from the range"));
    EXPECT_THAT(textOf(result), Not(HasSubstr("shuffled")));
    EXPECT_EQ(result.tables.at(1).columns.size(), 2u);
}

TEST_F(CalibrationLensTest, TakesTimeInSlices) {
    const DataSetPtr aside = drawnSamples(300, 2);
    m_bench.setData(drawnSamples(600, 1));
    m_bench.context().validation = aside.get();
    const DataDescription data = describedClasses({3}, 3);
    auto work = beginLens(*findLensType("calibration"), {.model = m_bench.network().model(), .data = &data},
                          m_bench.context(), {});
    ASSERT_TRUE(work);
    double before = (*work)->share();
    EXPECT_EQ(before, 0);
    int slices = 0;
    for (bool done = false; !done; ++slices) {
        auto advanced = (*work)->advance();
        ASSERT_TRUE(advanced);
        done = *advanced;
        EXPECT_GE((*work)->share(), before);
        before = (*work)->share();
    }
    EXPECT_EQ(before, 1);
    EXPECT_GE(slices, 3 + 2 + 2 + 3); // samples, those kept aside, noise, and the search
    EXPECT_EQ((*work)->result(), look());
}

TEST_F(CalibrationLensTest, SaysWhyItCannot) {
    const auto problem = [&](const Settings& settings = {}) {
        return m_bench.look("calibration", settings).error().text();
    };
    EXPECT_THAT(problem(), HasSubstr("no samples"));
    m_bench.setData(drawnSamples(20, 1));
    EXPECT_THAT(problem({{"temperature", 0.0}}), HasSubstr("Temperature"));
    m_bench.context().split = Split::Validation;
    EXPECT_THAT(problem(), HasSubstr("no samples of this split"));
    m_bench.context().split = Split::Test;
    m_bench.context().objective = nullptr;
    EXPECT_THAT(problem(), HasSubstr("not known which classes"));

    const auto suits = [&](const DataDescription& data) {
        const auto answer =
            findLensType("calibration")->suits({.model = m_bench.network().model(), .data = &data});
        return answer ? std::string() : answer.error().text();
    };
    EXPECT_THAT(suits({.sampleShape = {3}, .targetKind = TargetKind::Values, .targetShape = {3}}),
                testing::AllOf(HasSubstr("values"), HasSubstr("Choose data with classes")));
    EXPECT_THAT(suits(describedClasses({3}, 1)), HasSubstr("single class"));

    LensBench scores(classifier(3, 3, "linear"));
    scores.setData(drawnSamples(20, 1), "hinge");
    EXPECT_THAT(scores.look("calibration").error().text(), HasSubstr("scores, not probabilities"));

    LensBench broken(classifier(3, 3, "linear"));
    broken.setVariable("dense/kernel", std::vector<float>(9, 3e38f));
    broken.setData(drawnSamples(20, 1));
    EXPECT_THAT(broken.look("calibration").error().text(), HasSubstr("not finite"));
}

/// Large pictures, made as they are read. Counts.
class CountedPictures final : public DataSet {
public:
    [[nodiscard]] const DataDescription& description() const override { return m_description; }
    [[nodiscard]] std::int64_t size() const override { return 520; }
    void read(std::int64_t index, std::span<float> sample, std::span<float> target) const override {
        ++m_read;
        std::ranges::fill(sample, static_cast<float>(index) / 520);
        target[0] = static_cast<float>(index % 2);
    }
    [[nodiscard]] int readLately() const { return m_read.exchange(0); }

private:
    DataDescription m_description = describedClasses({128, 128, 3}, 2);
    mutable std::atomic<int> m_read = 0;
};

TEST(CalibrationOfPictures, NoSliceOfTheWorkReadsMoreThanFitsTogether) {
    LensBench bench(chain(
        {128, 128, 3},
        {{"average_pool",
          {{"window", std::vector<std::int64_t>{32, 32}}, {"stride", std::vector<std::int64_t>{32, 32}}}},
         {"flatten", {}},
         {"dense", {{"units", std::int64_t{2}}, {"activation", std::string("softmax")}}}}));
    const auto data = std::make_shared<CountedPictures>();
    bench.setData(data);
    auto work =
        beginLens(*findLensType("calibration"),
                  {.model = bench.network().model(), .data = &data->description()}, bench.context(), {});
    ASSERT_TRUE(work) << work.error().text();
    int all = 0;
    for (Result<bool> done = false; !*done;) {
        done = (*work)->advance();
        ASSERT_TRUE(done) << done.error().text();
        const int now = data->readLately();
        EXPECT_LE(now, 128);
        all += now;
    }
    EXPECT_EQ(all, 520 + 512 + 512) << "to judge, for the range of noise, and to be shuffled";
    EXPECT_EQ((*work)->result().tables.empty(), false);
}

} // namespace
} // namespace protomind
