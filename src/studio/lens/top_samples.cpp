// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/graph/build.h"
#include "engine/instance/network_instance.h"
#include "engine/nn/layer_builder.h"
#include "studio/lens/answers.h"
#include "studio/lens/layer_named.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/make_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

/// The samples that each channel of a layer answers to most: what it has learned to look for, seen in the
/// data.
namespace protomind {

namespace {

constexpr std::int64_t kMostAtOnce = 256;
/// Numbers of all pictures of a result together: 16 MB.
constexpr std::int64_t kMostPictureNumbers = 4'000'000;
/// Of all channels so many are told of; any other one by itself.
constexpr std::int64_t kMostChannels = 1024;
constexpr const char* kStrongest = "strongest"; ///< [N, channels]

const std::vector<Field>& topSamplesFields() {
    static const std::vector<Field> all{
        {.name = "channel",
         .label = "Channel",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{-1},
         .minimum = -1,
         .maximum = 1 << 30,
         .help = "Which feature map or neuron, counted from 0. -1: every one."},
        {.name = "count",
         .label = "At most",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{9},
         .minimum = 1,
         .maximum = 100,
         .help = "How many samples of each are shown."}};
    return all;
}

Result<void> topSamplesSuits(const LensTarget& target) {
    if (auto checked = checkLayer(target); !checked)
        return checked;
    if (target.data == nullptr)
        return fail(ProblemKind::Unsupported, "There are no samples to look through.", {},
                    "Choose data for the network.");
    return {};
}

/// The largest number of each channel over all of its places: [N, channels].
Computation strongestOf(const Model& model, std::size_t layer, std::int64_t batch, std::uint64_t seed) {
    Computation computation;
    const BuiltModel built = buildModel(*computation.graph, model, batch, BuildMode::Inference, seed);
    const Node output = built.layerOutputs[layer];
    const std::int64_t channels = output.shape().back(0);
    const std::int64_t places = output.shape().elementCount() / (batch * channels);
    computation.outputs.push_back(
        {kStrongest,
         reshape(reduceMax(reshape(output, Shape{batch, places, channels}), {1}), Shape{batch, channels})});
    return computation;
}

class TopSamplesWork final : public LensWork {
public:
    TopSamplesWork(const LensContext& context, const DataSet& data, const Settings& settings,
                   std::size_t layer)
        : m_context(context)
        , m_data(data)
        , m_layer(layer)
        , m_channel(integer(topSamplesFields(), settings, "channel"))
        , m_count(static_cast<std::size_t>(integer(topSamplesFields(), settings, "count")))
        , m_batch(fittingBatch(context.network.model(), kMostAtOnce)) {}

    Result<bool> advance() override {
        const std::int64_t count = std::min(m_batch, m_data.size() - m_done);
        ReadSamples read =
            readSamples(m_data, m_done, count, m_context.network.device().description().threads);
        // The last batch is filled up, so that only one size is ever compiled.
        HostArray samples(read.samples.shape.without(0).prepended(m_batch));
        std::ranges::copy(read.samples.values, samples.values.begin());
        auto outputs = m_context.network.run(fmt::format("strongest {} {}", m_layer, m_batch),
                                             [&]() -> Result<Computation> {
                                                 return strongestOf(m_context.network.model(), m_layer,
                                                                    m_batch, m_context.seed);
                                             },
                                             {{kSamples, samples}});
        if (!outputs)
            return std::unexpected(outputs.error());
        const HostArray& strongest = outputs->at(kStrongest);
        const std::int64_t channels = strongest.shape[1];
        if (m_channel >= channels)
            return fail(ProblemKind::Request, sentence("The layer has {} channels.", channels), "channel");
        m_top.resize(static_cast<std::size_t>(m_channel < 0 ? std::min(channels, kMostChannels) : 1));
        for (std::int64_t sample = 0; sample < count; ++sample)
            for (std::size_t i = 0; i < m_top.size(); ++i) {
                const std::int64_t channel = m_channel < 0 ? static_cast<std::int64_t>(i) : m_channel;
                const float value = strongest.values[static_cast<std::size_t>(sample * channels + channel)];
                if (std::isfinite(value))
                    take(m_top[i], {m_done + sample, read.targets[static_cast<std::size_t>(sample)], value});
            }
        m_done += count;
        return m_done >= m_data.size();
    }

