// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"

#include "engine/device/cpu/cpu_device.h"
#include "engine/gan/gan_loss.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace protomind {

void GivenSet::read(std::int64_t index, std::span<float> sample, std::span<float> target) const {
    std::ranges::copy(m_samples[static_cast<std::size_t>(index)], sample.begin());
    target[0] = m_targets[static_cast<std::size_t>(index)];
}

DataDescription describedClasses(const Shape& sample, std::int64_t classes) {
    DataDescription description{.name = "given", .sampleShape = sample};
    for (std::int64_t i = 0; i < classes; ++i)
        description.classNames.emplace_back(1, static_cast<char>('a' + i));
    return description;
}

LensBench::LensBench(Model model, std::uint64_t seed)
    : m_device(makeCpuDevice(2))
    , m_network(std::move(NetworkInstance::create(std::move(model), *m_device, seed).value()))
    , m_context(std::make_unique<LensContext>(LensContext{.network = *m_network, .seed = seed})) {}

void LensBench::setVariable(const std::string& name, std::vector<float> values) {
    const Shape shape = m_network->variables().buffer(name)->shape();
    m_network->variables().write(name, HostArray(shape, std::move(values)));
}

HostArray LensBench::variable(const std::string& name) const {
    return read(*m_network->variables().buffer(name));
}

void LensBench::setData(DataSetPtr test, const std::string& loss) {
    m_data = std::move(test);
    TrainingSettings settings;
    settings.loss = loss;
    // A discriminator looks at no targets.
    const auto objective = chooseObjective(m_network->model(), m_data->description(), settings);
    m_objective = objective ? std::optional(*objective) : std::nullopt;
    m_context->objective = m_objective ? &*m_objective : nullptr;
    m_context->test = m_data.get();
}

void LensBench::setGenerator(Model generator, const std::string& loss, DataSetPtr real) {
    m_data = std::move(real);
    m_context->training = m_data.get();
    m_context->split = Split::Training;
    m_context->ganLoss = findGanLoss(loss);
    m_generator = std::make_unique<Model>(std::move(generator));
    m_context->generator = m_generator.get();
    std::vector<VariableInfo> variables;
    for (const ModelVariable& variable : modelVariables(*m_generator))
        variables.push_back({.name = variable.name,
                             .shape = variable.declared.shape(),
                             .initialiser = variable.declared.initialiser});
    ASSERT_TRUE(m_network->addVariables(std::move(variables)));
}

void LensBench::setSample(std::vector<float> values) {
    m_context->sample = HostArray(m_network->model().inputShape, std::move(values));
}

Result<LensResult> LensBench::look(const std::string& lens, const Settings& settings) {
    const LensTarget target{.model = m_network->model(),
                            .data = m_data ? &m_data->description() : nullptr,
                            .layer = m_context->layer,
                            .generator = m_context->generator};
    auto work = beginLens(*findLensType(lens), target, *m_context, settings);
    if (!work)
        return std::unexpected(work.error());
    auto result = finishLens(**work);
    if (result)
        expectDeclared(*findLensType(lens), *result);
    return result;
}

void expectDeclared(const LensType& type, const LensResult& result) {
    for (const LensFigure& figure : result.figures)
        EXPECT_TRUE(figure.name.contains(' ') ||
                    std::ranges::find(type.figures, figure.name, &LensFigureName::name) != type.figures.end())
            << type.name << " gives a figure that it does not declare: " << figure.name;
}

double figureNamed(const LensResult& result, const std::string& name) {
    const auto found = std::ranges::find(result.figures, name, &LensFigure::name);
    return found == result.figures.end() ? 0 : found->value;
}

} // namespace protomind
