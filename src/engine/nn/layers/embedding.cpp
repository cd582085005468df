// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/nn/layers/costless.h"
#include "engine/nn/layers/layer_list.h"

#include <fmt/format.h>

#include <array>

namespace protomind {

namespace {

std::vector<Field> makeEmbeddingFields() {
    return {{.name = "vocabulary",
             .label = "Words",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{1000},
             .minimum = 1,
             .maximum = 1'000'000,
             .help = "How many different words (or letters, or things) there are; they are numbered from 0.",
             .logarithmic = true,
             .shownOnCard = true,
             .role = FieldRole::Vocabulary},
            {.name = "features",
             .label = "Features",
             .type = FieldType::Integer,
             .defaultValue = std::int64_t{32},
             .minimum = 1,
             .maximum = 4096,
             .help = "How many numbers stand for each of them.",
             .logarithmic = true,
             .shownOnCard = true,
             .role = FieldRole::OutputSize}};
}

const std::vector<Field>& embeddingFields() {
    static const std::vector<Field> all = makeEmbeddingFields();
    return all;
}

Result<Shape> embeddingShape(const Settings& settings, std::span<const Shape> inputs) {
    if (inputs[0].rank() != 1)
        return fail(ProblemKind::Request,
                    sentence("Embedding needs a list of word numbers, but gets {}.", inputs[0].text()), {},
                    "Put a Flatten layer in between.");
    const std::int64_t vocabulary = integer(embeddingFields(), settings, "vocabulary");
    const std::int64_t features = integer(embeddingFields(), settings, "features");
    if (const Result<Shape> table = Shape::checked(std::array{vocabulary, features}); !table)
        return std::unexpected(table.error());
    return Shape::checked(std::array{inputs[0][0], features});
}

std::vector<LayerVariable> embeddingVariables(const Settings& settings, std::span<const Shape>) {
    const std::int64_t features = integer(embeddingFields(), settings, "features");
    return {{.name = "table",
             .role = VariableRole::Embedding,
             .axes = {{AxisMeaning::Word, integer(embeddingFields(), settings, "vocabulary")},
                      {AxisMeaning::OutputChannel, features}},
             .initialiser = randomWeights(InitialiserKind::Normal, 1, features)}};
}

Node buildEmbedding(LayerBuilder& builder, const Settings&, std::span<const Node> inputs) {
    return gather(builder.variable(VariableRole::Embedding), inputs[0]);
}

/// The number of the word comes first: it says which row is taken. Words that are not in the table have a row
/// of zeros.
Arithmetic embeddingArithmetic(const ArithmeticSource& source, const NumberPlace& wanted) {
    const std::int64_t features = integer(embeddingFields(), source.settings, "features");
    ArithmeticWriter writer(source);
    const ArithmeticFactor word =
        writer.step("x_t", ArithmeticKind::Sum, {{{writer.input(wanted.index / features)}}});
    const auto vocabulary = static_cast<double>(integer(embeddingFields(), source.settings, "vocabulary"));
    const bool known = word.value >= 0 && word.value < vocabulary;
    writer.step("y_t", ArithmeticKind::Sum,
                {{{known ? writer.variable(0, static_cast<std::int64_t>(word.value) * features +
                                                  wanted.index % features)
                         : ArithmeticWriter::constant(0)}}});
    return writer.take();
}

} // namespace

const LayerType& embeddingLayer() {
    static const LayerType type{
        .name = "embedding",
        .title = "Embedding",
        .category = LayerCategory::Sequence,
        .summary =
            "Looks up each word's row in a table. The rows are what it learns: words that are used alike "
            "get rows that are alike.",
        .formula = R"(y_t = E_{x_t})",
        .inputs = 1,
        .fields = embeddingFields(),
        .outputShape = embeddingShape,
        .variables = embeddingVariables,
        .multiplyAdds = noMultiplyAdds,
        .build = buildEmbedding,
        .arithmetic = {.inner = nullptr, .work = embeddingArithmetic}};
    return type;
}

} // namespace protomind
