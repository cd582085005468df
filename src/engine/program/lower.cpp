// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/program/lower.h"

#include "engine/base/index.h"
#include "engine/program/rewrite.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace protomind {

namespace {

/// Whether an access walks through a space in memory order without gaps.
bool isWhole(const Access& access, const Shape& space) {
    const std::vector<std::int64_t> strides = space.strides();
    for (int axis = 0; axis < space.rank(); ++axis) {
        if (space[axis] != 1 && access.strides[at(axis)] != strides[at(axis)])
            return false;
    }
    return access.offset == 0;
}

/// An access to a tensor as seen from a larger space that it is stretched to.
Access stretch(Access access, const Shape& shape, const Shape& space) {
    std::vector<std::int64_t> strides(at(space.rank()), 0);
    const int extra = space.rank() - shape.rank();
    for (int axis = 0; axis < shape.rank(); ++axis) {
        if (shape[axis] != 1)
            strides[at(axis + extra)] = access.strides[at(axis)];
    }
    access.strides = std::move(strides);
    return access;
}

Access permuted(const Access& access, std::span<const int> order) {
    Access result = access;
    for (std::size_t axis = 0; axis < order.size(); ++axis)
        result.strides[axis] = access.strides[at(order[axis])];
    return result;
}

Access sliced(Access access, const SliceAttributes& range) {
    for (std::size_t axis = 0; axis < access.strides.size(); ++axis) {
        access.offset += range.begin[axis] * access.strides[axis];
        access.strides[axis] *= range.step[axis];
    }
    return access;
}

std::string nameOf(Node node) {
    return node.scope().empty() ? std::string(info(node.op()).name)
                                : fmt::format("{}: {}", node.scope(), info(node.op()).name);
}

Step stepOf(Node node, std::variant<Loop, Kernel> work) {
    Step step{nameOf(node), std::move(work)};
    if (!node.scope().empty())
        step.parts.push_back(node.scope());
    return step;
}

class Lowerer {
public:
    Lowerer(const Computation& computation, const Fusion& fusion)
        : m_computation(computation)
        , m_fusion(fusion)
        , m_graph(*computation.graph)
        , m_valueOf(at(m_graph.size()), -1)
        , m_emitted(fusion.regions.size(), false)
        , m_outside(findOutside()) {}

    Lowered run() {
        const std::vector<bool> needed = neededNodes(m_computation);
        for (int index = 0; index < m_graph.size(); ++index) {
            if (needed[at(index)])
                emitNode(m_graph.node(index));
        }
        Lowered result;
        for (const Computation::Output& output : m_computation.outputs)
            result.program.outputValues.push_back(ownValue(output.node));
        for (const Computation::Update& update : m_computation.updates) {
            whole(update.variable); // a variable that is only written has a value too
            result.updateValues.push_back(ownValue(update.value));
        }
        result.program.graph = m_computation.graph;
        result.program.outputs = m_computation.outputs;
        result.program.updates = m_computation.updates;
        result.program.values = std::move(m_values);
        result.program.steps = std::move(m_steps);
        return result;
    }

private:
    /// Nodes of regions that somebody outside of their region reads.
    std::vector<bool> findOutside() const {
        std::vector<bool> outside(m_valueOf.size(), false);
        for (int index = 0; index < m_graph.size(); ++index) {
            const Node node = m_graph.node(index);
            for (int i = 0; i < node.inputCount(); ++i) {
                const int input = node.input(i).index();
                if (m_fusion.regionOf[at(index)] < 0 ||
                    m_fusion.regionOf[at(index)] != m_fusion.regionOf[at(input)])
                    outside[at(input)] = true;
            }
        }
        for (const Computation::Output& output : m_computation.outputs)
            outside[at(output.node.index())] = true;
        for (const Computation::Update& update : m_computation.updates)
            outside[at(update.value.index())] = true;
        return outside;
    }

    int newValue(Value value) {
        m_values.push_back(std::move(value));
        return static_cast<int>(m_values.size()) - 1;
    }
    int arenaValue(std::int64_t elements) { return newValue({.elements = elements}); }

    void emitNode(Node node) {
        if (m_valueOf[at(node.index())] >= 0)
            return;
        const int region = m_fusion.regionOf[at(node.index())];
        if (region >= 0) {
            // A region is emitted where its last member stands: all that it reads is there by then, and what
            // reads it comes through here as well, by demand.
            if (node.index() == m_fusion.regions[at(region)].nodes.back())
                emitRegion(region);
            return;
        }
        if (const auto* copy = loweredAs<CopyOp>(node.op())) {
            switch (*copy) {
            case CopyOp::Pad:
                return emitPad(node);
            case CopyOp::Concat:
                return emitConcat(node);
            }
        }
        if (isKernel(node.op()))
            emitKernel(node);
        // What is stored already and views wait for those who read them.
    }

