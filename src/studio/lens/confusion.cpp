// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/split_words.h"
#include "studio/lens/split_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

/// Which classes a network takes for which. Precision, recall and F1 of a class: van Rijsbergen, "Information
/// retrieval" (1979), chapter 7.
namespace protomind {

namespace {

/// Classes that a matrix is still read of.
constexpr std::int64_t kMostConfusionClasses = 200;
/// Samples that a cell names; of more, those most worth seeing.
constexpr std::size_t kMostSamplesOfCell = 100;

Result<void> confusionSuits(const LensTarget& target) {
    if (target.data == nullptr)
        return fail(ProblemKind::Unsupported, "There are no samples to try the network on.", {},
                    "Choose data for it.");
    if (target.data->targetKind != TargetKind::Class)
        return fail(ProblemKind::Unsupported,
                    "The network does not tell classes apart: its targets are values.");
    const auto classes = static_cast<std::int64_t>(target.data->classNames.size());
    if (classes > kMostConfusionClasses)
        return fail(ProblemKind::Unsupported,
                    sentence("A table of {} classes is too large to be read; {} are the most.", classes,
                             kMostConfusionClasses));
    return {};
}

/// right of all; none where there are none.
std::optional<double> shareOf(std::int64_t right, std::int64_t all) {
    if (all == 0)
        return std::nullopt;
    return static_cast<double>(right) / static_cast<double>(all);
}

LensCell shareCell(std::optional<double> share) {
    return {.text = share ? fmt::format("{:.1f} %", 100 * *share) : kNoValue, .value = share};
}

class ConfusionWork final : public SplitWork {
public:
    ConfusionWork(const LensContext& context, const DataSet& data)
        : SplitWork(context, data)
        , m_cells(static_cast<std::size_t>(m_answers.count() * m_answers.count())) {}

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        const std::int64_t classes = m_answers.count();
        std::int64_t right = 0;
        for (std::int64_t one = 0; one < classes; ++one)
            right += cell(one, one).count;
        result.sentences.push_back(sentence(
            "{} of {} {} are classified rightly ({:.1f} %).", right, m_done, samplesOf(m_context.split),
            100 * static_cast<double>(right) / static_cast<double>(std::max<std::int64_t>(m_done, 1))));
        if (const Sentence worst = worstMistake(); !worst.empty())
            result.sentences.push_back(worst);
        result.tables.push_back(matrix());
        result.tables.push_back(perClass());
        result.figures.push_back({"samples", static_cast<double>(m_done)});
        result.figures.push_back({"accuracy", shareOf(right, m_done).value_or(0)});
        return result;
    }

private:
    struct Seen {
        std::int64_t index = 0;
        float decided = 0; ///< the number that it was taken for what it was taken for with
        float truth = 0;   ///< that of its true class
    };
    struct Cell {
        std::int64_t count = 0;
        std::vector<Seen> seen; ///< those most worth seeing first, once there are too many
    };

    Cell& cell(std::int64_t truth, std::int64_t decided) {
        return m_cells[static_cast<std::size_t>(truth * m_answers.count() + decided)];
    }

    void take(std::int64_t index, float label, std::span<const float> answer) override {
        const auto truth = static_cast<std::int64_t>(label);
        if (truth < 0 || truth >= m_answers.count())
            return;
        const std::vector<float> each = m_answers.reading().byClass(answer);
        const std::int64_t decided = m_answers.reading().decidedClass(answer);
        Cell& into = cell(truth, decided);
        ++into.count;
        into.seen.push_back({.index = index,
                             .decided = each[static_cast<std::size_t>(decided)],
                             .truth = each[static_cast<std::size_t>(truth)]});
        if (into.seen.size() >= 2 * kMostSamplesOfCell)
            keepMostTelling(into, truth == decided);
    }

    /// Of mistakes the most confident ones, of right answers those that it was least sure of.
    static void keepMostTelling(Cell& of, bool right) {
        std::ranges::stable_sort(of.seen, [right](const Seen& a, const Seen& b) {
            return right ? a.decided < b.decided : a.decided > b.decided;
        });
        if (of.seen.size() > kMostSamplesOfCell)
            of.seen.resize(kMostSamplesOfCell);
    }

    Sentence confidence(float number) const {
        return m_answers.reading().meaning == OutputMeaning::Probabilities
                   ? sentence("{:.1f} %", 100 * number)
                   : sentence("score {:.3g}", number);
    }