    double share() const override {
        return static_cast<double>(m_done) / static_cast<double>(std::max<std::int64_t>(m_data.size(), 1));
    }

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        result.layer = m_context.network.model().layers[m_layer].name;
        result.sentences.push_back(
            sentence("The samples of {} that each channel of {:s} answers to most.", m_done, result.layer));
        LensTable table{.name = "top", .title = "The strongest answer of each channel", .corner = "channel"};
        for (std::size_t rank = 0; rank < std::min(m_count, static_cast<std::size_t>(m_data.size())); ++rank)
            table.columns.push_back(sentence("{}.", rank + 1));
        for (std::size_t i = 0; i < m_top.size(); ++i)
            addChannel(result, table, i);
        result.tables.push_back(std::move(table));
        return result;
    }

private:
    struct Found {
        std::int64_t index = 0;
        float label = 0;
        float value = 0;
    };

    /// Keeps the largest, the first of equal ones in front.
    void take(std::vector<Found>& top, const Found& found) const {
        if (top.size() == m_count && found.value <= top.back().value)
            return;
        const auto place =
            std::ranges::find_if(top, [&](const Found& other) { return found.value > other.value; });
        top.insert(place, found);
        if (top.size() > m_count)
            top.pop_back();
    }

    [[nodiscard]] std::string nameOf(const Found& found) const {
        const DataDescription& about = m_data.description();
        if (about.targetKind != TargetKind::Class)
            return fmt::format("{:.3g}", found.label);
        const auto label = static_cast<std::size_t>(found.label);
        return label < about.classNames.size() ? about.classNames[label] : std::to_string(label);
    }

    void addChannel(LensResult& result, LensTable& table, std::size_t i) const {
        const std::int64_t channel = m_channel < 0 ? static_cast<std::int64_t>(i) : m_channel;
        table.rows.push_back(std::to_string(channel));
        std::vector<LensCell>& row = table.cells.emplace_back();
        const std::int64_t size = m_data.description().sampleShape.elementCount();
        const bool pictured = isPicture(m_data.description().sampleShape) &&
                              static_cast<std::int64_t>((i + 1) * m_count) * size <= kMostPictureNumbers;
        for (const Found& found : m_top[i]) {
            const Sentence title = Sentence::name(fmt::format("{} ({:.3g})", nameOf(found), found.value));
            row.push_back({.text = fmt::format("{:.3g}", found.value),
                           .value = static_cast<double>(found.value),
                           .samples = {{found.index, title}}});
            if (!pictured)
                continue;
            const ReadSamples read = readSamples(m_data, found.index, 1);
            LensPicture picture =
                samplePicture(HostArray(read.samples.shape.without(0), read.samples.values), title);
            picture.group = sentence("Channel {}", channel);
            result.pictures.push_back(std::move(picture));
        }
        while (row.size() < table.columns.size())
            row.push_back({.text = kNoValue});
    }

    const LensContext& m_context;
    const DataSet& m_data;
    std::size_t m_layer;
    std::int64_t m_channel;
    std::size_t m_count;
    std::int64_t m_batch;
    std::int64_t m_done = 0;
    std::vector<std::vector<Found>> m_top; ///< a channel each
};

Result<std::unique_ptr<LensWork>> beginTopSamples(const LensContext& context, const Settings& settings) {
    const auto data = samplesOfSplit(context);
    if (!data)
        return std::unexpected(data.error());
    const Model& model = context.network.model();
    // Without a chosen layer: the one that answers.
    const std::size_t layer =
        layerNamed(model, context.layer).value_or(static_cast<std::size_t>(model.outputLayer));
    return std::make_unique<TopSamplesWork>(context, **data, settings, layer);
}

} // namespace

const LensType& topSamplesLens() {
    static const LensType type{.name = "top-samples",
                               .title = "Strongest samples",
                               .summary =
                                   "Shows the samples that each feature map or neuron of a layer answers "
                                   "to most.",
                               .subject = LensSubject::Layer,
                               .usesSplit = true,
                               .fields = topSamplesFields(),
                               .suits = topSamplesSuits,
                               .begin = beginTopSamples};
    return type;
}

} // namespace protomind