    /// The value that holds a node row-major, made if there is none yet.
    int whole(Node node) {
        int& value = m_valueOf[at(node.index())];
        if (value >= 0)
            return value;
        if (const auto* stored = loweredAs<StoredOp>(node.op()))
            return value = storedValue(*stored, node);
        if (node.op() == Op::Reshape) // the same numbers in the same order: the same value
            return m_valueOf[at(node.index())] = whole(node.input(0));
        if (const int region = m_fusion.regionOf[at(node.index())]; region >= 0)
            emitRegion(region);
        else if (loweredAs<ViewOp>(node.op()))
            emitCopy(node);
        else
            emitNode(node);
        require(m_valueOf[at(node.index())] >= 0, "lower: a node has no value");
        return m_valueOf[at(node.index())];
    }

    int storedValue(StoredOp op, Node node) {
        Value value{.elements = node.shape().elementCount()};
        switch (op) {
        case StoredOp::Input:
        case StoredOp::Variable:
            value.storage = op == StoredOp::Input ? Storage::Input : Storage::Variable;
            value.name = node.as<LeafAttributes>().name;
            break;
        case StoredOp::Constant:
            value.storage = Storage::Constant;
            value.constantNode = node.index();
            break;
        }
        return newValue(std::move(value));
    }

    /// As whole(), but never a leaf: outputs and updates must not change when a variable does.
    int ownValue(Node node) {
        const int value = whole(node);
        if (m_values[at(value)].storage == Storage::Arena)
            return value;
        const int copy = arenaValue(node.shape().elementCount());
        m_steps.push_back(copyStep(nameOf(node), value, copy, node.shape().elementCount()));
        return copy;
    }

    /// How a loop over the node's shape reads it.
    Access access(Node node) {
        const auto* view = loweredAs<ViewOp>(node.op());
        if (view && m_valueOf[at(node.index())] < 0) {
            const Access inner = access(node.input(0));
            switch (*view) {
            case ViewOp::Transpose:
                return permuted(inner, node.as<PermutationAttributes>().order);
            case ViewOp::Slice:
                return sliced(inner, node.as<SliceAttributes>());
            case ViewOp::BroadcastTo:
                return stretch(inner, node.input(0).shape(), node.shape());
            case ViewOp::Reshape:
                if (isWhole(inner, node.input(0).shape()))
                    return wholeAccess(inner.value, node.shape());
                break; // strides of another shape can't always be said: copied
            }
        }
        return wholeAccess(whole(node), node.shape());
    }

    void emitKernel(Node node) {
        Kernel kernel{.node = node};
        for (int i = 0; i < node.inputCount(); ++i)
            kernel.inputs.push_back(whole(node.input(i)));
        kernel.output = m_valueOf[at(node.index())] = arenaValue(node.shape().elementCount());
        m_steps.push_back(stepOf(node, std::move(kernel)));
    }

    void emitCopy(Node node) {
        Loop loop{.space = node.shape()};
        loop.loads.push_back(access(node));
        const int value = arenaValue(node.shape().elementCount());
        loop.stores.push_back({0, wholeAccess(value, node.shape())});
        m_valueOf[at(node.index())] = value;
        m_steps.push_back(stepOf(node, std::move(loop)));
    }

    void emitPad(Node node) {
        const auto& pad = node.as<PadAttributes>();
        const Shape& inner = node.input(0).shape();
        Loop copy{.space = inner};
        copy.loads.push_back(access(node.input(0)));
        const int value = m_valueOf[at(node.index())] = arenaValue(node.shape().elementCount());
        Loop fill{.space = node.shape()};
        fill.body.push_back({.op = Op::Constant, .value = pad.value});
        fill.stores.push_back({0, wholeAccess(value, node.shape())});
        m_steps.push_back(stepOf(node, std::move(fill)));
        Access to = wholeAccess(value, node.shape());
        for (std::size_t axis = 0; axis < to.strides.size(); ++axis) {
            to.offset += pad.before[axis] * to.strides[axis];
            to.strides[axis] *= pad.interior[axis] + 1;
        }
        copy.stores.push_back({0, std::move(to)});
        m_steps.push_back(stepOf(node, std::move(copy)));
    }

    void emitConcat(Node node) {
        const int axis = node.as<AxesAttributes>().axes[0];
        std::vector<Access> parts;
        for (int i = 0; i < node.inputCount(); ++i)
            parts.push_back(access(node.input(i)));
        const int value = m_valueOf[at(node.index())] = arenaValue(node.shape().elementCount());
        Access to = wholeAccess(value, node.shape());
        for (int i = 0; i < node.inputCount(); ++i) {
            Loop loop{.space = node.input(i).shape()};
            loop.loads.push_back(parts[at(i)]);
            loop.stores.push_back({0, to});
            m_steps.push_back(stepOf(node, std::move(loop)));
            to.offset += node.input(i).shape()[axis] * to.strides[at(axis)];
        }
    }

