// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"
#include "engine/instance/network_instance.h"
#include "studio/lens/answers.h"
#include "studio/lens/layer_named.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/lens_type.h"
#include "studio/lens/make_picture.h"
#include "studio/lens/saliency_fields.h"

#include <algorithm>
#include <array>
#include <cmath>

/// Which parts of a sample a network's answer hangs on. All of it is computed from scores (logits): the
/// probability of a sure answer hardly moves, whatever is changed, and neither does its gradient.
///
/// gradient: Simonyan et al., "Deep inside convolutional networks" (2014), section 3 - with its sign, which
/// they drop. input times gradient: Shrikumar et al., "Not just a black box" (2016; the method that "Learning
/// important features through propagating activation differences", 2017, compares with). SmoothGrad: Smilkov
/// et al., "SmoothGrad: removing noise by adding noise" (2017), section 2. Integrated gradients: Sundararajan
/// et al., "Axiomatic attribution for deep networks" (2017), equations 1 and 3. Occlusion: Zeiler and Fergus,
/// "Visualizing and understanding convolutional networks" (2014), section 4.2. Grad-CAM: Selvaraju et al.,
/// "Grad-CAM: visual explanations from deep networks" (2017), equations 1 and 2.
namespace protomind {

namespace {

/// Samples that are computed at once at most.
constexpr std::int64_t kLargestBatch = 32;
constexpr std::uint64_t kNoiseSeed = 1;

bool givesMaps(const Shape& shape) {
    return shape.rank() == 3 && shape[0] * shape[1] > 1;
}

/// The chosen layer where it gives maps, else the last one that does; the input does not count.
std::optional<std::size_t> camLayer(const Model& model, const std::string& chosen) {
    const std::vector<Shape> shapes = layerShapes(model);
    const auto input = static_cast<std::size_t>(model.inputLayer);
    if (const auto layer = layerNamed(model, chosen); layer && *layer != input && givesMaps(shapes[*layer]))
        return layer;
    for (std::size_t layer = shapes.size(); layer-- > 0;) {
        if (layer != input && givesMaps(shapes[layer]))
            return layer;
    }
    return std::nullopt;
}

Result<void> saliencySuits(const LensTarget& target) {
    const Model& model = target.model;
    for (const ModelLayer& layer : model.layers) {
        if (layer.type->name == "embedding")
            return fail(ProblemKind::Unsupported,
                        "The network takes words or symbols by their numbers, and between two of those is "
                        "nothing that a score could change along.",
                        Sentence::name(layer.name));
    }
    if (model.outputShape.elementCount() > kMostSaliencyOutputs)
        return fail(ProblemKind::Unsupported, "The network gives too many numbers to explain one of them.");
    return {};
}

/// Squares of a side that together cover height x width, at most a stride apart.
std::vector<std::array<std::int64_t, 2>> squares(std::int64_t height, std::int64_t width, std::int64_t side,
                                                 std::int64_t stride) {
    const auto places = [&](std::int64_t length) {
        std::vector<std::int64_t> all;
        const std::int64_t last = std::max<std::int64_t>(length - side, 0);
        for (std::int64_t place = 0; place < last; place += std::min(stride, side))
            all.push_back(place);
        all.push_back(last);
        return all;
    };
    std::vector<std::array<std::int64_t, 2>> found;
    for (const std::int64_t y : places(height)) {
        for (const std::int64_t x : places(width))
            found.push_back({y, x});
    }
    return found;
}

/// Each method asks the network at some points near the sample or on the way to it, and adds up what it gives
/// there.
class SaliencyWork final : public LensWork {
public:
    SaliencyWork(const LensContext& context, Settings settings)
        : m_context(context)
        , m_answers(context)
        , m_model(context.network.model())
        , m_settings(std::move(settings))
        , m_method(saliencyMethodOf(m_settings))
        , m_sample(context.sample)
        , m_size(context.sample.values.size())
        , m_sum(context.sample.shape)
        , m_noise(kNoiseSeed) {
        const Shape& shape = m_sample.shape;
        if (m_method == SaliencyMethod::Occlusion) {
            // A flat sample is a row of numbers that are covered one by one.
            m_rows = shape.rank() >= 2 ? shape[0] : 1;
            m_columns = shape.rank() >= 2 ? shape[1] : static_cast<std::int64_t>(m_size);
            const bool flat = shape.rank() < 2;
            m_side = flat ? 1 : whole("window");
            m_squares = squares(m_rows, m_columns, m_side, flat ? 1 : whole("stride"));
            m_covered.assign(static_cast<std::size_t>(m_rows * m_columns), 0);
        }
        m_points = pointCount();
        const std::int64_t most = fittingBatch(m_model, kLargestBatch);
        const std::int64_t runs = (m_points + most - 1) / most;
        m_batch = (m_points + runs - 1) / runs;
    }

