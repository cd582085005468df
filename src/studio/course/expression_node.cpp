// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/course/expression_node.h"

#include "studio/course/fitted_line.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace protomind {

namespace {

using Kind = ExpressionNode::Kind;

/// A value on its way up. Absent: it stands on a setting that the layer at hand does not have.
struct FoundValue {
    StateValue value;
    bool absent = false;

    [[nodiscard]] bool isKnown() const { return !std::holds_alternative<UnknownValue>(value); }
    [[nodiscard]] bool is(bool wanted) const {
        const bool* truth = std::get_if<bool>(&value);
        return truth != nullptr && *truth == wanted;
    }
};

double arithmetic(Kind kind, double a, double b) {
    switch (kind) {
    case Kind::Add:
        return a + b;
    case Kind::Subtract:
        return a - b;
    case Kind::Multiply:
        return a * b;
    case Kind::Divide:
        return a / b;
    case Kind::Smaller:
        return std::min(a, b);
    case Kind::Larger:
        return std::max(a, b);
    case Kind::Negate:
        return -a;
    case Kind::Absolute:
        return std::abs(a);
    default:
        require(false, "arithmetic: no such operation");
        return 0;
    }
}

bool compared(Kind kind, const StateValue& a, const StateValue& b) {
    if (kind == Kind::Equal || kind == Kind::NotEqual)
        return (a == b) == (kind == Kind::Equal);
    const double left = std::get<double>(a);
    const double right = std::get<double>(b);
    switch (kind) {
    case Kind::Less:
        return left < right;
    case Kind::LessEqual:
        return left <= right;
    case Kind::Greater:
        return left > right;
    default:
        return left >= right;
    }
}

class Evaluation {
public:
    explicit Evaluation(const LiveState& state)
        : m_state(state) {}

    FoundValue of(const ExpressionNode& node) {
        switch (node.kind) {
        case Kind::Constant:
            return {node.constant};
        case Kind::State:
            return {m_state.value(node.name)};
        case Kind::Weight:
            return {m_state.weight(node.name, node.index)};
        case Kind::LayerField: {
            FoundValue field{m_state.layerValue(*m_layer, node.name)};
            field.absent = !field.isKnown();
            return field;
        }
        case Kind::PointField:
            return {(*m_point)[static_cast<std::size_t>(node.index)]};
        case Kind::RunField: {
            FoundValue field{findRunFieldName(node.name)->value(*m_run)};
            field.absent = !field.isKnown();
            return field;
        }
        case Kind::Setting:
            return setting(node);
        case Kind::Not: {
            const FoundValue inner = truth(*node.parts[0]);
            return inner.isKnown() ? FoundValue{inner.is(false)} : FoundValue{};
        }
        case Kind::And:
            return decided(truth(*node.parts[0]), truth(*node.parts[1]), false);
        case Kind::Or:
            return decided(truth(*node.parts[0]), truth(*node.parts[1]), true);
        case Kind::Less:
        case Kind::LessEqual:
        case Kind::Greater:
        case Kind::GreaterEqual:
        case Kind::Equal:
        case Kind::NotEqual:
            return comparison(node);
        case Kind::Count:
        case Kind::Any:
        case Kind::All:
            return overAll(node);
        default:
            return calculation(node);
        }
    }

private:
    /// A setting that says yes or no is a comparison by itself: false where a layer does not have it.
    FoundValue truth(const ExpressionNode& node) {
        const FoundValue value = of(node);
        return value.absent ? FoundValue{false} : value;
    }

    /// Of two truths where either of them decides if it has a certain value.
    static FoundValue decided(const FoundValue& a, const FoundValue& b, bool decisive) {
        if (a.is(decisive) || b.is(decisive))
            return {decisive};
        return a.isKnown() && b.isKnown() ? FoundValue{!decisive} : FoundValue{};
    }

    FoundValue comparison(const ExpressionNode& node) {
        const FoundValue a = of(*node.parts[0]);
        const FoundValue b = of(*node.parts[1]);
        if (a.absent || b.absent)
            return {false};
        if (!a.isKnown() || !b.isKnown())
            return {};
        return {compared(node.kind, a.value, b.value)};
    }

    FoundValue calculation(const ExpressionNode& node) {
        const FoundValue a = of(*node.parts[0]);
        const FoundValue b = node.parts.size() > 1 ? of(*node.parts[1]) : FoundValue{0.0};
        FoundValue result{{}, a.absent || b.absent};
        if (!a.isKnown() || !b.isKnown())
            return result;
        const double number = arithmetic(node.kind, std::get<double>(a.value), std::get<double>(b.value));
        if (!std::isnan(number))
            result.value = number;
        return result;
    }

    FoundValue setting(const ExpressionNode& node) {
        const Layer* const outside = m_layer;
        m_layer = m_state.experiment.network.layerNamed(node.name);
        const FoundValue value =
            m_layer != nullptr ? of(*node.parts[0]) : FoundValue{.value = {}, .absent = true};
        m_layer = outside;
        return value;
    }

    FoundValue overAll(const ExpressionNode& node) {
        double holding = 0;
        bool unknown = false;
        bool failing = false;
        const auto look = [&] {
            const FoundValue holds = truth(*node.parts[0]);
            holding += holds.is(true) ? 1 : 0;
            failing = failing || holds.is(false);
            unknown = unknown || !holds.isKnown();
        };
        if (node.name == kPointsWord) {
            for (const auto& [x, y] : m_state.pairs) {
                const std::array<double, 2> point{asWritten(x), asWritten(y)};
                m_point = &point;
                look();
            }
            m_point = nullptr;
        } else if (node.name == kRunsWord) {
            for (const RunRecordPtr& run : m_state.runs) {
                m_run = run.get();
                look();
            }
            m_run = nullptr;
        } else {
            for (const Layer& layer : m_state.experiment.network.layers()) {
                m_layer = &layer;
                look();
            }
            m_layer = nullptr;
        }
        if (node.kind == Kind::Any && holding > 0)
            return {true};
        if (node.kind == Kind::All && failing)
            return {false};
        if (unknown)
            return {};
        return node.kind == Kind::Count ? FoundValue{holding} : FoundValue{node.kind == Kind::All};
    }

    const LiveState& m_state;
    const Layer* m_layer = nullptr; ///< inside of Count, Any and All
    const std::array<double, 2>* m_point = nullptr;
    const RunRecord* m_run = nullptr;
};

} // namespace

StateValue evaluate(const ExpressionNode& node, const LiveState& state) {
    return Evaluation(state).of(node).value;
}

} // namespace protomind
