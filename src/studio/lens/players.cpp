// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/fill.h"
#include "engine/gan/gan_loss.h"
#include "engine/nn/latent.h"
#include "engine/train/generated.h"
#include "studio/lens/answers.h"
#include "studio/lens/decision_map.h"
#include "studio/lens/latent_grid.h"
#include "studio/lens/player_scores.h"
#include "studio/lens/sample_rows.h"

#include <algorithm>
#include <array>
#include <cmath>

/// Two players over the plane of their samples: what the discriminator says of each place, where the
/// generator's samples are, and where they are pulled.
namespace protomind {

namespace {

const Shape kPlaneSample{2};
constexpr std::int64_t kScoreMapSide = 64;
/// Real samples that a place, and a made one, are compared with.
constexpr std::int64_t kMostHeldAgainst = 64;
/// Real samples that say how large the plane is, whatever is shown of them.
constexpr std::int64_t kMostPlaneSamples = 1000;
constexpr float kPlaneMargin = 0.25f;
/// The longest arrow, as a share of the plane's width.
constexpr float kLongestArrow = 0.1f;
/// Places in the palette that charts have.
constexpr int kRealColour = 0;
constexpr int kMadeColour = 1;
constexpr int kGridColour = 2;
constexpr int kArrowColour = 3;

const std::vector<Field>& playersFields() {
    static const std::vector<Field> all{
        {.name = "points",
         .label = "Points",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{500},
         .minimum = 2,
         .maximum = 5000,
         .help = "How many samples are made, and how many real ones are shown beside them.",
         .logarithmic = true,
         .shownOnCard = true},
        {.name = "arrows",
         .label = "Arrows",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{60},
         .minimum = 0,
         .maximum = 1000,
         .help = "At how many of the made points an arrow shows where the discriminator pulls them.",
         .logarithmic = true},
        {.name = "seed",
         .label = "Seed",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{0},
         .minimum = 0,
         .maximum = 1e9,
         .help = "Of the random numbers that samples are made of. The same seed gives the same numbers, so "
                 "that two looks can be compared."},
        {.name = "first_direction",
         .label = "First direction of the grid",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{1},
         .minimum = 1,
         .maximum = static_cast<double>(kMaxLatentDimension),
         .help = "Which of the random numbers, counted from 1, changes along the first lines of the grid."},
        {.name = "second_direction",
         .label = "Second direction of the grid",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{2},
         .minimum = 1,
         .maximum = static_cast<double>(kMaxLatentDimension),
         .help = "Which of the random numbers, counted from 1, changes along the other lines of the grid."}};
    return all;
}

Result<void> playersSuit(const LensTarget& target) {
    if (auto fit = checkPlayers(target); !fit)
        return fit;
    if (target.model.inputShape != kPlaneSample)
        return fail(ProblemKind::Unsupported,
                    sentence("A sample is a point of a plane where it is two numbers, but here it is {}.",
                             target.model.inputShape.text()),
                    {}, "Look at them through the lens \"Generated samples\".");
    return {};
}

HostArray firstPoints(const HostArray& points, std::int64_t count) {
    const std::int64_t kept = std::min(count, points.shape[0]);
    return {Shape{kept, 2}, std::vector<float>(points.values.begin(), points.values.begin() + 2 * kept)};
}

std::span<const float> firstOf(const HostArray& scores, std::int64_t count) {
    return std::span(scores.values).first(std::min(scores.values.size(), static_cast<std::size_t>(count)));
}

class PlayersWork final : public LensWork {
public:
    PlayersWork(const LensContext& context, const DataSet& data, const Settings& settings)
        : m_context(context)
        , m_loss(*context.ganLoss)
        , m_settings(settings)
        , m_real(readReal(data)) {
        placePlane(data.description());
        const std::int64_t count = number("points");
        m_realShown = firstPoints(m_real, count);
    }

    Result<bool> advance() override {
        constexpr std::array kStages{&PlayersWork::scoreBoth, &PlayersWork::drawMap, &PlayersWork::drawArrows,
                                     &PlayersWork::drawGrid};
        if (auto done = (this->*kStages[m_stage])(); !done)
            return std::unexpected(done.error());
        m_share = static_cast<double>(++m_stage) / kStages.size();
        return m_stage == kStages.size();
    }

