// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/instance/network_instance.h"
#include "studio/lens/lens_needs.h"
#include "studio/lens/make_picture.h"
#include "studio/lens/split_work.h"

#include <fmt/format.h>

#include <algorithm>

/// The samples themselves, with what the network makes of each.
namespace protomind {

namespace {

/// Numbers of a sample that a table still shows.
constexpr std::int64_t kMostNumbersShown = 8;

const std::vector<Field>& samplesFields() {
    static const std::vector<Field> all{
        {.name = "show",
         .label = "Show",
         .type = FieldType::Choice,
         .defaultValue = std::string("wrong"),
         .choices = {"wrong", "right", "all"},
         .help = "The wrong ones come with those first that the network was most sure about; the right ones "
                 "with those first that it was least sure about."},
        {.name = "truth",
         .label = "True class",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{-1},
         .minimum = -1,
         .maximum = 10000,
         .help = "Only samples of this class, counted from 0. -1: of all classes."},
        {.name = "taken",
         .label = "Taken for",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{-1},
         .minimum = -1,
         .maximum = 10000,
         .help = "Only samples that the network takes for this class, counted from 0. -1: for any."},
        {.name = "count",
         .label = "At most",
         .type = FieldType::Integer,
         .defaultValue = std::int64_t{24},
         .minimum = 1,
         .maximum = 200,
         .help = "How many samples are shown.",
         .logarithmic = true}};
    return all;
}

Result<void> samplesSuit(const LensTarget& target) {
    if (target.data == nullptr)
        return fail(ProblemKind::Unsupported, "There are no samples to try the network on.", {},
                    "Choose data for it.");
    if (target.data->targetKind != TargetKind::Class)
        return fail(ProblemKind::Unsupported,
                    "The network does not tell classes apart: its targets are values.");
    return {};
}

class SamplesWork final : public SplitWork {
public:
    SamplesWork(const LensContext& context, const DataSet& data, const Settings& settings)
        : SplitWork(context, data)
        , m_show(choice(samplesFields(), settings, "show"))
        , m_truth(integer(samplesFields(), settings, "truth"))
        , m_taken(integer(samplesFields(), settings, "taken"))
        , m_count(static_cast<std::size_t>(integer(samplesFields(), settings, "count"))) {}

    LensResult result() override {
        LensResult result;
        result.step = m_context.step;
        result.split = m_context.split;
        result.sentences.push_back(m_found == 0 ? sentence("None of {} samples is like that.", m_done)
                                                : sentence("{} of {} samples are like that; {} are shown.",
                                                           m_found, m_done, m_seen.size()));
        result.figures.push_back({"found", static_cast<double>(m_found)});
        LensTable table{.name = "samples",
                        .title = "Each sample",
                        .corner = "sample",
                        .columns = {"True class", "Taken for", "How sure"}};
        for (const DataFactor& factor : m_data.description().factors)
            table.columns.push_back(factor.title);
        for (const Seen& seen : m_seen) {
            const ReadSamples read = readSamples(m_data, seen.index, 1);
            const HostArray sample(read.samples.shape.without(0), read.samples.values);
            if (isPicture(sample.shape))
                result.pictures.push_back(samplePicture(sample, titleOf(seen)));
            addRow(table, seen, sample);
        }
        if (!m_seen.empty())
            result.tables.push_back(std::move(table));
        return result;
    }

private:
    struct Seen {
        std::int64_t index = 0;
        std::int64_t truth = 0;
        std::int64_t decided = 0;
        float sure = 0; ///< the number that it was decided with
    };

