// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/broken_networks.h"

#include <functional>
#include <initializer_list>

namespace protomind {

namespace {

using Sizes = std::vector<std::int64_t>;

class DraftNetwork {
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
    DraftNetwork draft;
    LayerId last = draft.input(std::move(shape));
    for (const auto& [type, settings] : layers)
        last = draft.put(type, settings, {last});
    return draft.network;
}

Network loose() {
    DraftNetwork draft;
    draft.dense(4, {});
    const LayerId unknown = draft.put("mystery");
    draft.dense(4, {unknown});
    draft.put("dropout", {{"rate", 7.0}});
    draft.put("dense", {{"colour", std::string("x")}, {"units", std::int64_t{-3}}});
    draft.put("convolution", {{"kernel", Sizes{0, 5}}, {"padding", std::string("x")}});
    draft.network.add(Layer{.id = draft.network.nextLayerId(), .type = "flatten", .name = "a1"});
    draft.network.add(Layer{.id = draft.network.nextLayerId(), .type = "mystery", .name = ""});
    return draft.network;
}

Network wiredBadly() {
    DraftNetwork draft;
    const LayerId input = draft.input({4});
    draft.input({4});
    const LayerId first = draft.dense(4, {input});
    const LayerId second = draft.dense(4, {first, input});
    draft.join(second, input);
    draft.join(input, second, 3);
    const LayerId sum = draft.put("add", {}, {first, first});
    draft.dense(2, {sum});
    const LayerId round = draft.dense(4, {});
    const LayerId back = draft.dense(4, {round});
    const LayerId third = draft.dense(4, {back});
    draft.join(third, round);
    draft.dense(3, {third});
    const LayerId alone = draft.dense(4, {});
    draft.join(alone, alone);
    return draft.network;
}

Network merging(const char* type, Sizes one, Sizes other) {
    DraftNetwork draft;
    const LayerId input = draft.input({8, 8, 1});
    const LayerId flat = draft.put("flatten", {}, {input});
    const auto give = [&](Sizes shape) {
        std::int64_t count = 1;
        for (const std::int64_t size : shape)
            count *= size;
        return draft.put("reshape", {{"shape", std::move(shape)}}, {draft.dense(count, {flat})});
    };
    draft.put(type, {}, {give(std::move(one)), give(std::move(other))});
    return draft.network;
}

Network unreachable() {
    DraftNetwork draft;
    draft.dense(2, {draft.input({4})});
    const LayerId lost = draft.put("mystery");
    draft.dense(4, {draft.dense(4, {lost})});
    draft.dense(2, {draft.dense(3, {draft.network.layers().front().id})});
    return draft.network;
}

TrainingSettings withLoss(const char* loss) {
    TrainingSettings training;
    training.loss = loss;
    return training;
}

Settings dense(std::int64_t units, const char* activation) {
    return {{"units", units}, {"activation", std::string(activation)}};
}

TrainingSettings with(const std::function<void(TrainingSettings&)>& change) {
    TrainingSettings training;
    change(training);
    return training;
}

/// Drawings that are whole, and would learn nothing or badly.
std::vector<BrokenNetwork> fruitlessNetworks() {
    const Settings zeros{{"units", std::int64_t{3}}, {"initialiser", std::string("zeros")}};
    Settings bentZeros = zeros;
    bentZeros["activation"] = std::string("relu");
    const Network sound = chain({4}, {{"dense", dense(3, "softmax")}});
    const Network normalised =
        chain({4}, {{"dense", dense(3, "relu")}, {"batch_norm", {}}, {"dense", dense(3, "softmax")}});
    DataShapes few = classes({4}, 3);
    few.samples = 36; // 33 of them to learn from
    DataShapes even = classes({4}, 3);
    even.onlyClass = "B";
    DataShapes constant = values({4}, 1);
    constant.samples = 4;
    constant.targets = DataShapes::Range{2, 2};
    DataShapes wide = values({4}, 1);
    wide.targets = DataShapes::Range{-2, 7};
    const auto rate = [](double value) {
        return with([value](TrainingSettings& training) { training.learningRate = value; });
    };
    const auto penalty = [](double TrainingSettings::*which) {
        return with([which](TrainingSettings& training) {
            training.optimizer = "sgd";
            training.learningRate = 0.1;
            training.*which = 10;
        });
    };
    return {
        {chain({4}, {{"dense", dense(1, "sigmoid")}, {"flatten", {}}}), classes({4}, 2), {}},
        {chain({4}, {{"dense", dense(3, "softmax")}, {"activation", {{"function", std::string("softmax")}}}}),
         classes({4}, 3),
         {}},
        {normalised, classes({4}, 3), with([](TrainingSettings& training) { training.batchSize = 1; })},
        {normalised, few, {}},
        {normalised, classes({4}, 3), with([](TrainingSettings& training) { training.batchSize = 100000; })},
        {chain({4}, {{"dense", dense(1, "relu")}, {"layer_norm", {}}, {"dense", dense(3, "softmax")}}),
         classes({4}, 3),
         {}},
        {sound, even, {}},
        {chain({4}, {{"dense", dense(1, "linear")}}), constant, {}},
        {sound, few, with([](TrainingSettings& training) { training.validation = 0.01; })},
        {sound, classes({4}, 3), rate(0)},
        {sound, classes({4}, 3), rate(1000)},
        {sound, classes({4}, 3), rate(1e-12)},
        {sound, classes({4}, 3), with([](TrainingSettings& training) {
             training.schedule = "step";
             training.scheduleSettings = {{"every", std::int64_t{1}}, {"factor", 0.1}};
         })},
        {sound, classes({4}, 3), penalty(&TrainingSettings::l1)},
        {sound, classes({4}, 3), penalty(&TrainingSettings::l2)},
        {chain({3, 1}, {{"flatten", {}}}), classes({3, 1}, 3), {}},
        {chain({4}, {{"dense", bentZeros}, {"dense", dense(3, "softmax")}}), classes({4}, 3), {}},
        {chain({4}, {{"dense", zeros}, {"dense", zeros}}), classes({4}, 3), {}},
        {chain({4}, {{"dense", dense(1, "linear")}}), wide, withLoss("binary_cross_entropy")},
        {chain({4}, {{"dense", dense(1, "tanh")}}), wide, {}},
        {chain({4}, {{"dense", dense(1, "relu")}}), wide, {}},
    };
}

/// Two players: of a Latent, what is made of it, an Input, and what judges.
struct DraftPlayers {
    DraftNetwork draft;
    LayerId latent = draft.put("latent");
    LayerId made;
    LayerId input;
    LayerId score;

