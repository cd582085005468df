// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"
#include "studio/lens/answers.h"
#include "studio/lens/kernels.h"
#include "studio/lens/layer_named.h"
#include "studio/lens/make_picture.h"
#include "studio/lens/weight_history.h"

#include <algorithm>
#include <cmath>

/// What a layer has learned: its filters as pictures; of neurons that look at an image itself, what they look
/// for in it; how the numbers are spread, and how far they have come from where they began.
namespace protomind {

namespace {

/// Of a matrix that is shown as it is.
constexpr std::int64_t kMostMatrixNumbers = 1 << 20;
constexpr std::size_t kTimeBins = 48;

const std::vector<Field>& weightsFields() {
    static const std::vector<Field> all{
        {.name = "show",
         .label = "Show",
         .type = FieldType::Choice,
         .defaultValue = std::string("now"),
         .choices = {"now", "start", "change"},
         .help = "The weights as they are now, as they were before training, or what training has added.",
         .shownOnCard = true},
        {.name = "filters",
         .label = "Filters",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{64},
         .minimum = 1,
         .maximum = 1024,
         .help = "How many filters (or neurons) are shown at most.",
         .logarithmic = true},
        {.name = "channels",
         .label = "Channels",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{8},
         .minimum = 1,
         .maximum = 256,
         .help = "Of how many of the maps before it a filter's weights are shown at most.",
         .logarithmic = true}};
    return all;
}

/// The first layer that has any, where none is chosen.
std::optional<std::size_t> layerWithKernels(const Model& model, const std::string& chosen) {
    if (!chosen.empty()) {
        const auto layer = layerNamed(model, chosen);
        return layer && !kernelsOf(model, *layer).empty() ? layer : std::nullopt;
    }
    for (std::size_t layer = 0; layer < model.layers.size(); ++layer) {
        if (!kernelsOf(model, layer).empty())
            return layer;
    }
    return std::nullopt;
}

Result<void> weightsSuits(const LensTarget& target) {
    if (auto checked = checkLayer(target); !checked)
        return checked;
    if (layerWithKernels(target.model, target.layer))
        return {};
    return fail(ProblemKind::Unsupported,
                target.layer.empty() ? "No layer of this network has weights."
                                     : "This layer has no weights that it weighs its inputs by.",
                Sentence::name(target.layer),
                target.layer.empty() ? "" : "Choose a layer that learns, such as Dense.");
}

/// Whether the layer is given the numbers of the sample itself, in their order.
bool looksAtSample(const Model& model, std::size_t layer) {
    while (true) {
        const std::vector<int>& inputs = model.layers[layer].inputs;
        if (inputs.size() != 1)
            return false;
        layer = static_cast<std::size_t>(inputs[0]);
        if (static_cast<int>(layer) == model.inputLayer)
            return true;
        const std::string& type = model.layers[layer].type->name;
        if (type != "flatten" && type != "dropout" && type != "noise")
            return false;
    }
}

class WeightsWork final : public LensWork {
public:
    WeightsWork(const LensContext& context, Settings settings, std::size_t layer)
        : m_context(context)
        , m_answers(context)
        , m_model(context.network.model())
        , m_settings(std::move(settings))
        , m_layer(layer) {}

    Result<bool> advance() override {
        auto start = NetworkInstance::create(m_model, m_context.network.device(), m_context.seed);
        if (!start)
            return std::unexpected(start.error());
        m_result.step = m_context.step;
        for (const LayerKernel& kernel : kernelsOf(m_model, m_layer)) {
            const auto now = m_context.network.variables().read(kernel.name);
            if (!now)
                return std::unexpected(now.error());
            const auto before = (*start)->variables().read(kernel.name);
            if (!before)
                return std::unexpected(before.error());
            addFigures(kernel, *now, *before);
            addPictures(kernel, shown(*now, *before));
            addHistograms(kernel, *now, *before);
        }
        return true;
    }
    double share() const override { return 0; }
    LensResult result() override {
        m_result.layer = m_model.layers[m_layer].name;
        return std::move(m_result);
    }

private:
    std::string show() const { return choice(weightsFields(), m_settings, "show"); }
    std::int64_t most(const char* field) const { return integer(weightsFields(), m_settings, field); }