    void emitRegion(int index) {
        if (m_emitted[at(index)])
            return;
        m_emitted[at(index)] = true;
        const Region& region = m_fusion.regions[at(index)];
        Loop loop{.space = region.space};

        // First the loads, so that registers are numbered as documented; then the body in the graph's order.
        std::map<int, int> registerOf; // by node
        std::vector<std::pair<int, Access>> loads;
        const auto inside = [&](Node node) { return m_fusion.regionOf[at(node.index())] == index; };
        for (const int member : region.nodes) {
            const Node node = m_graph.node(member);
            for (int i = 0; i < node.inputCount(); ++i) {
                const Node operand = node.input(i);
                if (inside(operand) || registerOf.contains(operand.index()) || isImmediate(operand))
                    continue;
                Access from = stretch(access(operand), operand.shape(), region.space);
                const auto known = std::ranges::find(loop.loads, from);
                registerOf[operand.index()] = static_cast<int>(known - loop.loads.begin());
                if (known == loop.loads.end())
                    loop.loads.push_back(std::move(from));
            }
        }
        const auto append = [&](Instruction instruction) {
            loop.body.push_back(std::move(instruction));
            return static_cast<int>(loop.loads.size() + loop.body.size()) - 1;
        };
        const auto operandRegister = [&](Node operand) {
            const auto found = registerOf.find(operand.index());
            if (found != registerOf.end())
                return found->second;
            return registerOf[operand.index()] = append(
                       {.op = Op::Constant, .value = operand.as<ConstantAttributes>().values->front()});
        };
        if (!region.reducedAxes.empty()) {
            loop.reduced.assign(at(region.space.rank()), false);
            for (const int axis : region.reducedAxes)
                loop.reduced[at(axis)] = true;
        }
        std::set<std::string> scopes;
        std::vector<std::string_view> ops;
        for (const int member : region.nodes) {
            const Node node = m_graph.node(member);
            scopes.insert(node.scope());
            ops.push_back(info(node.op()).name);
            if (const auto* reduction = loweredAs<ReductionOp>(node.op())) {
                const int value = m_valueOf[at(member)] = arenaValue(node.shape().elementCount());
                loop.reductions.push_back(
                    {*reduction, operandRegister(node.input(0)),
                     stretch(wholeAccess(value, node.shape()), node.shape(), region.space)});
                continue;
            }
            Instruction instruction{.op = node.op()};
            if (node.op() == Op::RandomUniform)
                instruction.random = node.as<RandomAttributes>();
            for (int i = 0; i < node.inputCount(); ++i)
                instruction.operands.push_back(operandRegister(node.input(i)));
            registerOf[member] = append(std::move(instruction));
            if (m_outside[at(member)]) {
                const int value = m_valueOf[at(member)] = arenaValue(node.shape().elementCount());
                loop.stores.push_back({registerOf[member], wholeAccess(value, node.shape())});
            }
        }
        scopes.erase("");
        const std::string where = fmt::format("{}", fmt::join(scopes, ", "));
        m_steps.push_back({where.empty() ? fmt::format("{}", fmt::join(ops, ", "))
                                         : fmt::format("{}: {}", where, fmt::join(ops, ", ")),
                           std::move(loop),
                           {scopes.begin(), scopes.end()}});
    }

    /// A single constant is part of the body, not of memory.
    static bool isImmediate(Node node) {
        return node.op() == Op::Constant && node.shape().elementCount() == 1;
    }

    const Computation& m_computation;
    const Fusion& m_fusion;
    Graph& m_graph;
    std::vector<int> m_valueOf;
    std::vector<bool> m_emitted;
    std::vector<bool> m_outside;
    std::vector<Value> m_values;
    std::vector<Step> m_steps;
};

} // namespace

Access wholeAccess(int value, const Shape& space) {
    Access access{value, 0, space.strides()};
    // Along an axis of one element every stride is right; 0 lets equal accesses compare equal.
    for (int axis = 0; axis < space.rank(); ++axis) {
        if (space[axis] == 1)
            access.strides[at(axis)] = 0;
    }
    return access;
}

Step copyStep(std::string name, int from, int to, std::int64_t elements) {
    Loop loop{.space = Shape{elements}};
    loop.loads.push_back(wholeAccess(from, loop.space));
    loop.stores.push_back({0, wholeAccess(to, loop.space)});
    return {std::move(name), std::move(loop)};
}

std::vector<int> valuesRead(const Step& step) {
    if (const auto* kernel = std::get_if<Kernel>(&step.work))
        return kernel->inputs;
    std::vector<int> values;
    for (const Access& load : std::get<Loop>(step.work).loads)
        values.push_back(load.value);
    return values;
}

std::vector<int> valuesWritten(const Step& step) {
    if (const auto* kernel = std::get_if<Kernel>(&step.work))
        return {kernel->output};
    std::vector<int> values;
    for (const Store& store : std::get<Loop>(step.work).stores)
        values.push_back(store.to.value);
    for (const LoopReduction& reduction : std::get<Loop>(step.work).reductions)
        values.push_back(reduction.to.value);
    return values;
}

Lowered lower(const Computation& computation, const Fusion& fusion) {
    return Lowerer(computation, fusion).run();
}

} // namespace protomind
