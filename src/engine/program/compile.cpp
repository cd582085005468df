// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/compile.h"

#include "engine/program/common_subexpressions.h"
#include "engine/program/fuse.h"
#include "engine/program/lower.h"
#include "engine/program/order.h"
#include "engine/program/plan_memory.h"
#include "engine/program/rewrite.h"
#include "engine/program/simplify.h"
#include "engine/program/verify.h"

#include <fmt/format.h>

namespace protomind {

namespace {

std::map<std::string, Shape> leavesOf(Graph& graph) {
    std::map<std::string, Shape> leaves;
    for (int index = 0; index < graph.size(); ++index) {
        const Node node = graph.node(index);
        if (node.op() == Op::Input || node.op() == Op::Variable)
            leaves.emplace(node.as<LeafAttributes>().name, node.shape());
    }
    return leaves;
}

} // namespace

Result<Program> compile(const Computation& computation, const CompileOptions& options) {
    Computation present = rewrite(computation, copyNode);
    verify(computation, present, "prune");
    const auto pass = [&](Computation (*change)(const Computation&), const char* name) {
        Computation next = change(present);
        verify(present, next, name);
        present = std::move(next);
    };
    if (options.simplify) {
        pass(simplify, "simplify");
        pass(shareCommonSubexpressions, "share");
        // Sharing shows what can be simplified further, and simplifying leaves unused nodes behind.
        pass(simplify, "simplify");
        pass(shareCommonSubexpressions, "share");
    }
    Program program = order(lower(present, fuse(present, options.fuse)));
    program.leaves = leavesOf(*computation.graph);
    planMemory(program);
    if (program.arenaElements > kMaxArenaElements)
        return fail(ProblemKind::Memory,
                    sentence("This needs {:.1f} GiB of memory for what lies between its layers; at most "
                             "{:.0f} GiB are possible.",
                             static_cast<double>(program.arenaElements) / (1 << 28),
                             static_cast<double>(kMaxArenaElements) / (1 << 28)),
                    {}, "Make the batch or the layers smaller.");
    verify(program);
    return program;
}

} // namespace protomind
