// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/data/data_set.h"
#include "engine/device/cpu/cpu_device.h"
#include "studio/lens/digit_classifier.h"
#include "studio/lens/digit_classifier_bytes.h"
#include "studio/lens/frechet_distance.h"
#include "studio/lens/generated_classes.h"
#include "studio/network/lowering.h"
#include "studio/network/network_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <sstream>

#include "source_folder.h"

namespace protomind {
namespace {

std::string textOf(const std::string& name) {
    std::ifstream file(sourceFolder() / "resources/models/digits" / name, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// "99.48 %" from "| accuracy | 99.48 % |"; nothing where the card has no such row.
std::string cardEntry(const std::string& card, const std::string& row) {
    const std::string start = "\n| " + row + " | ";
    const std::size_t at = card.find(start);
    if (at == std::string::npos)
        return {};
    const std::size_t from = at + start.size();
    std::string entry = card.substr(from, card.find(" |\n", from) - from);
    std::erase(entry, '`');
    return entry;
}

struct LabelledDigits {
    HostArray pictures;
    std::vector<std::int64_t> labels;
};

LabelledDigits testDigits(const std::string& source, std::uint64_t seed) {
    const DataSetPtr set = openData(source, seed).value().test;
    LabelledDigits digits{HostArray(set->description().sampleShape.prepended(set->size())), {}};
    const std::span<float> all = digits.pictures.values;
    const auto size = static_cast<std::size_t>(set->description().sampleShape.elementCount());
    for (std::int64_t i = 0; i < set->size(); ++i) {
        float label = 0;
        set->read(i, all.subspan(static_cast<std::size_t>(i) * size, size), std::span(&label, 1));
        digits.labels.push_back(static_cast<std::int64_t>(label));
    }
    return digits;
}

class DigitClassifierTest : public testing::Test {
protected:
    DigitAnswers answer(const HostArray& pictures) { return m_classifier->answer(pictures).value(); }
    double accuracyOn(const LabelledDigits& digits) {
        const DigitAnswers answers = answer(digits.pictures);
        std::int64_t right = 0;
        for (std::size_t i = 0; i < digits.labels.size(); ++i) {
            const auto row = answers.probabilities.values.begin() + static_cast<std::ptrdiff_t>(10 * i);
            right += std::max_element(row, row + 10) - row == digits.labels[i];
        }
        return static_cast<double>(right) / static_cast<double>(digits.labels.size());
    }
    /// Fréchet distance in its features.
    double distance(const HostArray& made, const HostArray& real) {
        return frechetDistance(featureMoments(answer(made).features).value(),
                               featureMoments(answer(real).features).value())
            ->squared;
    }

    std::unique_ptr<Device> m_device = makeCpuDevice();
    std::unique_ptr<DigitClassifier> m_classifier = DigitClassifier::create(*m_device).value();
};

TEST_F(DigitClassifierTest, ReadsDigitsThatItNeverSaw) {
    EXPECT_GE(accuracyOn(testDigits("digits?test=1000", 3)), 0.985);
}

TEST_F(DigitClassifierTest, DoesWhatItsCardSays) {
    const std::string card = textOf("card.md");
    const std::string source = cardEntry(card, "test data");
    ASSERT_EQ(source, "digits?test=10000");
    ASSERT_NE(cardEntry(card, "test seed"), cardEntry(card, "training seed"));
    const double accuracy = accuracyOn(testDigits(source, std::stoull(cardEntry(card, "test seed"))));
    const double onCard = std::stod(cardEntry(card, "accuracy"));
    EXPECT_GE(onCard, 98.5);
    // Two decimals are all of it; a single digit may be a near tie that processors round to either side.
    EXPECT_NEAR(100 * accuracy, onCard, 0.02);
    EXPECT_THAT(cardEntry(card, "weights"), testing::HasSubstr("33,194, 32-bit"));
    EXPECT_EQ(digitClassifierBytes().size(), textOf("weights.f32").size());
}

TEST_F(DigitClassifierTest, IsTheNetworkOfItsFile) {
    const Model expected = lower(parseNetwork(textOf("network.json")).value()).value();
    const Model model = digitClassifierModel();
    EXPECT_EQ(model.inputShape, expected.inputShape);
    EXPECT_EQ(model.outputShape, expected.outputShape);
    EXPECT_EQ(model.outputLayer, expected.outputLayer);
    EXPECT_EQ(layerShapes(model), layerShapes(expected));
    ASSERT_EQ(model.layers.size(), expected.layers.size());
    for (std::size_t i = 0; i < model.layers.size(); ++i) {
        const ModelLayer& layer = model.layers[i];
        EXPECT_EQ(layer.name, expected.layers[i].name);
        EXPECT_EQ(layer.type, expected.layers[i].type);
        EXPECT_EQ(layer.inputs, expected.layers[i].inputs);
        for (const Field& field : layer.type->fields)
            EXPECT_EQ(valueOf(layer.type->fields, layer.settings, field.name),
                      valueOf(layer.type->fields, expected.layers[i].settings, field.name))
                << layer.name << " " << field.name;
    }
}

TEST_F(DigitClassifierTest, GivesProbabilitiesAndFeatures) {
    const LabelledDigits digits = testDigits("digits?test=300", 4);
    const DigitAnswers all = answer(digits.pictures);
    EXPECT_EQ(all.probabilities.shape, (Shape{300, kDigitClasses}));
    EXPECT_EQ(all.features.shape, (Shape{300, kDigitFeatures}));
    const ClassCoverage coverage = classCoverage(all.probabilities).value();
    EXPECT_GT(coverage.confidence, 0.95);
    EXPECT_THAT(coverage.shares, testing::Each(testing::DoubleNear(0.1, 0.02)));
    EXPECT_THAT(all.features.values, testing::Each(testing::Ge(0.0f)));
    // Parts of other sizes give the same of a picture, but for the last bits.
    const std::size_t last = 299;
    const HostArray one({1, 28, 28, 1}, {digits.pictures.values.end() - 784, digits.pictures.values.end()});
    const DigitAnswers alone = answer(one);
    for (std::size_t k = 0; k < 10; ++k)
        EXPECT_NEAR(alone.probabilities.values[k], all.probabilities.values[10 * last + k], 1e-5);
    for (std::size_t k = 0; k < 64; ++k)
        EXPECT_NEAR(alone.features.values[k], all.features.values[64 * last + k], 1e-3);
}

/// Noise, empty paper, one digit over and over: in its features all are far from digits, which other digits
/// are not.
TEST_F(DigitClassifierTest, ItsFeaturesTellDigitsFromOtherThings) {
    const LabelledDigits real = testDigits("digits?test=1000", 5);
    const LabelledDigits others = testDigits("digits?test=1000", 6);
    const double same = distance(others.pictures, real.pictures);
    HostArray noise(real.pictures.shape);
    RandomStream random(7);
    for (float& pixel : noise.values)
        pixel = random.uniform();
    HostArray ones = real.pictures;
    for (std::size_t i = 0; i < 1000; ++i)
        std::copy_n(real.pictures.values.begin() + static_cast<std::ptrdiff_t>((i / 10 * 10 + 1) * 784), 784,
                    ones.values.begin() + static_cast<std::ptrdiff_t>(i * 784));
    const double ofNoise = distance(noise, real.pictures);
    const double ofEmpty = distance(HostArray(real.pictures.shape), real.pictures);
    const double ofOnes = distance(ones, real.pictures);
    EXPECT_GT(ofNoise, 50 * same);
    EXPECT_GT(ofEmpty, 50 * same);
    EXPECT_GT(ofOnes, 50 * same);
    EXPECT_LT(classCoverage(answer(ones).probabilities)->entropyOfShares, 0.3);
}

TEST_F(DigitClassifierTest, RefusesOtherPictures) {
    EXPECT_EQ(m_classifier->answer(HostArray({2, 28, 28, 3})).error().kind, ProblemKind::Request);
    EXPECT_FALSE(m_classifier->answer(HostArray({2, 784})));
    EXPECT_FALSE(m_classifier->answer(HostArray({0, 28, 28, 1})));
    EXPECT_FALSE(m_classifier->answer(HostArray()));
    HostArray bad({2, 28, 28, 1});
    bad.values[1000] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(m_classifier->answer(bad).error().sentence,
              "The pictures hold a number that is not finite (NaN or infinite).");
}

TEST_F(DigitClassifierTest, RefusesDamagedWeights) {
    const std::span<const std::uint8_t> whole = digitClassifierBytes();
    EXPECT_TRUE(DigitClassifier::create(*m_device, whole));
    for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{400}, whole.size() - 1})
        EXPECT_FALSE(DigitClassifier::create(*m_device, whole.first(size))) << size;
    std::vector<std::uint8_t> file(whole.begin(), whole.end());
    file.push_back(0);
    EXPECT_FALSE(DigitClassifier::create(*m_device, file));
    file.pop_back();
    std::fill(file.end() - 4, file.end(), std::uint8_t{0xff}); // a NaN
    const auto damaged = DigitClassifier::create(*m_device, file);
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().kind, ProblemKind::Input);
}

} // namespace
} // namespace protomind