    Result<bool> advance() override {
        if (m_scores.empty())
            return begin();
        auto advanced = m_method == SaliencyMethod::GradCam ? runCam() : runBatch();
        if (!advanced)
            return std::unexpected(advanced.error());
        return m_done >= m_points;
    }

    double share() const override { return static_cast<double>(m_done) / static_cast<double>(m_points); }

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.sentences = {
            m_class == m_decided ? sentence("The score of {} is {:.4g}.", m_answers.title(m_class), score())
                                 : sentence("The score of {} is {:.4g}; the network decides for {}.",
                                            m_answers.title(m_class), score(), m_answers.title(m_decided)),
            meaning(),
            "Scores (logits) are what comes before probabilities are made of them: the probability of a sure "
            "answer hardly moves, so its gradient would show next to nothing."};
        const HostArray attribution = attributions();
        if (m_method == SaliencyMethod::IntegratedGradients)
            addCompleteness(attribution, result);
        result.figures.push_back({"class", static_cast<double>(m_class)});
        result.figures.push_back({"score", score()});
        addPictures(attribution, result);
        return result;
    }

private:
    std::int64_t whole(const char* field) const { return integer(saliencyFields(), m_settings, field); }

    std::int64_t pointCount() const {
        return m_method == SaliencyMethod::SmoothGrad            ? whole("samples")
               : m_method == SaliencyMethod::IntegratedGradients ? whole("steps")
               : m_method == SaliencyMethod::Occlusion           ? std::ssize(m_squares)
                                                                 : 1;
    }

    /// The scores of the sample and of nothing at all, and the class that they decide.
    Result<bool> begin() {
        HostArray samples(m_sample.shape.prepended(2));
        std::ranges::copy(m_sample.values, samples.values.begin());
        auto logits = m_context.network.ask({.logits = true}, {{kSamples, std::move(samples)}});
        if (!logits)
            return std::unexpected(logits.error());
        const std::vector<float>& both = logits->at(kLogits).values;
        m_outputs = both.size() / 2;
        m_scores.assign(both.begin(), both.begin() + static_cast<std::ptrdiff_t>(m_outputs));
        m_scoresOfNothing.assign(both.begin() + static_cast<std::ptrdiff_t>(m_outputs), both.end());
        m_decided = m_answers.decided(m_scores);
        m_class = whole("class") < 0 ? m_decided : whole("class");
        if (m_class >= m_answers.count())
            return fail(ProblemKind::Request,
                        sentence("There is no class {}: the network gives {}, counted from 0.", m_class,
                                 m_answers.count()),
                        "Class");
        m_score = m_answers.scoreOf(m_class);
        return false;
    }

    /// The point number k of the method.
    void fillPoint(std::int64_t k, std::span<float> point) {
        std::ranges::copy(m_sample.values, point.begin());
        switch (m_method) {
        case SaliencyMethod::Gradient:
        case SaliencyMethod::GradientTimesInput:
        case SaliencyMethod::GradCam:
            return;
        case SaliencyMethod::SmoothGrad: {
            const auto [low, high] = std::ranges::minmax(m_sample.values);
            const auto deviation =
                static_cast<float>(real(saliencyFields(), m_settings, "noise")) * (high - low);
            for (float& value : point)
                value += deviation * m_noise.normal();
            return;
        }
        case SaliencyMethod::IntegratedGradients: {
            const float way = (static_cast<float>(k) + 0.5f) / static_cast<float>(m_points);
            for (float& value : point)
                value *= way;
            return;
        }
        case SaliencyMethod::Occlusion:
            forSquare(k, [&](std::size_t place) {
                const std::size_t channels = m_size / m_covered.size();
                std::ranges::fill(point.subspan(place * channels, channels), 0.0f);
            });
            return;
        }
    }

    /// Calls action for each place of the square number k.
    template<class Action>
    void forSquare(std::int64_t k, const Action& action) const {
        const auto [top, left] = m_squares[static_cast<std::size_t>(k)];
        for (std::int64_t y = top; y < std::min(top + m_side, m_rows); ++y) {
            for (std::int64_t x = left; x < std::min(left + m_side, m_columns); ++x)
                action(static_cast<std::size_t>(y * m_columns + x));
        }
    }