    Sentence sentenceOf(const Seen& seen, std::int64_t truth, std::int64_t decided) const {
        if (truth == decided)
            return sentence("{:s} ({})", m_answers.name(truth), confidence(seen.decided));
        return sentence("{:s} taken for {:s} ({}; {:s} has {})", m_answers.name(truth),
                        m_answers.name(decided), confidence(seen.decided), m_answers.name(truth),
                        confidence(seen.truth));
    }

    LensTable matrix() {
        LensTable table{.name = "matrix", .title = "Confusion", .corner = "true / taken for"};
        table.matrix = true;
        table.cellLens = "samples";
        table.rowSetting = "truth";
        table.columnSetting = "taken";
        for (std::int64_t one = 0; one < m_answers.count(); ++one) {
            table.columns.push_back(Sentence::name(m_answers.name(one)));
            table.rows.push_back(m_answers.name(one));
            std::vector<LensCell>& row = table.cells.emplace_back();
            for (std::int64_t other = 0; other < m_answers.count(); ++other) {
                Cell& from = cell(one, other);
                keepMostTelling(from, one == other);
                LensCell& to = row.emplace_back(
                    LensCell{.text = std::to_string(from.count), .value = static_cast<double>(from.count)});
                for (const Seen& seen : from.seen)
                    to.samples.push_back({seen.index, sentenceOf(seen, one, other)});
            }
        }
        return table;
    }

    LensTable perClass() {
        LensTable table{.name = "classes",
                        .title = "Each class",
                        .corner = "class",
                        .columns = {"Samples", "Precision", "Recall", "F1"}};
        for (std::int64_t one = 0; one < m_answers.count(); ++one) {
            std::int64_t there = 0;
            std::int64_t taken = 0;
            for (std::int64_t other = 0; other < m_answers.count(); ++other) {
                there += cell(one, other).count;
                taken += cell(other, one).count;
            }
            const std::int64_t right = cell(one, one).count;
            table.rows.push_back(m_answers.name(one));
            table.cells.push_back({{.text = std::to_string(there), .value = static_cast<double>(there)},
                                   shareCell(shareOf(right, taken)),
                                   shareCell(shareOf(right, there)),
                                   shareCell(shareOf(2 * right, there + taken))});
        }
        return table;
    }

    Sentence worstMistake() {
        std::int64_t most = 0;
        std::int64_t truth = 0;
        std::int64_t decided = 0;
        for (std::int64_t one = 0; one < m_answers.count(); ++one) {
            for (std::int64_t other = 0; other < m_answers.count(); ++other) {
                if (one != other && cell(one, other).count > most) {
                    most = cell(one, other).count;
                    truth = one;
                    decided = other;
                }
            }
        }
        if (most == 0)
            return {};
        std::int64_t there = 0;
        for (std::int64_t other = 0; other < m_answers.count(); ++other)
            there += cell(truth, other).count;
        return sentence("The most frequent mistake: {:s} is taken for {:s}, {} of {} times.",
                        m_answers.name(truth), m_answers.name(decided), most, there);
    }

    std::vector<Cell> m_cells; ///< [true][taken for]
};

Result<std::unique_ptr<LensWork>> beginConfusion(const LensContext& context, const Settings&) {
    if (auto known = checkClasses(context); !known)
        return std::unexpected(known.error());
    const DataSet* data = context.samples(context.split);
    if (data == nullptr || data->size() == 0)
        return fail(ProblemKind::Request,
                    context.split == Split::Test         ? "The data has no test samples."
                    : context.split == Split::Validation ? "No samples are kept aside for validation."
                                                         : "There are no training samples.",
                    {}, "Choose another split.");
    return std::make_unique<ConfusionWork>(context, *data);
}

} // namespace

const LensType& confusionLens() {
    static const LensType type{.name = "confusion",
                               .title = "Confusion",
                               .summary = "Counts which classes the network takes for which, and shows the "
                                          "samples behind each number.",
                               .subject = LensSubject::Network,
                               .usesSplit = true,
                               .figures = {{"samples", "How many samples were classified."},
                                           {"accuracy", "The share of them that is right."}},
                               .suits = confusionSuits,
                               .begin = beginConfusion};
    return type;
}

} // namespace protomind
