// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/bench/benchmarks.h"

namespace protomind {

namespace {

using Sizes = std::vector<std::int64_t>;

/// A model as a plain chain of layers.
class Chain {
public:
    explicit Chain(Sizes input) { put("input", {{"shape", std::move(input)}}); }

    Chain& put(const std::string& type, Settings settings = {}) {
        ModelLayer layer;
        layer.name = type + " " + std::to_string(m_model.layers.size());
        layer.type = findLayerType(type);
        require(layer.type != nullptr, "works: no such layer type");
        layer.settings = std::move(settings);
        if (!m_model.layers.empty())
            layer.inputs = {static_cast<int>(m_model.layers.size()) - 1};
        m_model.layers.push_back(std::move(layer));
        return *this;
    }
    Chain& dense(std::int64_t units, const char* activation) {
        return put("dense", {{"units", units}, {"activation", std::string(activation)}});
    }
    Chain& convolution(std::int64_t filters, std::int64_t side, const char* padding, const char* activation) {
        return put("convolution", {{"filters", filters},
                                   {"kernel", Sizes{side, side}},
                                   {"padding", std::string(padding)},
                                   {"activation", std::string(activation)}});
    }
    Chain& normalised(std::int64_t filters) {
        convolution(filters, 3, "same", "linear");
        put("batch_norm");
        return put("activation", {{"function", std::string("relu")}});
    }
    Chain& pool() { return put("max_pool", {{"window", Sizes{2, 2}}, {"stride", Sizes{2, 2}}}); }

    Model take() {
        std::vector<Shape> shapes;
        for (const ModelLayer& layer : m_model.layers) {
            std::vector<Shape> inputs;
            for (const int input : layer.inputs)
                inputs.push_back(shapes[static_cast<std::size_t>(input)]);
            shapes.push_back(*layer.type->outputShape(layer.settings, inputs));
        }
        m_model.inputShape = shapes.front();
        m_model.outputShape = shapes.back();
        m_model.outputLayer = static_cast<int>(shapes.size()) - 1;
        return std::move(m_model);
    }

private:
    Model m_model;
};

Benchmark work(std::string name, Model model, std::int64_t classes, const char* optimizer,
               std::int64_t batch) {
    Benchmark result{.name = std::move(name), .model = std::move(model), .classes = classes, .training = {}};
    result.training.optimizer = optimizer;
    result.training.batchSize = batch;
    return result;
}

/// Pairs of an output position and a kernel tap that meets the image, along one axis of a 'same' convolution
/// of stride 1.
double tapsInside(std::int64_t size, std::int64_t kernel) {
    double taps = 0;
    for (std::int64_t position = 0; position < size; ++position) {
        for (std::int64_t tap = 0; tap < kernel; ++tap) {
            const std::int64_t at = position - (kernel - 1) / 2 + tap;
            taps += at >= 0 && at < size ? 1 : 0;
        }
    }
    return taps;
}

/// Multiplications with an addition of a layer's forward pass, for one sample; 0 for what is no contraction.
double usefulMultiplyAdds(const ModelLayer& layer, const Shape& input, const Shape& output) {
    if (layer.type->name == "dense")
        return static_cast<double>(input.elementCount() * output.elementCount());
    if (layer.type->name != "convolution")
        return 0;
    const std::int64_t side = std::get<Sizes>(layer.settings.at("kernel")).front();
    return tapsInside(input[0], side) * tapsInside(input[1], side) *
           static_cast<double>(input[2] * output[2]);
}

/// For one sample, where the first contraction is computed so many times and each of the others so many.
double countFlops(const Benchmark& work, double firstTimes, double otherTimes) {
    double total = 0;
    bool first = true;
    std::vector<Shape> shapes;
    for (const ModelLayer& layer : work.model.layers) {
        std::vector<Shape> inputs;
        for (const int input : layer.inputs)
            inputs.push_back(shapes[static_cast<std::size_t>(input)]);
        shapes.push_back(*layer.type->outputShape(layer.settings, inputs));
        const double multiplyAdds =
            inputs.empty() ? 0 : usefulMultiplyAdds(layer, inputs.front(), shapes.back());
        total += 2.0 * multiplyAdds * (first ? firstTimes : otherTimes);
        first = first && multiplyAdds == 0;
    }
    return total;
}

} // namespace

std::vector<Benchmark> benchmarks() {
    std::vector<Benchmark> all;
    all.push_back(work("playground 2-4-2-1",
                       Chain({2}).dense(4, "tanh").dense(2, "tanh").dense(1, "tanh").take(), 0, "sgd", 10));
    all.push_back(work("mlp 784-256-128-10",
                       Chain({784}).dense(256, "relu").dense(128, "relu").dense(10, "linear").take(), 10,
                       "adam", 64));
    all.push_back(work("convnet 16-32-128-10",
                       Chain({28, 28, 1})
                           .convolution(16, 5, "same", "relu")
                           .pool()
                           .convolution(32, 5, "same", "relu")
                           .pool()
                           .put("flatten")
                           .dense(128, "relu")
                           .dense(10, "linear")
                           .take(),
                       10, "adam", 64));
    all.push_back(work("bn-convnet 32-32-64-64-10",
                       Chain({32, 32, 3})
                           .normalised(32)
                           .normalised(32)
                           .pool()
                           .normalised(64)
                           .normalised(64)
                           .pool()
                           .put("flatten")
                           .dense(10, "linear")
                           .take(),
                       10, "adam", 64));
    return all;
}

Benchmark inferenceModel() {
    return benchmarks()[2];
}

std::vector<InferenceBenchmark> inferenceBenchmarks() {
    return {{.name = "answer for 1 image", .piece = 1, .pieces = 1},
            {.name = "answers for 10000 images", .piece = 250, .pieces = 40}};
}

double usefulFlops(const Benchmark& work) {
    return countFlops(work, 2.0, 3.0) * static_cast<double>(work.training.batchSize);
}

double usefulInferenceFlops(const Benchmark& work) {
    return countFlops(work, 1.0, 1.0);
}

std::int64_t parameterCount(const Benchmark& work) {
    std::int64_t total = 0;
    std::vector<Shape> shapes;
    for (const ModelLayer& layer : work.model.layers) {
        std::vector<Shape> inputs;
        for (const int input : layer.inputs)
            inputs.push_back(shapes[static_cast<std::size_t>(input)]);
        shapes.push_back(*layer.type->outputShape(layer.settings, inputs));
        total += layer.type->parameters(layer.settings, inputs).count;
    }
    return total;
}

} // namespace protomind
