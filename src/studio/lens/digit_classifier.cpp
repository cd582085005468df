// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/digit_classifier.h"

#include "studio/lens/digit_classifier_bytes.h"
#include "studio/lens/plain_weights.h"
#include "studio/lens/sample_rows.h"

#include <algorithm>

namespace protomind {

namespace {

constexpr std::int64_t kDigitSide = 28;
/// Both for each sample, one behind the other.
constexpr std::int64_t kNumbersOfAnswer = kDigitFeatures + kDigitClasses;

/// A chain of layers, each behind the one before.
class LayerChain {
public:
    void add(const char* name, const char* type, Settings settings) {
        ModelLayer layer{
            .name = name, .type = findLayerType(type), .settings = std::move(settings), .inputs = {}};
        if (!m_model.layers.empty()) {
            layer.inputs = {static_cast<int>(m_model.layers.size()) - 1};
            m_shape = layer.type->outputShape(layer.settings, std::span(&m_shape, 1)).value();
        } else {
            m_shape = Shape(std::get<std::vector<std::int64_t>>(layer.settings.at("shape")));
            m_model.inputShape = m_shape;
        }
        m_model.outputLayer = static_cast<int>(m_model.layers.size());
        m_model.outputShape = m_shape;
        m_model.layers.push_back(std::move(layer));
    }
    void addConvolution(const char* name, std::int64_t filters) {
        add(name, "convolution",
            {{"filters", filters},
             {"kernel", std::vector<std::int64_t>{3, 3}},
             {"padding", std::string("same")},
             {"activation", std::string("relu")}});
    }
    void addMaxPool(const char* name) {
        const std::vector<std::int64_t> window{2, 2};
        add(name, "max_pool", {{"window", window}, {"stride", window}});
    }
    void addDense(const char* name, std::int64_t units, const char* activation) {
        add(name, "dense", {{"units", units}, {"activation", std::string(activation)}});
    }
    [[nodiscard]] Model take() { return std::move(m_model); }

private:
    Model m_model;
    Shape m_shape;
};

} // namespace

Model digitClassifierModel() {
    LayerChain chain;
    chain.add("input", "input", {{"shape", std::vector<std::int64_t>{kDigitSide, kDigitSide, 1}}});
    chain.addConvolution("conv1", 16);
    chain.addMaxPool("pool1");
    chain.addConvolution("conv2", 32);
    chain.addMaxPool("pool2");
    chain.addConvolution("conv3", 32);
    chain.addMaxPool("pool3");
    chain.add("flatten", "flatten", {});
    chain.addDense("features", kDigitFeatures, "relu");
    chain.addDense("digits", kDigitClasses, "softmax");
    return chain.take();
}

Result<std::unique_ptr<DigitClassifier>> DigitClassifier::create(Device& device) {
    return create(device, digitClassifierBytes());
}

Result<std::unique_ptr<DigitClassifier>> DigitClassifier::create(Device& device,
                                                                 std::span<const std::uint8_t> weights) {
    Model model = digitClassifierModel();
    auto values = readPlainWeights(model, weights);
    if (!values)
        return std::unexpected(values.error());
    auto network = NetworkInstance::create(std::move(model), device, *values);
    if (!network)
        return std::unexpected(network.error());
    return std::unique_ptr<DigitClassifier>(new DigitClassifier(std::move(*network)));
}

Result<DigitAnswers> DigitClassifier::answer(const HostArray& pictures) {
    const Model& model = m_network->model();
    if (auto checked = checkSamples(model, pictures.shape); !checked)
        return std::unexpected(checked.error());
    if (auto rows = finiteRows(pictures, "The pictures"); !rows)
        return std::unexpected(rows.error());
    const std::size_t featureLayer = model.layers.size() - 2;
    const NetworkQuery query{.outputs = true, .layers = {featureLayer}};
    const auto both =
        inBatches(pictures, fittingBatch(model), [&](const HostArray& part) -> Result<HostArray> {
            const auto found = m_network->ask(query, {{kSamples, part}});
            if (!found)
                return std::unexpected(found.error());
            const HostArray& features = found->at(layerOutputName(featureLayer));
            const HostArray& probabilities = found->at(kOutputs);
            HostArray rows({part.shape[0], kNumbersOfAnswer});
            auto next = rows.values.begin();
            for (std::int64_t i = 0; i < part.shape[0]; ++i) {
                next = std::copy_n(features.values.begin() + i * kDigitFeatures, kDigitFeatures, next);
                next = std::copy_n(probabilities.values.begin() + i * kDigitClasses, kDigitClasses, next);
            }
            return rows;
        });
    if (!both)
        return std::unexpected(both.error());
    const std::int64_t count = pictures.shape[0];
    DigitAnswers answers{HostArray({count, kDigitClasses}), HostArray({count, kDigitFeatures})};
    for (std::int64_t i = 0; i < count; ++i) {
        const auto row = both->values.begin() + i * kNumbersOfAnswer;
        std::copy_n(row, kDigitFeatures, answers.features.values.begin() + i * kDigitFeatures);
        std::copy_n(row + kDigitFeatures, kDigitClasses,
                    answers.probabilities.values.begin() + i * kDigitClasses);
    }
    return answers;
}

} // namespace protomind