    HostArray shown(const HostArray& now, const HostArray& before) const {
        if (show() != "change")
            return show() == "now" ? now : before;
        HostArray change = now;
        for (std::size_t i = 0; i < change.values.size(); ++i)
            change.values[i] -= before.values[i];
        return change;
    }

    void addFigures(const LayerKernel& kernel, const HostArray& now, const HostArray& before) {
        double moved = 0;
        double length = 0;
        for (std::size_t i = 0; i < now.values.size(); ++i) {
            const double change = static_cast<double>(now.values[i]) - static_cast<double>(before.values[i]);
            moved += change * change;
            length += static_cast<double>(before.values[i]) * static_cast<double>(before.values[i]);
        }
        const double share = length > 0 ? std::sqrt(moved / length) : 0;
        m_result.sentences.push_back(sentence(
            "{:s}: {} weights. Since the start, as seed {} makes it, they have moved by {:.3g} times "
            "their length.",
            kernel.title, now.values.size(), m_context.seed, share));
        m_result.figures.push_back({kernel.title + " change", share});
    }

    /// All pictures of a kernel have the same colours for the same numbers.
    void add(std::vector<LensPicture> pictures) {
        float reach = 0;
        for (const LensPicture& picture : pictures)
            reach = std::max(reach, picture.high);
        for (LensPicture& picture : pictures) {
            picture.low = -reach;
            picture.high = reach;
            m_result.pictures.push_back(std::move(picture));
        }
    }

    /// Of weights [h, w, RGB]: grey is none, and each colour goes as far up or down as its weight.
    void addInColour(std::vector<LensPicture> pictures) {
        float reach = 0;
        for (const LensPicture& picture : pictures)
            reach = std::max(reach, picture.high);
        for (LensPicture& picture : pictures) {
            for (float& value : picture.values.values)
                value = 0.5f + 0.5f * value / reach;
            picture.colours = PictureColours::AsItIs;
            picture.low = 0;
            picture.high = 1;
            m_result.pictures.push_back(std::move(picture));
        }
    }

    void addPictures(const LayerKernel& kernel, const HostArray& values) {
        const Shape& sample = m_model.inputShape;
        if (values.shape.rank() == 4)
            addFilters(kernel, values);
        else if (values.shape.rank() == 2 && sample.rank() == 3 && looksAtSample(m_model, m_layer) &&
                 values.shape[0] == sample.elementCount())
            addTemplates(values);
        else
            addMatrix(kernel, values);
    }

    void addFilters(const LayerKernel& kernel, const HostArray& values) {
        const Shape& shape = values.shape; // [height, width, a, b], one of the last two for the filters
        const int other = kernel.filterAxis == 3 ? 2 : 3;
        const std::vector<std::int64_t> strides = shape.strides();
        const std::int64_t filters = std::min(shape[kernel.filterAxis], most("filters"));
        const std::int64_t channels = std::min(shape[other], most("channels"));
        std::vector<LensPicture> pictures;
        for (std::int64_t filter = 0; filter < filters; ++filter) {
            for (std::int64_t channel = 0; channel < channels; ++channel) {
                HostArray picture(Shape{shape[0], shape[1]});
                for (std::int64_t place = 0; place < shape[0] * shape[1]; ++place)
                    picture.values[static_cast<std::size_t>(place)] = values.values[static_cast<std::size_t>(
                        place * strides[1] + filter * strides[static_cast<std::size_t>(kernel.filterAxis)] +
                        channel * strides[static_cast<std::size_t>(other)])];
                const Sentence name = sentence("Filter {}", filter + 1);
                pictures.push_back(
                    shape[other] == 1
                        ? divergingPicture(std::move(picture), name)
                        : divergingPicture(std::move(picture), sentence("Channel {}", channel + 1), name));
            }
        }
        add(std::move(pictures));
        if (filters < shape[kernel.filterAxis] || channels < shape[other])
            m_result.sentences.push_back(sentence("Shown are {} of {} filters, {} of {} channels of each.",
                                                  filters, shape[kernel.filterAxis], channels, shape[other]));
    }

