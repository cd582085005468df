// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/face_drawer.h"
#include "engine/data/split.h"
#include "engine/data/whole_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace protomind {
namespace {

std::vector<float> valuesOf(const DataSet& set, std::int64_t index) {
    std::vector<float> values(set.description().factors.size());
    set.readFactors(index, values);
    return values;
}

FaceFactors faceOf(const DataSet& set, std::int64_t index) {
    return readFaceFactors(static_cast<HairStyle>(index % static_cast<std::int64_t>(kHairStyleCount)),
                           valuesOf(set, index));
}

TEST(Faces, AreDrawnFromWhatTheyTell) {
    const DataSource source = opened("faces?samples=40&test=16");
    for (const DataSetPtr& set : {source.training, source.test}) {
        const WholeSet all(*set);
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::array<std::uint8_t, kFacePixels> picture;
            drawFace(faceOf(*set, static_cast<std::int64_t>(i)), picture);
            for (std::size_t number = 0; number < kFacePixels; ++number)
                ASSERT_EQ(all.sample(i)[number], static_cast<float>(picture[number]) / 255.0f)
                    << i << ", " << number;
        }
    }
}

TEST(Faces, HaveEveryHairStyleAsOften) {
    const WholeSet all(*opened("faces?samples=80&test=10").training);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(all.targets[i], static_cast<float>(i % kHairStyleCount));
    EXPECT_EQ(opened("faces?samples=10&test=10").training->description().classNames[7], "pigtails");
}

TEST(Faces, TellTheirFactorsInWordsAndWithinTheirRanges) {
    const DataSource source = opened("faces?samples=800&test=10&turn=40&nod=25&tilt=20");
    const auto factors = faceFactors();
    ASSERT_EQ(source.training->description().factors.size(), factors.size());
    std::vector<float> least(factors.size(), 1e9f);
    std::vector<float> most(factors.size(), -1e9f);
    for (std::int64_t i = 0; i < source.training->size(); ++i) {
        const auto values = valuesOf(*source.training, i);
        for (std::size_t factor = 0; factor < factors.size(); ++factor) {
            least[factor] = std::min(least[factor], values[factor]);
            most[factor] = std::max(most[factor], values[factor]);
        }
    }
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const FaceFactor& factor = factors[i];
        const float margin = 0.05f * (factor.highest - factor.lowest);
        EXPECT_GE(least[i], factor.lowest) << factor.data.name;
        EXPECT_LE(most[i], factor.highest) << factor.data.name;
        EXPECT_LT(least[i], factor.lowest + margin) << factor.data.name;
        EXPECT_GT(most[i], factor.highest - margin) << factor.data.name;
        EXPECT_FALSE(factor.data.title.empty());
        EXPECT_NE(factor.data.words(factor.lowest), factor.data.words(factor.highest)) << factor.data.name;
    }
    const auto& told = source.training->description().factors;
    EXPECT_EQ(told[0].words(-12), "looks 12° to the left");
    EXPECT_EQ(told[3].words(0.7f), "smiles 70 %");
    EXPECT_EQ(told[9].words(0.5f), "blond hair");
    const ValidationSplit split = splitForValidation(source.training, 0.25, 3);
    EXPECT_EQ(valuesOf(*split.validation, 5), valuesOf(*source.training, split.validation->indices()[5]));
}

TEST(Faces, KeepWhatElseTheyAreWhenOneFactorIsChanged) {
    const DataSource little = opened("faces?samples=40&test=10&turn=4");
    const DataSource much = opened("faces?samples=40&test=10&turn=40&mood=0");
    const FaceFactors usual;
    for (std::int64_t i = 0; i < 40; ++i) {
        const FaceFactors one = faceOf(*little.training, i);
        const FaceFactors other = faceOf(*much.training, i);
        EXPECT_NEAR(other.right, 10 * one.right, 1e-4f);
        EXPECT_EQ(other.up, one.up);
        EXPECT_EQ(other.skin, one.skin);
        EXPECT_EQ(other.glasses, one.glasses);
        EXPECT_EQ(other.smile, usual.smile);
        EXPECT_EQ(other.mouthOpen, usual.mouthOpen);
    }
}