    Result<void> runBatch() {
        HostArray points(m_sample.shape.prepended(m_batch));
        const std::int64_t here = std::min(m_batch, m_points - m_done);
        for (std::int64_t i = 0; i < here; ++i)
            fillPoint(m_done + i,
                      std::span(points.values).subspan(static_cast<std::size_t>(i) * m_size, m_size));
        const bool occlusion = m_method == SaliencyMethod::Occlusion;
        NetworkQuery query;
        NamedArrays inputs;
        if (occlusion) {
            query.logits = true;
        } else {
            query.scalar = chosenLogits();
            query.samplesGradient = true;
            inputs[kChosenClasses] = HostArray(Shape{m_batch}, static_cast<float>(m_score.output));
        }
        inputs[kSamples] = std::move(points);
        auto found = m_context.network.ask(query, inputs);
        if (!found)
            return std::unexpected(found.error());
        const std::vector<float>& values =
            found->at(occlusion ? std::string(kLogits) : gradientName(kSamples)).values;
        for (std::int64_t i = 0; i < here; ++i) {
            if (occlusion)
                addDrop(m_done + i, values[static_cast<std::size_t>(i) * m_outputs + index(m_score.output)]);
            else
                for (std::size_t j = 0; j < m_size; ++j)
                    m_sum.values[j] += m_score.sign * values[static_cast<std::size_t>(i) * m_size + j];
        }
        m_done += here;
        return {};
    }

    void addDrop(std::int64_t square, float covered) {
        const float drop = m_score.sign * (m_scores[index(m_score.output)] - covered);
        const std::size_t channels = m_size / m_covered.size();
        forSquare(square, [&](std::size_t place) {
            ++m_covered[place];
            for (std::size_t channel = 0; channel < channels; ++channel)
                m_sum.values[place * channels + channel] += drop / static_cast<float>(channels);
        });
    }

    /// Equation 1: the weight of a map is the mean of the score's gradient over it. Equation 2: their weighed
    /// sum, where it speaks for the class.
    Result<void> runCam() {
        m_layer = *camLayer(m_model, m_context.layer);
        const std::string name = layerOutputName(m_layer);
        NetworkQuery query;
        query.layers = {m_layer};
        query.scalar = logitOf(m_score.output);
        query.layerGradients = {m_layer};
        HostArray samples = m_sample;
        samples.shape = m_sample.shape.prepended(1);
        auto found = m_context.network.ask(query, {{kSamples, std::move(samples)}});
        if (!found)
            return std::unexpected(found.error());
        const HostArray& maps = found->at(name);
        const HostArray& gradient = found->at(gradientName(name));
        const auto channels = index(maps.shape.back(0));
        const std::size_t places = maps.values.size() / channels;
        std::vector<float> weights(channels, 0.0f);
        for (std::size_t i = 0; i < maps.values.size(); ++i)
            weights[i % channels] += m_score.sign * gradient.values[i] / static_cast<float>(places);
        m_cam = HostArray(Shape{maps.shape[1], maps.shape[2]});
        for (std::size_t i = 0; i < maps.values.size(); ++i)
            m_cam.values[i / channels] += weights[i % channels] * maps.values[i];
        for (float& value : m_cam.values)
            value = std::max(value, 0.0f);
        m_done = 1;
        return {};
    }

    HostArray attributions() const {
        HostArray all = m_sum;
        for (std::size_t i = 0; i < m_size; ++i) {
            if (m_method == SaliencyMethod::Occlusion)
                all.values[i] /= static_cast<float>(m_covered[i / (m_size / m_covered.size())]);
            else
                all.values[i] /= static_cast<float>(m_points);
            if (m_method == SaliencyMethod::GradientTimesInput ||
                m_method == SaliencyMethod::IntegratedGradients)
                all.values[i] *= m_sample.values[i];
        }
        return all;
    }

    void addCompleteness(const HostArray& attribution, LensResult& result) const {
        double sum = 0;
        for (const float value : attribution.values)
            sum += static_cast<double>(value);
        const double difference =
            score() - static_cast<double>(m_score.sign * m_scoresOfNothing[index(m_score.output)]);
        const double error = std::abs(sum - difference) / std::max(std::abs(difference), 1e-6);
        result.sentences.push_back(
            sentence("The shares add up to {:.4g}; the score rises by {:.4g} from nothing to the sample.",
                     sum, difference));
        if (error > 0.01)
            result.sentences.emplace_back("More steps bring the two closer together.");
        result.figures.push_back({"completeness", error});
    }