    double share() const override { return m_share; }

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        const double apart = shareToldApart(m_loss, m_realScores.values, m_madeScores.values);
        result.sentences = {sentence("{} points that the generator makes, among {} real ones.",
                                     m_made.shape[0], m_realShown.shape[0]),
                            toldApartSentence(m_loss, apart), m_mapMeaning, arrowSentence(), m_gridMeaning};
        std::erase_if(result.sentences, [](const Sentence& one) { return one.empty(); });
        addLayer("grid", "Grid of the latent space", PlaneMarks::Curves, std::move(m_grid), kGridColour,
                 false);
        addLayer("real", "Real samples", PlaneMarks::Points, std::move(m_realShown), kRealColour);
        addLayer("made", "Made by the generator", PlaneMarks::Points, std::move(m_made), kMadeColour);
        if (!m_arrows.values.empty())
            addLayer("pull", "Where made points are pulled", PlaneMarks::Arrows, std::move(m_arrows),
                     kArrowColour);
        result.figures = {{"score_made", meanOf(m_madeScores.values)},
                          {"score_real", meanOf(m_realScores.values)},
                          {"told_apart", apart},
                          {"pull", m_longestPull}};
        result.planes.push_back(std::move(m_plane));
        return result;
    }

private:
    std::int64_t number(const char* name) const { return integer(playersFields(), m_settings, name); }

    /// As many as are shown, and as many as say how large the plane is.
    HostArray readReal(const DataSet& data) const {
        const std::vector<std::uint32_t> places =
            drawnPlaces(data.size(), std::max(number("points"), kMostPlaneSamples));
        HostArray samples(Shape{std::ssize(places), 2});
        const auto numbers = static_cast<std::size_t>(data.description().targetShape.elementCount());
        std::vector<float> targets(places.size() * numbers);
        fillBatch(data, places, samples.values, targets, 1);
        return samples;
    }

    /// By the same samples in every look, so that it stays where it is while the generator learns.
    void placePlane(const DataDescription& data) {
        std::array<float, 2> low{m_real.values[0], m_real.values[1]};
        std::array<float, 2> high = low;
        const HostArray some = firstPoints(m_real, kMostPlaneSamples);
        for (std::size_t i = 0; i < some.values.size(); ++i) {
            low[i % 2] = std::min(low[i % 2], some.values[i]);
            high[i % 2] = std::max(high[i % 2], some.values[i]);
        }
        for (std::size_t axis = 0; axis < 2; ++axis) {
            const float margin = high[axis] > low[axis] ? kPlaneMargin * (high[axis] - low[axis]) : 1.0f;
            low[axis] -= margin;
            high[axis] += margin;
        }
        const auto name = [&](std::size_t axis, const char* usual) {
            return Sentence::name(data.featureNames.size() == 2 ? data.featureNames[axis] : usual);
        };
        m_plane = {.title = "Generator and discriminator",
                   .xLabel = name(0, "x"),
                   .yLabel = name(1, "y"),
                   .left = low[0],
                   .right = high[0],
                   .bottom = low[1],
                   .top = high[1]};
    }

    Result<HostArray> make(const HostArray& latents) {
        auto made = generated(m_context.network, *m_context.generator, latents);
        if (!made)
            return made;
        if (auto finite = finiteRows(*made, kMadeSamples); !finite)
            return std::unexpected(finite.error());
        return made;
    }

    Result<void> scoreBoth() {
        const auto seed = static_cast<std::uint64_t>(number("seed"));
        auto made = make(drawLatents(*m_context.generator, number("points"), seed));
        if (!made)
            return std::unexpected(made.error());
        m_made = std::move(*made);
        for (const auto& [samples, scores] :
             {std::pair{&m_realShown, &m_realScores}, std::pair{&m_made, &m_madeScores}}) {
            auto found = scoresOf(m_context.network, *samples);
            if (!found)
                return std::unexpected(found.error());
            *scores = std::move(*found);
        }
        return {};
    }

    Result<void> drawMap() {
        const HostArray places =
            mapPlaces({m_plane.left, m_plane.bottom}, {m_plane.right, m_plane.top}, kScoreMapSide);
        const auto scores = scoresOf(m_context.network, places);
        if (!scores)
            return std::unexpected(scores.error());
        ScoreReading reading = readScores(m_loss, scores->values, firstOf(m_realScores, kMostHeldAgainst),
                                          firstOf(m_madeScores, kMostHeldAgainst));
        m_plane.mapTitle = std::move(reading.title);
        m_plane.lowTitle = std::move(reading.lowTitle);
        m_plane.highTitle = std::move(reading.highTitle);
        m_plane.mapLow = reading.low;
        m_plane.mapHigh = reading.high;
        m_plane.map = HostArray(Shape{kScoreMapSide, kScoreMapSide}, std::move(reading.values));
        m_mapMeaning = std::move(reading.meaning);
        return {};
    }