TEST(Faces, WearGlassesAsOftenAsAskedFor) {
    for (const double share : {0.0, 0.25, 1.0}) {
        const DataSource source = opened("faces?samples=2000&test=10&glasses=" + std::to_string(share));
        double worn = 0;
        for (std::int64_t i = 0; i < source.training->size(); ++i)
            worn += static_cast<double>(faceOf(*source.training, i).glasses);
        // Four standard deviations of a share of 2000.
        EXPECT_NEAR(worn / 2000, share, 4 * std::sqrt(share * (1 - share) / 2000)) << share;
    }
}

/// All but the style is drawn alike for each, so that nothing else gives a class away.
TEST(Faces, BetrayTheirClassByNoFactor) {
    const DataSource source = opened("faces?samples=8000&test=10");
    const std::size_t count = faceFactors().size();
    std::vector<double> sums(kHairStyleCount * count);
    std::vector<double> squares(kHairStyleCount * count);
    for (std::int64_t i = 0; i < source.training->size(); ++i) {
        const auto values = valuesOf(*source.training, i);
        for (std::size_t factor = 0; factor < count; ++factor) {
            const auto value = static_cast<double>(values[factor]);
            sums[static_cast<std::size_t>(i) % kHairStyleCount * count + factor] += value / 1000;
            squares[static_cast<std::size_t>(i) % kHairStyleCount * count + factor] += value * value / 1000;
        }
    }
    for (std::size_t style = 1; style < kHairStyleCount; ++style)
        for (std::size_t factor = 0; factor < count; ++factor) {
            const double mean = sums[style * count + factor];
            const double error = std::sqrt((squares[style * count + factor] - mean * mean) / 1000);
            EXPECT_NEAR(mean, sums[factor], 6 * error)
                << kHairStyles[style] << ", " << faceFactors()[factor].data.name;
        }
}

TEST(Faces, HaveAsMuchNoiseAsAskedFor) {
    const WholeSet clean(*opened("faces?samples=40&test=10").training);
    const WholeSet noisy(*opened("faces?samples=40&test=10&noise=0.1").training);
    double square = 0;
    std::int64_t count = 0;
    for (std::size_t i = 0; i < clean.samples.size(); ++i)
        if (clean.samples[i] > 0.4f && clean.samples[i] < 0.6f) { // far from both ends, which cut noise off
            const auto noise = static_cast<double>(noisy.samples[i] - clean.samples[i]);
            square += noise * noise;
            ++count;
        }
    ASSERT_GT(count, 10000);
    EXPECT_NEAR(std::sqrt(square / static_cast<double>(count)), 0.1, 0.005);
}

TEST(Faces, RefuseValuesThatAreNoFactors) {
    std::vector<float> values(faceFactors().size() + 1);
    EXPECT_THROW((void)readFaceFactors(HairStyle::Bob, values), std::logic_error);
    EXPECT_THROW(writeFaceFactors({}, values), std::logic_error);
}

/// Projects and lessons name this set: its samples are the same in every version and on every machine, but
/// for the last bit of a colour.
TEST(Faces, StayAsTheyWere) {
    const DataSource source = opened("faces?samples=16&test=10", 1);
    const WholeSet all(*source.training);
    std::vector<double> sums;
    for (std::size_t i = 0; i < all.size(); ++i) {
        double sum = 0;
        for (std::size_t number = 0; number < kFacePixels; ++number)
            sum += static_cast<double>(all.sample(i)[number]) * static_cast<double>(1 + number % 7);
        sums.push_back(sum);
    }
    EXPECT_THAT(sums,
                testing::Pointwise(testing::DoubleNear(0.5),
                                   std::vector<double>{7974.44, 8246.76, 8247.72, 7801.8, 8172.14, 7650.21,
                                                       7954.87, 7895.67, 9129.16, 8766.37, 7879.14, 6719.87,
                                                       7914.76, 8484.56, 8114.27, 7564.64}));
    EXPECT_THAT(valuesOf(*source.training, 3),
                testing::Pointwise(testing::FloatNear(1e-3f),
                                   std::vector<float>{-10.1705f, -15.9177f, 3.61678f, -0.325243f, 0.0413388f,
                                                      0.701033f, 1.10759f, 8.25052f, 0.703362f, 0.304158f,
                                                      0.0683329f, 0, 0.984381f, -0.596466f, 0.618048f}));
}

} // namespace
} // namespace protomind
