// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/template.h"

#include "engine/data/shape_outlines.h"
#include "engine/nn/layer_type.h"
#include "studio/network/layout.h"

#include <algorithm>
#include <initializer_list>

namespace protomind {

namespace {

using Sizes = std::vector<std::int64_t>;

/// Draws a network card by card; the cards are laid out at the end.
class Drawing {
public:
    LayerId put(const char* typeName, Settings settings, std::initializer_list<LayerId> from) {
        const LayerType* type = findLayerType(typeName);
        require(type != nullptr, "networkTemplates: no layer type of that name");
        const LayerId id = m_network.nextLayerId();
        m_network.add(Layer{.id = id,
                            .type = typeName,
                            .name = m_network.freeName(type->title),
                            .settings = std::move(settings),
                            .position = {}});
        for (const LayerId source : from)
            m_network.add(Wire{.id = m_network.nextWireId(), .from = source, .to = id, .port = 0});
        return id;
    }

    LayerId input(Sizes shape) { return put("input", {{"shape", std::move(shape)}}, {}); }
    LayerId dense(std::int64_t units, const char* activation, LayerId from) {
        return put("dense", {{"units", units}, {"activation", std::string(activation)}}, {from});
    }
    LayerId convolution(std::int64_t filters, std::int64_t side, LayerId from) {
        return put("convolution",
                   {{"filters", filters},
                    {"kernel", Sizes{side, side}},
                    {"padding", std::string("same")},
                    {"activation", std::string("relu")}},
                   {from});
    }
    LayerId maxPool(LayerId from) {
        return put("max_pool", {{"window", Sizes{2, 2}}, {"stride", Sizes{2, 2}}}, {from});
    }
    LayerId latent(std::int64_t dimension) {
        return put("latent", {{"dimension", dimension}, {"distribution", std::string("normal")}}, {});
    }
    /// And then cut off below 0.
    LayerId normalised(LayerId from) {
        return put("activation", {{"function", std::string("relu")}}, {put("batch_norm", {}, {from})});
    }
    /// To an image of half the side.
    LayerId halved(std::int64_t filters, LayerId from) {
        return put("convolution",
                   {{"filters", filters},
                    {"kernel", Sizes{4, 4}},
                    {"stride", Sizes{2, 2}},
                    {"padding", std::string("same")},
                    {"activation", std::string("leaky_relu")}},
                   {from});
    }
    /// To an image of twice the side.
    LayerId doubled(std::int64_t filters, const char* activation, LayerId from) {
        return put("transposed_convolution",
                   {{"filters", filters},
                    {"kernel", Sizes{4, 4}},
                    {"stride", Sizes{2, 2}},
                    {"padding", std::string("same")},
                    {"activation", std::string(activation)}},
                   {from});
    }

