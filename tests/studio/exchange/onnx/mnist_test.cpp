// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/idx_source.h"
#include "studio/exchange/onnx/imported_onnx.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace protomind {
namespace {

using std::filesystem::path;

onnx::ModelProto modelOf(const path& file) {
    std::ifstream stream(file, std::ios::binary);
    onnx::ModelProto model;
    EXPECT_TRUE(model.ParseFromIstream(&stream)) << file;
    return model;
}

/// The share of the test digits that an imported network knows; pixels go in as pixel * scale + shift.
double scoreOf(const OnnxNetwork& network, const DataSet& digits, float scale, float shift) {
    const std::int64_t count = digits.size();
    HostArray samples(Shape{count, 1, 28, 28});
    std::vector<float> labels;
    for (std::int64_t i = 0; i < count; ++i) {
        std::vector<float> target(1);
        digits.read(i, std::span(samples.values).subspan(static_cast<std::size_t>(i) * 784, 784), target);
        labels.push_back(target[0]);
    }
    for (float& pixel : samples.values)
        pixel = pixel * scale + shift;
    const auto answers = answersOf(network, samples);
    EXPECT_TRUE(answers) << (answers ? "" : answers.error().text());
    std::int64_t right = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto row = answers->values.begin() + static_cast<std::ptrdiff_t>(i) * 10;
        right += static_cast<float>(std::max_element(row, row + 10) - row) == labels[i] ? 1 : 0;
    }
    return static_cast<double>(right) / static_cast<double>(count);
}

class OnnxMnist : public testing::Test {
protected:
    void SetUp() override {
        m_data = testData();
        if (m_data.empty() || !std::filesystem::is_directory(m_data / "models") ||
            !std::filesystem::is_directory(m_data / "mnist"))
            GTEST_SKIP() << "The trained networks are not here; set PROTOMIND_TEST_DATA.";
        auto source = openIdxFolder((m_data / "mnist").string());
        ASSERT_TRUE(source);
        m_source = *source;
    }
    path m_data;
    DataSource m_source;
};

TEST_F(OnnxMnist, OfCntkKnowsTheDigits) {
    const auto network = importedFrom(modelOf(m_data / "models/mnist-opset7.onnx"));
    ASSERT_TRUE(network) << network.error().text();
    EXPECT_NEAR(scoreOf(*network, *m_source.test, 1, 0), 0.989, 0.0005);
}

TEST_F(OnnxMnist, OfPyTorchKnowsTheDigits) {
    const auto network = importedFrom(modelOf(m_data / "models/mnist-cnn-opset9.onnx"));
    ASSERT_TRUE(network) << network.error().text();
    // PyTorch's example makes pixels standard: their mean over the training digits is 0.1307, their spread
    // 0.3081.
    EXPECT_NEAR(scoreOf(*network, *m_source.test, 1 / 0.3081f, -0.1307f / 0.3081f), 0.9907, 0.0005);
}

} // namespace
} // namespace protomind
