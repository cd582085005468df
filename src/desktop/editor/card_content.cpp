// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/card_content.h"

#include "desktop/editor/field_editor.h"
#include "desktop/editor/problems/problem_walk.h"
#include "desktop/words/shown_number.h"
#include "desktop/words/worded.h"

#include <QCoreApplication>

namespace protomind {

namespace {

void addRows(CardContent& content, const Layer& layer, const LayerType& type) {
    for (const Field& field : type.fields) {
        if (!field.shownOnCard)
            continue;
        const FieldValue& value = valueOf(type.fields, layer.settings, field.name);
        content.rows.push_back({worded(field.label), valueText(field, value)});
    }
}

/// The function that a layer applies, where its picture shows one.
QString functionOf(const Layer& layer, const LayerType& type) {
    if (type.category != LayerCategory::Activation)
        return {};
    for (const Field& field : type.fields) {
        const auto* word = std::get_if<std::string>(&valueOf(type.fields, layer.settings, field.name));
        if (field.type == FieldType::Choice && word != nullptr)
            return QString::fromStdString(*word);
    }
    return {};
}

void addPicture(CardContent& content, const Layer& layer, const Analysis& analysis) {
    const auto own = analysis.layers.find(layer.id);
    if (analysis.players.two() && analysis.players.isGenerators(layer.id)) {
        const auto& latents = analysis.layers.at(analysis.players.latent).outputShape;
        const auto& made = analysis.layers.at(analysis.players.maker).outputShape;
        if (own == analysis.layers.end() || !own->second.outputShape || !latents || !made)
            return;
        const GeneratorForm form = generatorForm(*latents, *made);
        const LayerId picture = form.madeIsPicture ? analysis.players.maker : analysis.players.latent;
        content.picture = pictureForm(*own->second.outputShape, form.samples, layer.id == picture);
        return;
    }
    const auto input = analysis.layers.find(analysis.input);
    if (input == analysis.layers.end() || own == analysis.layers.end() || !input->second.outputShape ||
        !own->second.outputShape)
        return;
    content.picture =
        pictureForm(*own->second.outputShape, *input->second.outputShape, layer.id == analysis.input);
}

void addProblem(CardContent& content, const Layer& layer, const Analysis& analysis) {
    const NetworkProblem* problem = worstProblem(analysis, layer.id);
    if (problem == nullptr)
        return;
    content.problem = sentenceText(problem->sentence);
    content.severity = problem->severity;
    if (!problem->fixes.empty())
        content.fix = sentenceText(problem->fixes.front().label);
}

} // namespace

CardContent CardContent::of(const Layer& layer, const Analysis& analysis) {
    CardContent content;
    content.typeName = QString::fromStdString(layer.type);
    content.title = QString::fromStdString(layer.name);
    const LayerType* type = findLayerType(layer.type);
    if (type != nullptr) {
        content.category = type->category;
        content.inputs = portsOf(layer, analysis.players);
        content.drawnFunction = functionOf(layer, *type);
        const QString title = worded(type->title);
        if (!content.title.startsWith(title, Qt::CaseInsensitive))
            content.subtitle = title;
        addRows(content, layer, *type);
    } else {
        content.subtitle =
            QCoreApplication::translate("protomind::CardContent", "Unknown kind: %1").arg(content.typeName);
    }
    const auto facts = analysis.layers.find(layer.id);
    if (facts != analysis.layers.end()) {
        if (facts->second.outputShape)
            content.output = shapeText(*facts->second.outputShape);
        const ParameterCount& parameters = facts->second.parameters;
        if (parameters.count > 0)
            content.arithmetic = QStringLiteral("%1 = %2").arg(QString::fromStdString(parameters.arithmetic),
                                                               countText(parameters.count));
    }
    addPicture(content, layer, analysis);
    addProblem(content, layer, analysis);
    return content;
}

QString shapeText(const Shape& shape) {
    return shape.rank() == 0 ? QCoreApplication::translate("protomind::CardContent", "1 number")
                             : QString::fromStdString(shape.text());
}

QString tightShapeText(const Shape& shape) {
    return shapeText(shape).replace(QStringLiteral(" × "), QStringLiteral("\u200a×\u200a"));
}

QString sentenceText(const Sentence& sentence) {
    return worded(sentence).replace(QStringLiteral(" × "), QStringLiteral("\u00a0×\u00a0"));
}

QString countText(std::int64_t count) {
    return shownCount(count);
}

} // namespace protomind