    DraftPlayers(std::int64_t numbers, std::int64_t scores, const char* last)
        : made(draft.dense(numbers, {latent}))
        , input(draft.input({2}))
        , score(draft.dense(scores, {input}, last)) {}

    DraftPlayers&& wired() && {
        draft.join(made, input);
        return std::move(*this);
    }
};

/// Drawings of two players that do not go together.
std::vector<Network> quarrels() {
    std::vector<Network> all{DraftPlayers(2, 1, "linear").draft.network,
                             DraftPlayers(3, 4, "linear").wired().draft.network,
                             DraftPlayers(2, 1, "sigmoid").wired().draft.network};
    {
        DraftNetwork alone;
        alone.dense(3, {alone.put("latent")});
        all.push_back(alone.network);
    }
    {
        DraftPlayers players(2, 1, "linear");
        const LayerId other = players.draft.put("latent");
        players.draft.put("concatenate", {}, {players.score, players.made});
        players.draft.put("add", {}, {other, players.latent});
        players.draft.join(players.score, players.latent);
        players.draft.join(players.score, players.input);
        all.push_back(players.draft.network);
    }
    {
        DraftPlayers players = DraftPlayers(2, 1, "linear").wired();
        players.draft.dense(3, {players.latent});
        players.draft.put("reshape", {{"shape", Sizes{1, 1}}}, {players.score});
        all.push_back(players.draft.network);
    }
    return all;
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
        DraftNetwork draft;
        draft.put("add", {}, {draft.input({4})});
        add(draft.network);
    }
    {
        DraftNetwork draft;
        draft.dense(2, {draft.dense(4, {})});
        draft.dense(2, {draft.input({4})});
        add(draft.network);
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
    for (Network& quarrel : quarrels())
        add(std::move(quarrel));
    for (BrokenNetwork& fruitless : fruitlessNetworks())
        all.push_back(std::move(fruitless));
    return all;
}

} // namespace protomind
