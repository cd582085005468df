// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/network/players_check.h"

#include "studio/network/last_activations.h"
#include "studio/network/settings_check.h"

#include <array>

namespace protomind {

namespace {

std::vector<std::int64_t> sidesOf(const Shape& shape) {
    return {shape.sizes().begin(), shape.sizes().end()};
}

class PlayersCheck {
public:
    PlayersCheck(const Network& network, Analysis& analysis)
        : m_network(network)
        , m_analysis(analysis)
        , m_players(analysis.players) {}

    void check() {
        shapeNewInput();
        if (!m_players.two())
            return;
        checkMade();
        checkScore();
    }

private:
    [[nodiscard]] const std::optional<Shape>& given(LayerId layer) const {
        return m_analysis.layers.at(layer).outputShape;
    }

    NetworkProblem& report(NetworkProblemKind kind, Severity severity, Sentence sentence, LayerId where) {
        m_analysis.problems.push_back({.severity = severity,
                                       .sentence = std::move(sentence),
                                       .layer = where,
                                       .wire = {},
                                       .fixes = {},
                                       .kind = kind});
        return m_analysis.problems.back();
    }

    void shapeNewInput() {
        for (NetworkProblem& problem : m_analysis.problems)
            for (Fix& fix : problem.fixes)
                if (auto* add = std::get_if<Fix::AddLayer>(&fix.action);
                    add != nullptr && add->type == "input" && add->from && given(add->from))
                    add->settings =
                        settingsByRole(add->type, {{FieldRole::Shape, sidesOf(*given(add->from))}});
    }

    void checkMade() {
        const std::optional<Shape>& made = given(m_players.maker);
        const std::optional<Shape>& taken = given(m_players.input);
        if (!made || !taken || *made == *taken)
            return;
        const Layer& maker = *m_network.layer(m_players.maker);
        const Layer& input = *m_network.layer(m_players.input);
        NetworkProblem& problem =
            report(NetworkProblemKind::MadeShape, Severity::Error,
                   sentence("The generator ends in {:s}, which gives {}, but {:s} takes samples of {}.",
                            maker.name, made->text(), input.name, taken->text()),
                   maker.id);
        problem.wire = m_players.seam;
        const std::int64_t numbers = taken->elementCount();
        if (made->elementCount() == numbers)
            problem.fixes.push_back(
                {sentence("Insert {}", findLayerType("reshape")->title),
                 Fix::InsertLayer{m_players.seam, "reshape",
                                  settingsByRole("reshape", {{FieldRole::Shape, sidesOf(*taken)}})}});
        else if (auto fix = sizeFix(maker, taken->back(0), Shape(*taken)))
            problem.fixes.push_back(std::move(*fix));
        else if (auto first = sizeFix(maker, numbers, Shape{numbers})) // then they are reshaped
            problem.fixes.push_back(std::move(*first));
        const Field* field = findField(findLayerType(input.type)->fields, FieldRole::Shape);
        if (checkField(*field, sidesOf(*made)))
            problem.fixes.push_back(setFieldFix(input, *field, sidesOf(*made)));
    }

    void checkScore() {
        if (!m_analysis.output || m_analysis.output == m_analysis.input || !given(m_analysis.output))
            return;
        const Layer& last = *m_network.layer(m_analysis.output);
        const Shape& scores = *given(last.id);
        const Fix addDense{
            sentence("Add Dense with {}", 1),
            Fix::AddLayer{
                "dense", settingsByRole("dense", {{FieldRole::OutputSize, std::int64_t{1}}}), last.id, {}}};
        if (scores == Shape{1}) {
            checkLastActivations(addDense);
            return;
        }
        const Sentence words =
            sentence("{:s} ends the discriminator, which gives each sample one score, but it gives {}.",
                     last.name, scores.text());
        if (scores.rank() != 1) {
            report(NetworkProblemKind::OutputNotFlat, Severity::Error, words, last.id).fixes = {
                {"Add Flatten", Fix::AddLayer{"flatten", {}, last.id, {}}}};
            return;
        }
        NetworkProblem& problem = report(NetworkProblemKind::OutputCount, Severity::Error, words, last.id);
        if (auto fix = sizeFix(last, 1, Shape{1}))
            problem.fixes.push_back(std::move(*fix));
        problem.fixes.push_back(addDense);
    }

    /// Losses of two players make probabilities of scores themselves, or want scores without bounds.
    void checkLastActivations(const Fix& addDense) {
        for (const LayerId id : lastActivations(m_network, m_analysis)) {
            const Layer& layer = *m_network.layer(id);
            const ActivationSetting activation = activationSetting(layer, *findLayerType(layer.type));
            const std::string linear = "linear";
            report(NetworkProblemKind::LastActivation, Severity::Warning,
                   sentence("{:s} ends in {}, but a discriminator gives plain scores, which its loss makes "
                            "into probabilities itself.",
                            layer.name, activation.value),
                   id)
                .fixes = {checkField(*activation.field, linear)
                              ? setFieldFix(layer, *activation.field, linear)
                              : addDense};
        }
    }

    /// Sets the size of the nearest layer before the last one that has a size, itself included, where that
    /// gives the wanted shape.
    [[nodiscard]] std::optional<Fix> sizeFix(const Layer& last, std::int64_t size,
                                             const Shape& wanted) const {
        std::vector<const Layer*> chain; // from the last one back
        for (const Layer* layer = &last; layer != nullptr; layer = onlyLayerBefore(*layer)) {
            const LayerType& type = *findLayerType(layer->type);
            const Field* field = findField(type.fields, FieldRole::OutputSize);
            if (field == nullptr) {
                chain.push_back(layer);
                continue;
            }
            if (!checkField(*field, size))
                return std::nullopt;
            Settings settings = layer->settings;
            settings[field->name] = size;
            Result<Shape> shape = type.outputShape(settings, m_analysis.layers.at(layer->id).inputShapes);
            for (auto after = chain.rbegin(); shape && after != chain.rend(); ++after)
                shape = findLayerType((*after)->type)->outputShape((*after)->settings, std::array{*shape});
            return shape && *shape == wanted ? std::optional(setFieldFix(*layer, *field, size))
                                             : std::nullopt;
        }
        return std::nullopt;
    }

    /// Null where several are wired to the layer, or where what comes before goes elsewhere as well.
    [[nodiscard]] const Layer* onlyLayerBefore(const Layer& layer) const {
        const std::vector<Wire> into = m_network.wiresInto(layer.id);
        if (into.size() != 1 || isInput(layer) || m_network.wiresFrom(into.front().from).size() != 1)
            return nullptr;
        return m_network.layer(into.front().from);
    }

    const Network& m_network;
    Analysis& m_analysis;
    const Players m_players;
};

} // namespace

void checkPlayers(const Network& network, Analysis& analysis) {
    if (analysis.players.any())
        PlayersCheck(network, analysis).check();
}

} // namespace protomind
