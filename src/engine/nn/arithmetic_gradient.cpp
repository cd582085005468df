// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/arithmetic_gradient.h"

#include <algorithm>
#include <cmath>

namespace protomind {

namespace {

/// The slope of a function, from values on both sides; to the left of a corner that lies at the number.
double slopeOf(const ArithmeticStep& step) {
    const double x = step.terms.front().value();
    const double width = 1e-5 * std::max(1.0, std::abs(x));
    const auto at = [&step](double value) {
        ArithmeticStep moved = step;
        moved.terms = {ArithmeticTerm{{ArithmeticFactor{{}, value}}}};
        return valueOf(moved);
    };
    const double left = (step.value - at(x - width)) / width;
    const double right = (at(x + width) - step.value) / width;
    const double middle = (at(x + width) - at(x - width)) / (2 * width);
    return std::abs(right - left) > 1e-3 * std::max(1.0, std::abs(middle)) ? left : middle;
}

/// Numbers with what the wanted one changes with each, gathered from the wanted one back.
class Accumulation {
public:
    Accumulation(const LayerArithmetic& layer, const ArithmeticSource& source)
        : m_layer(layer)
        , m_source(source) {}

    std::optional<ArithmeticGradient> of(const Arithmetic& number) {
        if (!visitBelow(number))
            return std::nullopt;
        goBack(number, 1);
        for (auto place = m_order.rbegin(); place != m_order.rend(); ++place)
            goBack(m_worked.at(*place), m_slopes[*place]);
        return std::move(m_gradient);
    }

private:
    /// Works out all inner numbers below, each after those that it is made of. A stack of its own: recurrent
    /// layers go as deep as their sequence is long.
    bool visitBelow(const Arithmetic& number) {
        std::vector<std::pair<NumberPlace, bool>> open;
        addInner(number, open);
        while (!open.empty()) {
            const auto [place, below] = open.back();
            open.pop_back();
            if (below) {
                m_order.push_back(place);
                continue;
            }
            if (m_worked.contains(place))
                continue;
            if (m_worked.size() >= kMostNumbersOnTheWay)
                return false;
            const Arithmetic& worked = m_worked.emplace(place, m_layer.work(m_source, place)).first->second;
            open.emplace_back(place, true);
            addInner(worked, open);
        }
        return true;
    }

    static void addInner(const Arithmetic& worked, std::vector<std::pair<NumberPlace, bool>>& open) {
        for (const ArithmeticStep& step : worked.steps)
            for (const ArithmeticTerm& term : step.terms)
                for (const ArithmeticFactor& factor : term.factors)
                    if (factor.place.kind == NumberPlace::Kind::Inner)
                        open.emplace_back(factor.place, false);
    }

    void goBack(const Arithmetic& worked, double slope) {
        std::vector<double> ofSteps(worked.steps.size(), 0.0);
        ofSteps.back() = slope;
        for (std::size_t i = worked.steps.size(); i-- > 0;) {
            if (ofSteps[i] == 0)
                continue;
            const ArithmeticStep& step = worked.steps[i];
            const std::vector<double> slopes = termSlopes(step);
            for (std::size_t term = 0; term < step.terms.size(); ++term)
                if (slopes[term] != 0)
                    goBack(step.terms[term], ofSteps[i] * slopes[term], ofSteps);
        }
    }

    void goBack(const ArithmeticTerm& term, double slope, std::vector<double>& ofSteps) {
        for (std::size_t own = 0; own < term.factors.size(); ++own) {
            double others = slope;
            for (std::size_t other = 0; other < term.factors.size(); ++other)
                if (other != own)
                    others *= term.factors[other].value;
            const NumberPlace& place = term.factors[own].place;
            switch (place.kind) {
            case NumberPlace::Kind::Step:
                ofSteps[place.which] += others;
                break;
            case NumberPlace::Kind::Inner:
                m_slopes[place] += others;
                break;
            case NumberPlace::Kind::Input:
            case NumberPlace::Kind::Batch:
            case NumberPlace::Kind::Variable:
                m_gradient[place] += others;
                break;
            case NumberPlace::Kind::Output:
            case NumberPlace::Kind::Constant:
                break;
            }
        }
    }

    const LayerArithmetic& m_layer;
    const ArithmeticSource& m_source;
    std::map<NumberPlace, Arithmetic> m_worked;
    std::vector<NumberPlace> m_order;
    std::map<NumberPlace, double> m_slopes;
    ArithmeticGradient m_gradient;
};

} // namespace

std::vector<double> termSlopes(const ArithmeticStep& step) {
    std::vector<double> slopes(step.terms.size(), 0.0);
    switch (step.kind) {
    case ArithmeticKind::Sum:
        std::ranges::fill(slopes, 1.0);
        break;
    case ArithmeticKind::Mean:
        std::ranges::fill(slopes, 1.0 / static_cast<double>(step.terms.size()));
        break;
    case ArithmeticKind::Maximum: {
        const auto largest =
            std::ranges::max_element(step.terms, {}, [](const ArithmeticTerm& term) { return term.value(); });
        slopes[static_cast<std::size_t>(largest - step.terms.begin())] = 1;
        break;
    }
    case ArithmeticKind::Quotient: {
        const double below = step.terms[1].value();
        slopes[0] = 1 / below;
        slopes[1] = -step.terms[0].value() / (below * below);
        break;
    }
    case ArithmeticKind::Function:
        slopes[0] = slopeOf(step);
        break;
    }
    return slopes;
}

std::optional<ArithmeticGradient> gradientOf(const LayerArithmetic& layer, const ArithmeticSource& source,
                                             const NumberPlace& wanted) {
    return gradientOf(layer, source, layer.work(source, wanted));
}

std::optional<ArithmeticGradient> gradientOf(const LayerArithmetic& layer, const ArithmeticSource& source,
                                             const Arithmetic& number) {
    return Accumulation(layer, source).of(number);
}

} // namespace protomind
