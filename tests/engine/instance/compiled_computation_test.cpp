// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/cpu/cpu_device.h"
#include "engine/graph/build.h"
#include "engine/instance/compiled_computation.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// a * first + b, where second has no influence.
Computation line() {
    Computation computation;
    Graph& graph = *computation.graph;
    const Node first = input(graph, "first", Shape{2});
    const Node second = input(graph, "second", Shape{3});
    const Node slope = variable(graph, "a", Shape{});
    const Node offset = input(graph, "b", Shape{});
    computation.outputs.push_back({"line", first * slope + offset + 0.0f * reduceSum(second)});
    computation.outputs.push_back({"first again", first});
    return computation;
}

class CompiledComputationTest : public testing::Test {
protected:
    CompiledComputationTest() {
        const VariableInfo slope{
            .name = "a", .shape = {}, .initialiser = {.kind = InitialiserKind::Constant, .value = 3}};
        m_variables = VariableStore::create(*m_device, {slope}, 1).value();
        m_line = CompiledComputation::load(*m_device, line(), m_variables).value();
    }

    std::unique_ptr<Device> m_device = makeCpuDevice(2);
    VariableStore m_variables;
    std::unique_ptr<CompiledComputation> m_line;
};

TEST_F(CompiledComputationTest, TakesInputsOfAnyNames) {
    const NamedArrays inputs{{"first", HostArray(Shape{2}, {1, 2})},
                             {"second", HostArray(Shape{3}, 9)},
                             {"b", HostArray(Shape{}, 10)},
                             {"nobody's", HostArray(Shape{7})}};
    ASSERT_TRUE(m_line->setInputs(inputs));
    ASSERT_TRUE(m_line->run(0));
    const NamedArrays found = m_line->readAll();
    EXPECT_EQ(found.size(), 2u);
    EXPECT_EQ(found.at("line"), HostArray(Shape{2}, {13, 16}));
    EXPECT_EQ(found.at("first again"), inputs.at("first"));
    EXPECT_TRUE(m_line->gives("line"));
    EXPECT_FALSE(m_line->gives("first"));
}

TEST_F(CompiledComputationTest, SeesVariablesAsTheyAreWhenItRuns) {
    m_line->input("first")->span()[0] = 1;
    m_variables.write("a", HostArray(Shape{}, 5));
    ASSERT_TRUE(m_line->run(0));
    EXPECT_EQ(m_line->read("line").values, (std::vector<float>{5, 0}));
}

TEST_F(CompiledComputationTest, HasMemoryOfFullSizeForEveryInput) {
    EXPECT_EQ(m_line->input("first")->span().size(), 2u);
    EXPECT_EQ(m_line->input("second")->span().size(), 3u);
    EXPECT_EQ(m_line->input("b")->span().size(), 1u);
    EXPECT_EQ(m_line->input("third"), nullptr);
}

TEST_F(CompiledComputationTest, SaysWhichInputIsMissingOrOfAnotherShape) {
    NamedArrays inputs{{"first", HostArray(Shape{3})}, {"second", HostArray(Shape{3})}};
    auto set = m_line->setInputs(inputs);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().text(), "The input 'first' is 3, but 2 is needed.");
    inputs.at("first") = HostArray(Shape{2});
    set = m_line->setInputs(inputs);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().text(), "This needs an input called 'b' of the size scalar.");
}

} // namespace
} // namespace protomind
