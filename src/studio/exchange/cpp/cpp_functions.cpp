// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/cpp/cpp_source.h"

namespace protomind {

namespace {

constexpr std::string_view kDense =
    R"cpp(// Every output is a sum of all inputs, each times a weight. A sequence goes through step by step.
Numbers dense(const Numbers& x, int inputs, int outputs, const float* kernel, const float* bias) {
    Numbers y;
    for (std::size_t row = 0; row < x.size(); row += inputs)
        for (int j = 0; j < outputs; ++j) {
            double sum = bias ? bias[j] : 0.0f;
            for (int i = 0; i < inputs; ++i)
                sum += double(x[row + i]) * kernel[i * outputs + j];
            y.push_back(float(sum));
        }
    return y;
}
)cpp";

constexpr std::string_view kBatchNorm =
    R"cpp(// By the mean and the variance that training has remembered for each channel.
Numbers batchNorm(Numbers x, int channels, float epsilon, const float* scale, const float* shift, const float* mean,
                  const float* variance) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::size_t c = i % channels;
        x[i] = (x[i] - mean[c]) / std::sqrt(variance[c] + epsilon) * scale[c] + shift[c];
    }
    return x;
}
)cpp";

constexpr std::string_view kLayerNorm = R"cpp(// Mean 0 and spread 1 for the channels of each step or pixel.
Numbers layerNorm(Numbers x, int channels, float epsilon, const float* scale, const float* shift) {
    for (std::size_t row = 0; row < x.size(); row += channels) {
        double mean = 0, square = 0;
        for (int c = 0; c < channels; ++c)
            mean += x[row + c];
        mean /= channels;
        for (int c = 0; c < channels; ++c)
            square += (x[row + c] - mean) * (x[row + c] - mean);
        const double spread = std::sqrt(square / channels + epsilon);
        for (int c = 0; c < channels; ++c)
            x[row + c] = float((x[row + c] - mean) / spread * scale[c] + shift[c]);
    }
    return x;
}
)cpp";

constexpr std::string_view kGroupNorm =
    R"cpp(// Mean 0 and spread 1 for each group of channels, over all pixels.
Numbers groupNorm(Numbers x, int channels, int groups, float epsilon, const float* scale, const float* shift) {
    const int size = channels / groups;
    for (int group = 0; group < groups; ++group) {
        double mean = 0, square = 0;
        const double count = double(x.size()) / groups;
        const auto each = [&](auto&& what) {
            for (std::size_t place = 0; place < x.size(); place += channels)
                for (int c = group * size; c < (group + 1) * size; ++c)
                    what(x[place + c], c);
        };
        each([&](float& value, int) { mean += value / count; });
        each([&](float& value, int) { square += (value - mean) * (value - mean); });
        const double spread = std::sqrt(square / count + epsilon);
        each([&](float& value, int c) { value = float((value - mean) / spread * scale[c] + shift[c]); });
    }
    return x;
}
)cpp";

constexpr std::string_view kAdd = R"cpp(Numbers add(Numbers x, const Numbers& other) {
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] += other[i];
    return x;
}
)cpp";

constexpr std::string_view kMultiply = R"cpp(// A list with a number for each channel scales the channels.
Numbers multiply(Numbers x, const Numbers& other) {
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] *= other[i % other.size()];
    return x;
}
)cpp";

constexpr std::string_view kConcatenate = R"cpp(// The channels of x, then those of other, at every place.
Numbers concatenate(const Numbers& x, int channels, const Numbers& other, int otherChannels) {
    Numbers y;
    for (std::size_t place = 0; place < x.size() / channels; ++place) {
        y.insert(y.end(), x.begin() + place * channels, x.begin() + (place + 1) * channels);
        y.insert(y.end(), other.begin() + place * otherChannels, other.begin() + (place + 1) * otherChannels);
    }
    return y;
}
)cpp";

constexpr std::string_view kMeans = R"cpp(// Of means and logarithms of variances the means.
Numbers means(const Numbers& x) {
    return Numbers(x.begin(), x.begin() + x.size() / 2);
}
)cpp";

constexpr std::string_view kGlobalMaxPool = R"cpp(Numbers globalMaxPool(const Numbers& x, int channels) {
    Numbers y(x.begin(), x.begin() + channels);
    for (std::size_t i = 0; i < x.size(); ++i)
        y[i % channels] = std::max(y[i % channels], x[i]);
    return y;
}
)cpp";

constexpr std::string_view kGlobalAveragePool =
    R"cpp(Numbers globalAveragePool(const Numbers& x, int channels) {
    std::vector<double> sums(channels);
    for (std::size_t i = 0; i < x.size(); ++i)
        sums[i % channels] += x[i];
    Numbers y;
    for (const double sum : sums)
        y.push_back(float(sum * channels / x.size()));
    return y;
}
)cpp";

constexpr std::string_view kRelu = R"cpp(Numbers relu(Numbers x) {
    for (float& value : x)
        value = std::max(value, 0.0f);
    return x;
}
)cpp";

constexpr std::string_view kLeakyRelu = R"cpp(Numbers leakyRelu(Numbers x, float slope) {
    for (float& value : x)
        value = std::max(value, value * slope);
    return x;
}
)cpp";

constexpr std::string_view kElu = R"cpp(Numbers elu(Numbers x, float alpha) {
    for (float& value : x)
        value = value < 0 ? alpha * std::expm1(value) : value;
    return x;
}
)cpp";

constexpr std::string_view kGelu = R"cpp(Numbers gelu(Numbers x) {
    for (float& value : x)
        value = value * 0.5f * (1 + std::erf(value * 0.70710678f));
    return x;
}
)cpp";

constexpr std::string_view kSigmoid = R"cpp(Numbers sigmoid(Numbers x) {
    for (float& value : x)
        value = 1 / (1 + std::exp(-value));
    return x;
}
)cpp";

constexpr std::string_view kTanh = R"cpp(Numbers tanh(Numbers x) {
    for (float& value : x)
        value = std::tanh(value);
    return x;
}
)cpp";

constexpr std::string_view kSoftmax = R"cpp(// Probabilities that add up to 1, for each step or pixel.
Numbers softmax(Numbers x, int channels) {
    for (auto row = x.begin(); row != x.end(); row += channels) {
        const float largest = *std::max_element(row, row + channels);
        double sum = 0;
        for (auto value = row; value != row + channels; ++value)
            sum += *value = std::exp(*value - largest);
        for (auto value = row; value != row + channels; ++value)
            *value = float(*value / sum);
    }
    return x;
}
)cpp";

} // namespace

std::vector<CppFunction> cppActivationFunctions() {
    return {{"relu", kRelu},       {"leakyRelu", kLeakyRelu}, {"elu", kElu},        {"gelu", kGelu},
            {"sigmoid", kSigmoid}, {"tanh", kTanh},           {"softmax", kSoftmax}};
}

std::vector<CppFunction> cppFunctions() {
    std::vector<CppFunction> all = cppActivationFunctions();
    for (const CppFunction& function : {CppFunction{"dense", kDense},
                                        {"batchNorm", kBatchNorm},
                                        {"layerNorm", kLayerNorm},
                                        {"groupNorm", kGroupNorm},
                                        {"add", kAdd},
                                        {"multiply", kMultiply},
                                        {"concatenate", kConcatenate},
                                        {"means", kMeans},
                                        {"globalMaxPool", kGlobalMaxPool},
                                        {"globalAveragePool", kGlobalAveragePool}})
        all.push_back(function);
    for (const auto& more : {cppImageFunctions(), cppSequenceFunctions()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace protomind
