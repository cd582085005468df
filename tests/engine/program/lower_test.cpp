// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/op_cases.h"
#include "engine/program/lower.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace protomind {
namespace {

/// The steps of a node as the only output, with nothing simplified and nothing joined: what is there is the
/// op's.
Program lowered(std::shared_ptr<Graph> graph, Node node) {
    const Computation computation{.graph = std::move(graph), .outputs = {{"result", node}}};
    return lower(computation, fuse(computation, false)).program;
}

Program lowered(const OpCase& one, bool readByALoop) {
    const auto graph = std::make_shared<Graph>();
    const Node node = one.build(*graph, makeLeaves(*graph, one));
    return lowered(graph, readByALoop ? exp(node) : node);
}

bool isInABody(const Step& step, Op op) {
    const auto* loop = std::get_if<Loop>(&step.work);
    return loop && std::ranges::any_of(loop->body, [op](const Instruction& one) { return one.op == op; });
}
bool isAReduction(const Step& step, Op op) {
    const auto* loop = std::get_if<Loop>(&step.work);
    return loop && std::ranges::any_of(loop->reductions, [op](const LoopReduction& one) {
               return static_cast<Op>(one.op) == op;
           });
}
bool isTheKernel(const Step& step, Op op) {
    const auto* kernel = std::get_if<Kernel>(&step.work);
    return kernel && kernel->node.op() == op;
}
/// Numbers from one place to another, or one number everywhere: nothing is computed.
bool onlyMoves(const Step& step) {
    const auto* loop = std::get_if<Loop>(&step.work);
    return loop && loop->reductions.empty() && loop->stores.size() == 1 &&
           std::ranges::all_of(loop->body, [](const Instruction& one) { return one.op == Op::Constant; });
}
bool computes(const Step& step, Op op) {
    return isInABody(step, op) || isAReduction(step, op) || isTheKernel(step, op);
}

/// What the column of the table says of an op, held against the steps that were made of it.
struct Expectation {
    Op op;
    const Program& program;

    void only(bool (*are)(const Step&, Op)) const {
        EXPECT_TRUE(std::ranges::any_of(program.steps, [&](const Step& step) { return are(step, op); }));
        for (const Step& step : program.steps)
            EXPECT_EQ(computes(step, op), are(step, op)) << step.name;
    }
    void nothingButMoves() const {
        for (const Step& step : program.steps)
            EXPECT_TRUE(onlyMoves(step)) << step.name;
    }

    void operator()(StoredOp) const {
        for (const Step& step : program.steps)
            EXPECT_FALSE(computes(step, op)) << step.name;
    }
    void operator()(PointwiseOp) const { only(isInABody); }
    void operator()(ReductionOp) const { only(isAReduction); }
    void operator()(ViewOp) const { nothingButMoves(); }
    void operator()(CopyOp) const {
        nothingButMoves();
        EXPECT_GE(program.steps.size(), 2u) << "a copy for each part";
    }
    void operator()(IndexOp) const { only(isTheKernel); }
    void operator()(ContractionOp) const { only(isTheKernel); }
    void operator()(WindowOp) const { only(isTheKernel); }
};

TEST(LoweringColumn, SaysWhatIsMadeOfEveryOp) {
    std::set<Op> covered{Op::Variable}; // see below
    for (const OpCase& one : opCases()) {
        SCOPED_TRACE(one.name);
        covered.insert(one.op);
        const Program program = lowered(one, false);
        std::visit(Expectation{one.op, program}, info(one.op).lowering);
    }
    for (const OpInfo& row : opTable())
        EXPECT_TRUE(covered.contains(row.op)) << row.name;
}

TEST(LoweringColumn, ViewsTakeNoStepWhereALoopReadsThem) {
    std::map<Op, std::size_t> fewest;
    for (const OpCase& one : opCases()) {
        if (!loweredAs<ViewOp>(one.op))
            continue;
        const std::size_t steps = lowered(one, true).steps.size();
        fewest[one.op] = fewest.contains(one.op) ? std::min(fewest[one.op], steps) : steps;
    }
    for (const OpInfo& row : opTable()) {
        if (std::holds_alternative<ViewOp>(row.lowering)) {
            EXPECT_EQ(fewest[row.op], 1u) << row.name;
        }
    }
}

/// Several kinds of copies write into one value: whoever reads it finds all of it.
TEST(LoweringColumn, CopiesFillOneValue) {
    for (const OpCase& one : opCases()) {
        if (!loweredAs<CopyOp>(one.op))
            continue;
        std::set<int> written;
        const Program program = lowered(one, false);
        for (const Step& step : program.steps)
            for (const int value : valuesWritten(step))
                written.insert(value);
        EXPECT_EQ(written, std::set{program.outputValues.front()}) << one.name;
    }
}

TEST(LoweringColumn, StoredValuesAreReadWhereTheyAre) {
    const auto graph = std::make_shared<Graph>();
    const std::map<Storage, Node> leaves{{Storage::Input, input(*graph, "x", Shape{3})},
                                         {Storage::Variable, variable(*graph, "w", Shape{3})},
                                         {Storage::Constant, constant(*graph, Shape{3}, {1, 2, 3})}};
    for (const auto& [storage, leaf] : leaves) {
        const Program program = lowered(graph, exp(leaf));
        ASSERT_EQ(program.steps.size(), 1u);
        const Access& load = std::get<Loop>(program.steps.front().work).loads.front();
        EXPECT_EQ(program.values[static_cast<std::size_t>(load.value)].storage, storage);
    }
}

} // namespace
} // namespace protomind