    void addPictures(const HostArray& attribution, LensResult& result) const {
        const Shape& shape = m_sample.shape;
        const Sentence title = m_answers.title(m_class);
        if (!isPicture(shape)) {
            const DataSet* data = m_context.anySamples();
            result.charts.push_back(
                sampleChart(attribution, sentence("What the score of {} hangs on", title),
                            data == nullptr ? std::vector<std::string>() : data->description().featureNames));
            return;
        }
        result.pictures.push_back(samplePicture(
            m_sample, m_context.sampleTitle.empty() ? Sentence("The sample") : m_context.sampleTitle));
        if (m_method == SaliencyMethod::GradCam)
            result.pictures.push_back(
                sequentialPicture(enlarged(m_cam, shape[0], shape[1]), sentence("For {}", title)));
        else
            result.pictures.push_back(divergingPicture(overChannels(attribution), sentence("For {}", title)));
    }

    Sentence meaning() const {
        switch (m_method) {
        case SaliencyMethod::Gradient:
            return "Where the colour is that of numbers above zero, more brightness raises the score; where "
                   "it "
                   "is the other one, more brightness lowers it.";
        case SaliencyMethod::GradientTimesInput:
            return "Gradient times input: what each part would add to the score, were the score a plain sum.";
        case SaliencyMethod::SmoothGrad:
            return sentence("The mean gradient of {} copies of the sample with noise in them.", m_points);
        case SaliencyMethod::IntegratedGradients:
            return sentence("What each part adds to the score on the way from nothing to the sample, in {} "
                            "steps.",
                            m_points);
        case SaliencyMethod::Occlusion:
            return m_sample.shape.rank() < 2
                       ? Sentence("How much of the score is gone when a number is set to zero.")
                       : sentence("How much of the score is gone when a square of {} × {} around a place is "
                                  "covered.",
                                  m_side, m_side);
        case SaliencyMethod::GradCam:
            return sentence("Where the maps of {:s} speak for the class.", m_model.layers[m_layer].name);
        }
        return {};
    }

    static std::size_t index(std::int64_t number) { return static_cast<std::size_t>(number); }
    double score() const { return static_cast<double>(m_score.sign * m_scores[index(m_score.output)]); }

    const LensContext& m_context;
    Answers m_answers;
    const Model& m_model;
    Settings m_settings;
    SaliencyMethod m_method;
    HostArray m_sample;
    std::size_t m_size;
    HostArray m_sum; ///< over the points; of occlusion over the squares that cover a place
    RandomStream m_noise;
    std::int64_t m_points = 1;
    std::int64_t m_batch = 1;
    std::int64_t m_done = 0;

    std::size_t m_outputs = 0;
    std::vector<float> m_scores;          ///< of the sample
    std::vector<float> m_scoresOfNothing; ///< of zeros
    std::int64_t m_decided = 0;
    std::int64_t m_class = 0;
    Answers::Score m_score; ///< that speaks for the class, or against it

    std::int64_t m_rows = 0; ///< occlusion
    std::int64_t m_columns = 0;
    std::int64_t m_side = 0;
    std::vector<std::array<std::int64_t, 2>> m_squares;
    std::vector<std::int64_t> m_covered; ///< by how many squares each place was covered so far

    std::size_t m_layer = 0; ///< Grad-CAM
    HostArray m_cam;
};

Result<std::unique_ptr<LensWork>> beginSaliency(const LensContext& context, const Settings& settings) {
    if (auto chosen = checkSample(context); !chosen)
        return std::unexpected(chosen.error());
    if (saliencyMethodOf(settings) == SaliencyMethod::GradCam &&
        !camLayer(context.network.model(), context.layer))
        return fail(ProblemKind::Unsupported,
                    "Grad-CAM looks at the maps of a layer, and no layer of this network gives any.", {},
                    "Choose another method.");
    return std::make_unique<SaliencyWork>(context, settings);
}

} // namespace

const LensType& saliencyLens() {
    static const LensType type{
        .name = "saliency",
        .title = "Saliency",
        .summary = "Shows which parts of a sample the network's answer hangs on.",
        .subject = LensSubject::Sample,
        .usesSample = true,
        .isLive = true,
        .fields = saliencyFields(),
        .figures = {{"class", "The class whose score is explained."},
                    {"score", "The score of that class."},
                    {"completeness", "By how much the shares miss the rise of the score that they "
                                     "should add up to, of integrated gradients alone."}},
        .suits = saliencySuits,
        .begin = beginSaliency};
    return type;
}

} // namespace protomind
