// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/carried_weights.h"
#include "studio/network/players.h"
#include "studio/network/template.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// Input, and layers of 4, 2 and 1 neurons.
class CarriedWeightsTest : public testing::Test {
protected:
    [[nodiscard]] LayerId id(std::size_t place) const { return m_then.layers()[place].id; }
    [[nodiscard]] Layer& layer(std::size_t place) { return *m_now.layer(id(place)); }
    [[nodiscard]] std::optional<CarriedWeights> carried() const {
        const LayerRenames renames = renamesBetween(m_then, m_now);
        const auto then = weightShapes(m_then);
        WeightShapes have;
        for (const auto& [name, shape] : *then)
            if (const auto now = renamedVariable(name, renames))
                have.emplace(*now, shape);
        return carriedWeights(m_now, have);
    }

    const Network m_then = findTemplate("playground")->make();
    Network m_now = m_then;
};

TEST_F(CarriedWeightsTest, AnActivationTakesNoWeightsAway) {
    layer(1).settings["activation"] = std::string("relu");
    EXPECT_TRUE(carried()->all());
    EXPECT_EQ(carried()->kept, (std::vector{id(1), id(2), id(3)}));
}

TEST_F(CarriedWeightsTest, MoreNeuronsMakeALayerAndTheNextOneNew) {
    layer(1).settings["units"] = std::int64_t{5};
    EXPECT_EQ(carried()->fresh, (std::vector{id(1), id(2)}));
    EXPECT_EQ(carried()->kept, std::vector{id(3)});
    EXPECT_FALSE(carried()->all());
}

TEST_F(CarriedWeightsTest, ALayerIsTheSameWhateverItIsCalled) {
    EXPECT_TRUE(renamesBetween(m_then, m_now).empty());
    std::swap(layer(1).name, layer(2).name);
    EXPECT_TRUE(carried()->all());
    layer(3).name = "output";
    EXPECT_TRUE(carried()->all());
}

TEST_F(CarriedWeightsTest, AnotherLayerOfTheSameNameIsNew) {
    const std::string name = m_then.layers()[3].name;
    EXPECT_EQ(renamesBetween(m_then, m_now, {id(3)}).at(name), "");
    layer(3).type = "conv2d";
    EXPECT_EQ(renamesBetween(m_then, m_now).at(name), "");
}

TEST_F(CarriedWeightsTest, AGeneratorCarriesItsWeightsAsWell) {
    const Network then = findTemplate("gan-2d")->make();
    const std::optional<WeightShapes> have = weightShapes(then);
    ASSERT_TRUE(have);
    EXPECT_EQ(have->size(), 12u) << "six layers with a kernel and a bias";
    EXPECT_TRUE(carriedWeights(then, *have)->all());
    Network now = then;
    const LayerId latent = playersOf(now).latent;
    now.layer(latent)->settings["dimension"] = std::int64_t{3};
    const auto carried = carriedWeights(now, *have);
    EXPECT_EQ(carried->fresh, std::vector{now.wiresFrom(latent).front().to});
    EXPECT_EQ(carried->kept.size(), 5u);
}

TEST_F(CarriedWeightsTest, OfANetworkThatCanNotBeBuiltNothingIsKnown) {
    m_now.removeWire(m_now.wires().front().id);
    EXPECT_FALSE(carried());
    EXPECT_FALSE(weightShapes(m_now));
}

} // namespace
} // namespace protomind
