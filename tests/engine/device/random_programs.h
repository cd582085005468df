// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/device/device.h"
#include "engine/device/reference/evaluate.h"
#include "engine/graph/build.h"
#include "engine/program/compile.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace protomind {

inline const std::vector<Shape> kRandomShapes{{}, {6}, {4, 1}, {4, 6}, {2, 4, 6}, {1, 1, 6}};

/// Some graph of elementwise ops, reductions, movement and products, with outputs from anywhere in it and
/// updates of its variables: whatever fusion, ordering and planning could get wrong.
class RandomComputation {
public:
    explicit RandomComputation(std::uint64_t seed)
        : m_random(seed) {
        for (std::size_t i = 0; i < kRandomShapes.size(); ++i)
            m_nodes.push_back(input(graph(), "input" + std::to_string(i), kRandomShapes[i]));
        for (const Shape& shape : {Shape{4, 6}, Shape{6}, Shape{4, 6}}) {
            m_variables.push_back(variable(graph(), "variable" + std::to_string(m_variables.size()), shape));
            m_nodes.push_back(m_variables.back());
        }
        const auto count = 5 + m_random.below(40);
        for (std::uint64_t i = 0; i < count; ++i)
            m_nodes.push_back(grow());
        for (int i = 0; i < 3; ++i)
            computation.outputs.push_back({"output" + std::to_string(i), any()});
        for (const Node v : m_variables) {
            // Squashed, so that repeated runs stay in a range where float and double agree.
            Node value = tanh(broadcastTo(reshape(reduceMean(any()), Shape{}), v.shape()) + anyOf(v.shape()));
            if (m_random.below(3) == 0)
                value = m_variables[m_random.below(2) * 2].shape() == v.shape()
                            ? m_variables[m_random.below(2) * 2]
                            : value;
            computation.updates.push_back({v, value});
        }
    }

    Graph& graph() { return *computation.graph; }
    const std::vector<Node>& variables() const { return m_variables; }

    Computation computation;

private:
    Node any() { return m_nodes[m_random.below(m_nodes.size())]; }

    Node anyOf(const Shape& shape) {
        for (std::size_t tries = 0; tries < 30; ++tries) {
            if (const Node node = any(); node.shape() == shape)
                return node;
        }
        return broadcastTo(constant(graph(), 0.25f), shape);
    }

    Node grow() {
        const Node x = any();
        const Node y = any();
        const int rank = x.shape().rank();
        switch (m_random.below(12)) {
        case 0:
            return tanh(x);
        case 1:
            return relu(x);
        case 2:
            return sigmoid(x) * 0.5f;
        case 3:
            return rank > 0
                       ? reduceMean(x, {static_cast<int>(m_random.below(static_cast<std::uint64_t>(rank)))})
                       : negate(x);
        case 4:
            return rank == 2 ? tanh(transpose(x, {1, 0})) : absolute(x);
        case 5:
            return reshape(x, Shape{x.shape().elementCount()});
        case 6:
            return rank > 0 ? slice(x, std::vector<std::int64_t>(static_cast<std::size_t>(rank), 0),
                                    {x.shape().sizes().begin(), x.shape().sizes().end()})
                            : x;
        case 7: {
            const Node a = anyOf({4, 6});
            return tanh(matmul(a, anyOf({4, 6}), false, true));
        }
        case 8:
            return rank == 2 ? concat(std::array{x, x}, 0) * 0.5f : x * x;
        default:
            if (broadcast(x.shape(), y.shape()) && x.shape().elementCount() * y.shape().elementCount() < 5000)
                return m_random.below(2) ? (x - y) * 0.5f : tanh(x * y);
            return sin(x);
        }
    }

    RandomStream m_random;
    std::vector<Node> m_nodes;
    std::vector<Node> m_variables;
};

/// Runs random computations, three times each, beside the plain reference.
inline void expectRandomProgramsAgree(Device& device, std::uint64_t seeds) {
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        RandomComputation random(seed);
        Result<Program> program = compile(random.computation);
        ASSERT_TRUE(program);
        const std::unique_ptr<Executable> executable = *device.load(std::move(*program));
        NamedValues named;
        std::map<std::string, BufferPtr> buffers;
        RandomStream values(seed, 1);
        for (int index = 0; index < random.graph().size(); ++index) {
            const Node node = random.graph().node(index);
            if (node.op() != Op::Input && node.op() != Op::Variable)
                continue;
            const std::string& name = node.as<LeafAttributes>().name;
            HostArray array(node.shape());
            for (float& value : array.values)
                value = values.uniform(-1, 1);
            named[name] = {array.values.begin(), array.values.end()};
            buffers[name] = *device.allocate(node.shape());
            buffers[name]->write(array.values);
            executable->bind(name, buffers[name]);
        }
        for (std::uint64_t run = 0; run < 3; ++run) {
            std::vector<Node> wanted;
            for (const auto& output : random.computation.outputs)
                wanted.push_back(output.node);
            for (const auto& update : random.computation.updates)
                wanted.push_back(update.value);
            const std::vector<std::vector<double>> expected = evaluate(wanted, named, run);
            ASSERT_TRUE(executable->run(run));
            std::size_t next = 0;
            const auto compare = [&](const Buffer& buffer, const std::string& name) {
                const HostArray array = read(buffer);
                const std::vector<double>& wantedValues = expected[next++];
                ASSERT_EQ(array.values.size(), wantedValues.size());
                for (std::size_t i = 0; i < wantedValues.size(); ++i)
                    ASSERT_NEAR(array.values[i], wantedValues[i],
                                1e-4 * std::max(1.0, std::abs(wantedValues[i])))
                        << "seed " << seed << " run " << run << " " << name << "\n"
                        << print(executable->program());
            };
            for (const auto& output : random.computation.outputs)
                compare(executable->output(output.name), output.name);
            for (const auto& update : random.computation.updates) {
                const std::string& name = update.variable.as<LeafAttributes>().name;
                named[name] = expected[next];
                compare(*buffers[name], name);
                if (testing::Test::HasFatalFailure())
                    return;
            }
        }
    }
}

} // namespace protomind