    /// A neuron that looks at an image itself: its weights in the places that they look at.
    void addTemplates(const HostArray& values) {
        const Shape& sample = m_model.inputShape;
        const std::int64_t neurons = std::min(values.shape[1], most("filters"));
        const bool coloured = sample[2] == 3;
        const bool ofClasses = static_cast<int>(m_layer) == m_model.outputLayer && m_answers.areClasses() &&
                               values.shape[1] == m_answers.count();
        std::vector<LensPicture> pictures;
        for (std::int64_t neuron = 0; neuron < neurons; ++neuron) {
            HostArray image(sample);
            for (std::size_t i = 0; i < image.values.size(); ++i)
                image.values[i] = values.values[i * static_cast<std::size_t>(values.shape[1]) +
                                                static_cast<std::size_t>(neuron)];
            const Sentence title =
                ofClasses ? Sentence::name(m_answers.name(neuron)) : sentence("Neuron {}", neuron + 1);
            pictures.push_back(coloured ? divergingPicture(std::move(image), title)
                                        : divergingPicture(overChannels(image), title));
        }
        if (coloured)
            addInColour(std::move(pictures));
        else
            add(std::move(pictures));
        if (coloured)
            m_result.sentences.emplace_back(
                ofClasses
                    ? "Each picture is what the network looks for in an image before it calls it that "
                      "class. Where it is redder than grey, red speaks for the class, and likewise green "
                      "and blue; lighter than grey: light speaks for it; darker: light speaks against it."
                    : "Each picture is what a neuron looks for in an image: grey where it does not care, "
                      "and in the colours that raise its number.");
        else
            m_result.sentences.emplace_back(
                ofClasses
                    ? "Each picture is what the network looks for in an image before it calls it that class: "
                      "places that speak for it in one colour, places that speak against it in the other."
                    : "Each picture is what a neuron looks for in an image.");
    }

    void addMatrix(const LayerKernel& kernel, const HostArray& values) {
        const std::int64_t columns = values.shape.back(0);
        const std::int64_t rows = values.shape.elementCount() / columns;
        if (rows * columns > kMostMatrixNumbers) {
            m_result.sentences.push_back(
                sentence("{} × {} weights are too many for a picture.", rows, columns));
            return;
        }
        add({divergingPicture(HostArray(Shape{rows, columns}, values.values),
                              sentence("{:s}: inputs down, neurons across", kernel.title))});
    }

    void addHistograms(const LayerKernel& kernel, const HostArray& now, const HostArray& before) {
        LensChart chart =
            histogramChart(Sentence::name(kernel.title), {{"Now", now.values}, {"Start", before.values}});
        chart.xLabel = "Weight";
        chart.yLabel = "How many";
        m_result.charts.push_back(std::move(chart));
        if (m_context.history == nullptr)
            return;
        const std::vector<WeightSnapshot> moments = m_context.history->of(kernel.name);
        if (moments.size() < 2)
            return;
        std::vector<std::pair<Sentence, std::span<const float>>> all;
        for (const WeightSnapshot& moment : moments)
            all.emplace_back(std::to_string(moment.step), moment.values);
        const LensChart overTime = histogramChart({}, all, kTimeBins);
        HostArray counts(Shape{static_cast<std::int64_t>(kTimeBins), std::ssize(moments)});
        for (std::size_t column = 0; column < moments.size(); ++column) {
            for (std::size_t bin = 0; bin < kTimeBins; ++bin)
                counts.values[(kTimeBins - 1 - bin) * moments.size() + column] =
                    static_cast<float>(overTime.curves[column].y[bin]);
        }
        m_result.pictures.push_back(sequentialPicture(
            std::move(counts),
            sentence("{:s} over time: steps {} to {} across, weights {:.3g} to {:.3g} upwards", kernel.title,
                     moments.front().step, moments.back().step, overTime.curves[0].x.front(),
                     overTime.curves[0].x.back())));
    }

    const LensContext& m_context;
    Answers m_answers;
    const Model& m_model;
    Settings m_settings;
    std::size_t m_layer;
    LensResult m_result;
};

Result<std::unique_ptr<LensWork>> beginWeights(const LensContext& context, const Settings& settings) {
    return std::make_unique<WeightsWork>(context, settings,
                                         *layerWithKernels(context.network.model(), context.layer));
}

} // namespace

const LensType& weightsLens() {
    static const LensType type{.name = "weights",
                               .title = "Weights",
                               .summary =
                                   "Shows what a layer has learned: filters as pictures, how its weights "
                                   "are spread, and how far they have come.",
                               .subject = LensSubject::Layer,
                               .isLive = true,
                               .fields = weightsFields(),
                               .suits = weightsSuits,
                               .begin = beginWeights};
    return type;
}

} // namespace protomind
