// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/broken_networks.h"

#include <initializer_list>

namespace protomind {

namespace {

using Sizes = std::vector<std::int64_t>;

class Drawing {
public:
    Network network;

    LayerId put(const char* type, Settings settings = {}, std::initializer_list<LayerId> from = {}) {
        const LayerId id = network.nextLayerId();
        network.add(Layer{.id = id,
                          .type = type,
                          .name = "a" + std::to_string(++m_count),
                          .settings = std::move(settings),
                          .position = {}});
        for (const LayerId source : from)
            join(source, id);
        return id;
    }
    void join(LayerId from, LayerId to, int port = 0) {
        network.add(Wire{.id = network.nextWireId(), .from = from, .to = to, .port = port});
    }
    LayerId input(Sizes shape) { return put("input", {{"shape", std::move(shape)}}); }
    LayerId dense(std::int64_t units, std::initializer_list<LayerId> from, const char* activation = "relu") {
        return put("dense", {{"units", units}, {"activation", std::string(activation)}}, from);
    }

private:
    int m_count = 0;
};

DataShapes classes(Sizes sample, std::int64_t count) {
    return {.sample = Shape(sample), .outputs = count, .dataName = "a9", .classes = true};
}

DataShapes values(Sizes sample, std::int64_t count) {
    return {.sample = Shape(sample), .outputs = count, .dataName = {}, .classes = false};
}

/// Input, layers one behind the other.
Network chain(Sizes shape, std::initializer_list<std::pair<const char*, Settings>> layers) {
    Drawing drawing;
    LayerId last = drawing.input(std::move(shape));
    for (const auto& [type, settings] : layers)
        last = drawing.put(type, settings, {last});
    return drawing.network;
}

Network loose() {
    Drawing drawing;
    drawing.dense(4, {});
    const LayerId unknown = drawing.put("mystery");
    drawing.dense(4, {unknown});
    drawing.put("dropout", {{"rate", 7.0}});
    drawing.put("dense", {{"colour", std::string("x")}, {"units", std::int64_t{-3}}});
    drawing.put("convolution", {{"kernel", Sizes{0, 5}}, {"padding", std::string("x")}});
    drawing.network.add(Layer{.id = drawing.network.nextLayerId(), .type = "flatten", .name = "a1"});
    drawing.network.add(Layer{.id = drawing.network.nextLayerId(), .type = "mystery", .name = ""});
    return drawing.network;
}

Network wiredBadly() {
    Drawing drawing;
    const LayerId input = drawing.input({4});
    drawing.input({4});
    const LayerId first = drawing.dense(4, {input});
    const LayerId second = drawing.dense(4, {first, input});
    drawing.join(second, input);
    drawing.join(input, second, 3);
    const LayerId sum = drawing.put("add", {}, {first, first});
    drawing.dense(2, {sum});
    const LayerId round = drawing.dense(4, {});
    const LayerId back = drawing.dense(4, {round});
    const LayerId third = drawing.dense(4, {back});
    drawing.join(third, round);
    drawing.dense(3, {third});
    const LayerId alone = drawing.dense(4, {});
    drawing.join(alone, alone);
    return drawing.network;
}

Network merging(const char* type, Sizes one, Sizes other) {
    Drawing drawing;
    const LayerId input = drawing.input({8, 8, 1});
    const LayerId flat = drawing.put("flatten", {}, {input});
    const auto give = [&](Sizes shape) {
        std::int64_t count = 1;
        for (const std::int64_t size : shape)
            count *= size;
        return drawing.put("reshape", {{"shape", std::move(shape)}}, {drawing.dense(count, {flat})});
    };
    drawing.put(type, {}, {give(std::move(one)), give(std::move(other))});
    return drawing.network;
}

Network unreachable() {
    Drawing drawing;
    drawing.dense(2, {drawing.input({4})});
    const LayerId lost = drawing.put("mystery");
    drawing.dense(4, {drawing.dense(4, {lost})});
    drawing.dense(2, {drawing.dense(3, {drawing.network.layers().front().id})});
    return drawing.network;
}

TrainingSettings withLoss(const char* loss) {
    TrainingSettings training;
    training.loss = loss;
    return training;
}

Settings dense(std::int64_t units, const char* activation) {
    return {{"units", units}, {"activation", std::string(activation)}};
}

} // namespace

std::vector<BrokenNetwork> brokenNetworks() {
    std::vector<BrokenNetwork> all;
    const auto add = [&](Network network, std::optional<DataShapes> data = {},
                         const TrainingSettings& training = {}, std::int64_t memory = 0) {
        all.push_back({std::move(network), std::move(data), training, memory});
    };
    add({});
    add(loose());
    add(wiredBadly());
    add(unreachable());
    add(chain({4}, {}));
    add(chain({8, 8, 1}, {{"dense", dense(4, "relu")}}));
    add(chain({9}, {{"convolution", {}}}));
    add(chain({9}, {{"max_pool", {}}}));
    add(chain({9}, {{"global_average_pool", {}}}));
    add(chain({4, 4, 3}, {{"convolution", {{"kernel", Sizes{5, 5}}, {"padding", std::string("valid")}}}}));
    add(chain({4, 4, 3},
              {{"convolution",
                {{"kernel", Sizes{3, 3}}, {"dilation", Sizes{2, 2}}, {"padding", std::string("valid")}}}}));
    add(chain({4, 4, 3}, {{"convolution", {{"groups", std::int64_t{2}}}}}));
    add(chain({4, 4, 4}, {{"convolution", {{"groups", std::int64_t{4}}, {"filters", std::int64_t{6}}}}}));
    add(chain({4, 4, 3}, {{"max_pool", {{"window", Sizes{9, 9}}, {"padding", std::string("valid")}}}}));
    add(chain({9}, {{"reshape", {{"shape", Sizes{4, 4}}}}}));
    add(merging("add", {4}, {5}));
    add(merging("add", {4, 4, 1}, {2, 2, 1}));
    add(merging("concatenate", {4, 4, 1}, {2, 2, 1}));
    add(merging("concatenate", {4}, {2, 2, 1}));
    {
        Drawing drawing;
        drawing.put("add", {}, {drawing.input({4})});
        add(drawing.network);
    }
    {
        Drawing drawing;
        drawing.dense(2, {drawing.dense(4, {})});
        drawing.dense(2, {drawing.input({4})});
        add(drawing.network);
    }
    add(chain({4}, {{"dense", dense(8'000, "relu")}, {"dense", dense(8'000, "relu")}}));
    add(chain({4}, {{"dense", dense(4, "softmax")}, {"dense", dense(1, "softmax")}}));
    add(chain({4}, {{"dense", dense(5, "relu")}}), classes({3}, 3));
    add(chain({4}, {{"dense", dense(1, "relu")}}), classes({4}, 3));
    add(chain({4}, {{"dense", dense(2, "softmax")}}), values({4}, 1));
    add(chain({4}, {{"dense", dense(2, "softmax")}}), values({4}, 2));
    add(chain({4}, {{"dense", dense(3, "sigmoid")}}), classes({4}, 3));
    add(chain({4}, {{"dense", dense(3, "tanh")}}), classes({4}, 3));
    add(chain({8, 8, 1}, {{"convolution", {}}}), classes({8, 8, 1}, 3));
    add(chain({4}, {{"dense", dense(3, "softmax")}}), classes({4}, 3), withLoss("hinge"));
    for (const char* loss : {"cross_entropy", "binary_cross_entropy", "mean_squared_error", "hinge"}) {
        add(chain({4}, {{"dense", dense(3, "linear")}}), classes({4}, 3), withLoss(loss));
        add(chain({4}, {{"dense", dense(1, "sigmoid")}}), classes({4}, 2), withLoss(loss));
        add(chain({4}, {{"dense", dense(2, "linear")}}), values({4}, 2), withLoss(loss));
        add(chain({4}, {{"dense", dense(1, "linear")}}), values({4}, 1), withLoss(loss));
    }
    add(chain({64}, {{"dense", dense(4000, "relu")}, {"dense", dense(3, "softmax")}}), classes({64}, 3), {},
        1'000'000);
    return all;
}

} // namespace protomind