    void take(std::int64_t index, float label, std::span<const float> answer) override {
        const auto truth = static_cast<std::int64_t>(label);
        const std::int64_t decided = m_answers.reading().decidedClass(answer);
        const bool right = truth == decided;
        const bool cellIsChosen = m_truth >= 0 && m_taken >= 0;
        const bool wanted = cellIsChosen || m_show == "all" || right == (m_show == "right");
        if (!wanted || truth < 0 || truth >= m_answers.count() || (m_truth >= 0 && truth != m_truth) ||
            (m_taken >= 0 && decided != m_taken))
            return;
        ++m_found;
        m_seen.push_back(
            {index, truth, decided, m_answers.reading().byClass(answer)[static_cast<std::size_t>(decided)]});
    }

    /// Mistakes first, the most confident ones in front; of right answers the least sure ones.
    void batchTaken() override { keepMostTelling(); }
    void keepMostTelling() {
        std::ranges::stable_sort(m_seen, [](const Seen& a, const Seen& b) {
            const bool aRight = a.truth == a.decided;
            const bool bRight = b.truth == b.decided;
            if (aRight != bRight)
                return bRight;
            return aRight ? a.sure < b.sure : a.sure > b.sure;
        });
        if (m_seen.size() > m_count)
            m_seen.resize(m_count);
    }

    Sentence confidence(float number) const {
        return m_answers.reading().meaning == OutputMeaning::Probabilities
                   ? sentence("{:.0f} %", 100 * number)
                   : sentence("score {:.3g}", number);
    }

    Sentence titleOf(const Seen& seen) const {
        if (seen.truth == seen.decided)
            return sentence("{:s} ({})", m_answers.name(seen.truth), confidence(seen.sure));
        return sentence("{:s} → {:s} ({})", m_answers.name(seen.truth), m_answers.name(seen.decided),
                        confidence(seen.sure));
    }

    void addRow(LensTable& table, const Seen& seen, const HostArray& sample) const {
        table.rows.push_back(std::to_string(seen.index));
        std::vector<LensCell>& row = table.cells.emplace_back();
        row.push_back({.text = m_answers.name(seen.truth)});
        row.push_back({.text = m_answers.name(seen.decided)});
        row.push_back({.text = m_answers.reading().meaning == OutputMeaning::Probabilities
                                   ? fmt::format("{:.1f} %", 100 * seen.sure)
                                   : fmt::format("{:.3g}", seen.sure),
                       .value = static_cast<double>(seen.sure)});
        std::vector<float> factors(m_data.description().factors.size());
        m_data.readFactors(seen.index, factors);
        for (const float value : factors)
            row.push_back({.text = fmt::format("{:.3g}", value), .value = static_cast<double>(value)});
        if (sample.shape.rank() != 1 || sample.shape[0] > kMostNumbersShown)
            return;
        for (std::size_t i = 0; i < sample.values.size(); ++i) {
            if (table.columns.size() < row.size() + 1)
                table.columns.push_back(sentence("Input {}", i + 1));
            row.push_back({.text = fmt::format("{:.3g}", sample.values[i]),
                           .value = static_cast<double>(sample.values[i])});
        }
    }

    std::string m_show;
    std::int64_t m_truth;
    std::int64_t m_taken;
    std::size_t m_count;
    std::int64_t m_found = 0;
    std::vector<Seen> m_seen;
};

Result<std::unique_ptr<LensWork>> beginSamples(const LensContext& context, const Settings& settings) {
    if (auto known = checkClasses(context); !known)
        return std::unexpected(known.error());
    const auto data = samplesOfSplit(context);
    if (!data)
        return std::unexpected(data.error());
    return std::make_unique<SamplesWork>(context, **data, settings);
}

} // namespace

const LensType& samplesLens() {
    static const LensType type{.name = "samples",
                               .title = "Samples",
                               .summary = "Shows samples with what the network takes them for: the mistakes "
                                          "it is most sure about first.",
                               .subject = LensSubject::Network,
                               .usesSplit = true,
                               .fields = samplesFields(),
                               .figures = {{"found", "How many samples are like that."}},
                               .suits = samplesSuit,
                               .begin = beginSamples};
    return type;
}

} // namespace protomind