    [[nodiscard]] Network take() { return arranged(std::move(m_network)); }

private:
    Network m_network;
};

Network makePlayground() {
    Drawing drawing;
    const LayerId input = drawing.input({2});
    const LayerId first = drawing.dense(4, "tanh", input);
    const LayerId second = drawing.dense(2, "tanh", first);
    drawing.dense(1, "sigmoid", second);
    return drawing.take();
}

Network makeSpiralMlp() {
    Drawing drawing;
    const LayerId input = drawing.input({2});
    const LayerId first = drawing.dense(32, "relu", input);
    const LayerId second = drawing.dense(32, "relu", first);
    drawing.dense(2, "softmax", second);
    return drawing.take();
}

Network makeDigitsMlp() {
    Drawing drawing;
    const LayerId input = drawing.input({28, 28, 1});
    const LayerId flat = drawing.put("flatten", {}, {input});
    const LayerId first = drawing.dense(256, "relu", flat);
    const LayerId second = drawing.dense(128, "relu", first);
    drawing.dense(10, "softmax", second);
    return drawing.take();
}

Network makeDigitsConvnet() {
    Drawing drawing;
    const LayerId input = drawing.input({28, 28, 1});
    const LayerId edges = drawing.maxPool(drawing.convolution(16, 5, input));
    const LayerId parts = drawing.maxPool(drawing.convolution(32, 5, edges));
    const LayerId flat = drawing.put("flatten", {}, {parts});
    const LayerId whole = drawing.dense(128, "relu", flat);
    const LayerId dropped = drawing.put("dropout", {{"rate", 0.25}}, {whole});
    drawing.dense(10, "softmax", dropped);
    return drawing.take();
}

Network makeDigitsBranched() {
    Drawing drawing;
    const LayerId input = drawing.input({28, 28, 1});
    const LayerId stem = drawing.maxPool(drawing.convolution(16, 3, input));
    const LayerId fine = drawing.convolution(8, 3, stem);
    const LayerId coarse = drawing.convolution(8, 5, stem);
    const LayerId both = drawing.put("concatenate", {}, {fine, coarse});
    const LayerId sum = drawing.put("add", {}, {both, stem});
    const LayerId flat = drawing.put("flatten", {}, {drawing.maxPool(sum)});
    drawing.dense(10, "softmax", drawing.dense(64, "relu", flat));
    return drawing.take();
}

Network makeShapesConvnet() {
    Drawing drawing;
    const LayerId input = drawing.input({32, 32, 3});
    const LayerId edges = drawing.maxPool(drawing.convolution(8, 3, input));
    const LayerId corners = drawing.maxPool(drawing.convolution(16, 3, edges));
    const LayerId parts = drawing.maxPool(drawing.convolution(32, 3, corners));
    drawing.dense(kShapeCount, "softmax", drawing.put("flatten", {}, {parts}));
    return drawing.take();
}

/// As in Metz et al., "Unrolled generative adversarial networks", 2017, section 3.1, but smaller.
Network makeGan2d() {
    Drawing drawing;
    const LayerId raw = drawing.dense(64, "leaky_relu", drawing.latent(8));
    const LayerId made = drawing.dense(2, "linear", drawing.dense(64, "leaky_relu", raw));
    const LayerId input = drawing.put("input", {{"shape", Sizes{2}}}, {made});
    const LayerId seen = drawing.dense(64, "leaky_relu", input);
    drawing.dense(1, "linear", drawing.dense(64, "leaky_relu", seen));
    return drawing.take();
}

/// An image made of a few random numbers: dense layers say what it shows, transposed convolutions how that
/// looks, from an image of firstSide on, twice as large with each. After Radford, Metz and Chintala,
/// "Unsupervised representation learning with deep convolutional generative adversarial networks" (ICLR
/// 2016), section 3, but smaller.
LayerId drawnFromLatent(Drawing& drawing, std::int64_t dimension, int hiddenLayers, std::int64_t firstSide,
                        std::int64_t channels) {
    constexpr std::int64_t kFirstChannels = 32;
    LayerId made = drawing.latent(dimension);
    for (int layer = 0; layer < hiddenLayers; ++layer)
        made = drawing.normalised(drawing.dense(128, "linear", made));
    made = drawing.normalised(drawing.dense(firstSide * firstSide * kFirstChannels, "linear", made));
    made = drawing.put("reshape", {{"shape", Sizes{firstSide, firstSide, kFirstChannels}}}, {made});
    return drawing.doubled(channels, "sigmoid", drawing.normalised(drawing.doubled(16, "linear", made)));
}

Network makeGanDigits() {
    Drawing drawing;
    const LayerId made = drawnFromLatent(drawing, 16, 1, 7, 1);
    const LayerId input = drawing.put("input", {{"shape", Sizes{28, 28, 1}}}, {made});
    const LayerId parts = drawing.halved(32, drawing.halved(16, input));
    drawing.dense(1, "linear", drawing.dense(64, "leaky_relu", drawing.put("flatten", {}, {parts})));
    return drawing.take();
}

Network makeGanFaces() {
    Drawing drawing;
    const LayerId made = drawnFromLatent(drawing, 32, 2, 8, 3);
    const LayerId input = drawing.put("input", {{"shape", Sizes{32, 32, 3}}}, {made});
    const LayerId parts = drawing.halved(64, drawing.halved(32, drawing.halved(16, input)));
    drawing.dense(1, "linear", drawing.dense(64, "leaky_relu", drawing.put("flatten", {}, {parts})));
    return drawing.take();
}

TrainingSettings settings(double learningRate, const char* schedule, std::int64_t batchSize,
                          std::int64_t epochs) {
    TrainingSettings result;
    result.optimizer = "adam";
    result.learningRate = learningRate;
    result.schedule = schedule;
    result.batchSize = batchSize;
    result.epochs = epochs;
    return result;
}

/// Of two players: no momentum, since what the one learned against is soon another (Mescheder et al. 2018,
/// section 4; Huang et al. 2024, appendix).
TrainingSettings gameSettings(double learningRate, std::int64_t batchSize, std::int64_t epochs) {
    TrainingSettings result = settings(learningRate, "cosine", batchSize, epochs);
    result.optimizerSettings = {{"beta1", 0.0}, {"beta2", 0.99}};
    return result;
}

/// A price above the usual one: plain backgrounds come out plainer.
TrainingSettings withPenalty(double weight, TrainingSettings training) {
    training.gan.penaltyWeight = weight;
    return training;
}

const std::vector<NetworkTemplate>& templates() {
    static const std::vector<NetworkTemplate> all = {
        {"playground", "Playground: two hidden layers",
         "Six tanh neurons bend the plane until a disc and the ring around it come apart.", "circle",
         settings(0.03, "constant", 10, 100), makePlayground},
        {"spiral-mlp", "Spiral: multilayer perceptron",
         "Two layers of 32 neurons wind a border between the arms of a spiral.", "spiral",
         settings(0.01, "cosine", 32, 100), makeSpiralMlp},
        {"digits-mlp", "Digits: multilayer perceptron",
         "Reads handwritten digits from a flat list of pixels, without knowing which are neighbours.",
         "digits", settings(0.001, "cosine", 64, 5), makeDigitsMlp},
        {"digits-convnet", "Digits: convolutional network",
         "Looks for edges, then for parts made of edges, wherever they are in the image.", "digits",
         settings(0.001, "cosine", 64, 3), makeDigitsConvnet},
        {"digits-branched", "Digits: branches and a shortcut",
         "Looks through small and large windows side by side, and carries the image past both.", "digits",
         settings(0.001, "cosine", 64, 3), makeDigitsBranched},
        {"shapes-convnet", "Shapes: convolutional network",
         "Finds edges, then corners, then parts of shapes, in colour and wherever they lie.", "shapes",
         settings(0.003, "cosine", 64, 5), makeShapesConvnet},
        {"gan-2d", "Ring: generator and discriminator",
         "A generator learns to make points like those of a ring of clouds.", "ring?samples=16000",
         gameSettings(0.002, 128, 320), makeGan2d},
        {"gan-digits", "Digits: generator and discriminator",
         "A generator learns to write digits that nobody has written.", "digits",
         gameSettings(0.004, 64, 100), makeGanDigits},
        {"gan-faces", "Faces: generator and discriminator",
         "A generator learns to draw faces of nobody, in colour.", "faces?samples=30000",
         withPenalty(1, gameSettings(0.002, 64, 40)), makeGanFaces},
    };
    return all;
}

} // namespace

std::span<const NetworkTemplate> networkTemplates() {
    return templates();
}

const NetworkTemplate* findTemplate(const std::string& name) {
    const auto found = std::ranges::find(templates(), name, &NetworkTemplate::name);
    return found == templates().end() ? nullptr : &*found;
}

} // namespace protomind