    Result<void> drawArrows() {
        if (number("arrows") == 0)
            return {};
        const HostArray from = firstPoints(m_made, number("arrows"));
        const auto pull =
            pullOnSamples(m_context.network, m_loss, from, firstOf(m_realScores, kMostHeldAgainst));
        if (!pull)
            return std::unexpected(pull.error());
        float longest = 0;
        for (std::size_t i = 0; i < pull->values.size(); i += 2)
            longest = std::max(longest, std::hypot(pull->values[i], pull->values[i + 1]));
        m_longestPull = static_cast<double>(longest);
        m_arrows = HostArray(Shape{from.shape[0], 4});
        const float scale = longest > 0 ? kLongestArrow * (m_plane.right - m_plane.left) / longest : 0;
        for (std::size_t i = 0; i < from.values.size(); ++i) {
            const std::size_t at = i / 2 * 4 + i % 2;
            m_arrows.values[at] = from.values[i];
            m_arrows.values[at + 2] = from.values[i] + scale * pull->values[i];
        }
        return {};
    }

    Sentence arrowSentence() const {
        if (m_arrows.values.empty())
            return {};
        if (m_longestPull == 0)
            return "The discriminator pulls the made points nowhere: its score is flat where they are.";
        return sentence("An arrow shows where its point should go so that the generator's loss falls "
                        "fastest; its length is that slope, and the longest, a tenth of the plane, stands "
                        "for {:.3g}.",
                        m_longestPull);
    }

    Result<void> drawGrid() {
        const LatentGrid grid =
            latentGrid(*m_context.generator, number("first_direction") - 1, number("second_direction") - 1);
        auto made = make(grid.latents);
        if (!made)
            return std::unexpected(made.error());
        m_grid = HostArray(Shape{grid.lines, grid.points, 2}, std::move(made->values));
        const std::int64_t size = m_context.generator->inputShape.elementCount();
        if (size == 1)
            m_gridMeaning =
                sentence("The curve is what becomes of the latent's one number from {:g} to {:g}.",
                         -grid.reach, grid.reach);
        else
            m_gridMeaning =
                sentence("The grid is what becomes of straight lines in the latent space: of its numbers {} "
                         "and {} from {:g} to {:g}.",
                         number("first_direction"), number("second_direction"), -grid.reach, grid.reach);
        if (size > 2)
            m_gridMeaning = Sentence::row({m_gridMeaning, "Its other numbers are 0."});
        return {};
    }

    void addLayer(const char* name, Sentence title, PlaneMarks marks, HostArray at, int colour,
                  bool shown = true) {
        m_plane.layers.push_back({.name = name,
                                  .title = std::move(title),
                                  .marks = marks,
                                  .at = std::move(at),
                                  .colour = colour,
                                  .shown = shown});
    }

    const LensContext& m_context;
    const GanLoss& m_loss;
    Settings m_settings;
    HostArray m_real; ///< as many as are shown at least
    HostArray m_realShown;
    HostArray m_made;
    HostArray m_realScores; ///< of those that are shown
    HostArray m_madeScores;
    HostArray m_arrows;
    HostArray m_grid;
    double m_longestPull = 0;
    Sentence m_mapMeaning;
    Sentence m_gridMeaning;
    LensPlane m_plane;
    std::size_t m_stage = 0;
    double m_share = 0;
};

/// The grid's directions are two numbers of the latent.
Result<void> checkDirections(const Model& generator, const Settings& settings) {
    const std::int64_t size = generator.inputShape.elementCount();
    const std::int64_t first = integer(playersFields(), settings, "first_direction");
    const std::int64_t second = integer(playersFields(), settings, "second_direction");
    if (first > size || (second > size && size > 1))
        return fail(ProblemKind::Request,
                    sentence("The latent has {} numbers, and the grid asks for number {}.", size,
                             std::max(first, second)),
                    "Grid", sentence("Choose from 1 to {}.", size));
    if (first == second && size > 1)
        return fail(ProblemKind::Request, "A grid goes along two different numbers of the latent.", "Grid",
                    "Choose another second direction.");
    return {};
}

Result<std::unique_ptr<LensWork>> beginPlayers(const LensContext& context, const Settings& settings) {
    const auto data = realSamples(context);
    if (!data)
        return std::unexpected(data.error());
    if (auto checked = checkDirections(*context.generator, settings); !checked)
        return std::unexpected(checked.error());
    return std::make_unique<PlayersWork>(context, **data, settings);
}

} // namespace

const LensType& playersLens() {
    static const LensType type{
        .name = "players",
        .title = "Generator and discriminator",
        .summary = "Shows over the plane what the discriminator says of each place, where the generator's "
                   "points are, and where they are pulled.",
        .subject = LensSubject::Network,
        .isLive = true,
        .fields = playersFields(),
        .figures = {{"score_made", "The discriminator's mean score of made points."},
                    {"score_real", "The same of real ones."},
                    {"told_apart", "How often the discriminator is right, from 0 to 1; 0.5 is guessing."},
                    {"pull", "The steepest slope of the generator's loss at the made points with arrows."}},
        .suits = playersSuit,
        .begin = beginPlayers};
    return type;
}

} // namespace protomind
