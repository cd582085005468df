// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/attack/attacked_network.h"

#include "engine/base/random.h"
#include "engine/instance/model_chain.h"

#include <stdexcept>

namespace protomind {

namespace {

std::unique_ptr<NetworkInstance> made(Model model, Device& device) {
    auto network = NetworkInstance::create(std::move(model), device, 11);
    if (!network)
        throw std::runtime_error(network.error().text());
    return std::move(*network);
}

} // namespace

std::unique_ptr<NetworkInstance> linearNetwork(Device& device, std::int64_t inputs, std::int64_t outputs) {
    return made(chain({inputs}, {{"dense", {{"units", outputs}}}}), device);
}

std::unique_ptr<NetworkInstance> pictureNetwork(Device& device) {
    return made(chain({8, 8, 1},
                      {{"convolution", {{"filters", std::int64_t{3}}, {"activation", std::string("tanh")}}},
                       {"flatten", {}},
                       {"dense", {{"units", std::int64_t{4}}, {"activation", std::string("softmax")}}}}),
                device);
}

AttackBatch attackBatch(const Shape& shape, std::int64_t classes) {
    AttackBatch batch{.samples = HostArray(shape), .classes = {}, .places = {}};
    RandomStream random(5);
    for (float& value : batch.samples.values)
        value = random.uniform();
    for (std::int64_t i = 0; i < shape[0]; ++i) {
        batch.classes.push_back(static_cast<float>(i % classes));
        batch.places.push_back(static_cast<std::uint64_t>(i));
    }
    return batch;
}

} // namespace protomind
