// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/report_chapters.h"
#include "studio/picture/lens_colours.h"
#include "studio/picture/png_bytes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

constexpr std::int64_t kMostColumns = 20; ///< of a matrix that still goes on a page
constexpr double kThumbnail = 84;
constexpr double kPlotWidth = 560;
constexpr double kPlotHeight = 480;

Sentence learnedFromText(const Evaluated& evaluated) {
    if (!evaluated.learnedFrom)
        return "It isn't known which samples the network has learned from: these may be among them.";
    if (*evaluated.learnedFrom > 0)
        return sentence("The network has learned from {} of these {} samples: the figures say little about "
                        "samples that are new to it.",
                        *evaluated.learnedFrom, evaluated.samples);
    return {};
}

/// What one would get right by always saying the class that there is most of; none without classes.
double bestGuess(const Evaluated& evaluated) {
    std::int64_t most = 0;
    std::int64_t all = 0;
    for (const std::vector<std::int64_t>& row : evaluated.confusion) {
        const std::int64_t there = std::accumulate(row.begin(), row.end(), std::int64_t{0});
        most = std::max(most, there);
        all += there;
    }
    return all > 0 ? static_cast<double>(most) / static_cast<double>(all) : -1;
}

void addFigures(ReportBuilder& report, const TrainedNetwork& network, const Evaluated& evaluated) {
    ReportList list(report, "Figures");
    list.row("Tried on", samplesText(evaluated, network));
    if (evaluated.learnedFrom)
        list.row("Of these, learned from before", Sentence::name(std::to_string(*evaluated.learnedFrom)));
    list.row("Loss", Sentence::name(fmt::format("{:.4f}", evaluated.loss)));
    if (evaluated.accuracy >= 0)
        list.row("Accuracy", Sentence::name(fmt::format("{:.2f} %", 100 * evaluated.accuracy)));
    if (const double guess = bestGuess(evaluated); guess >= 0)
        list.row("Always saying the most frequent class",
                 Sentence::name(fmt::format("{:.2f} %", 100 * guess)));
    report.add(list.take());
    report.warn(learnedFromText(evaluated));
    if (evaluated.accuracy >= 0)
        report.explain(
            "Accuracy is the share of the samples that the network got right; compare it with what you would "
            "get by always giving the same answer. Only samples that it has not learned from say how good it "
            "is: "
            "everybody can give an answer that they have been told before. So a test is made once, at the "
            "end.");
    else
        report.explain("The loss says how far the answers are from what they should be, on samples that the "
                       "network has not "
                       "learned from. Compare it with the loss on the training samples: where it is much "
                       "larger, the network "
                       "has learned its samples by heart.");
}

ReportTable confusionTable(const ReportBuilder& report, const LensTable& from) {
    ReportTable table{.caption = report.say("What was taken for what"),
                      .corner = report.say(from.corner),
                      .columns = {},
                      .rows = {},
                      .note = {}};
    for (const Sentence& column : from.columns)
        table.columns.push_back({.header = report.say(column), .numbers = true});
    for (std::size_t i = 0; i < from.rows.size(); ++i) {
        double sum = 0;
        for (const LensCell& cell : from.cells[i])
            sum += cell.value.value_or(0);
        ReportRow& row = table.rows.emplace_back(ReportRow{.header = from.rows[i], .cells = {}});
        for (std::size_t j = 0; j < from.cells[i].size(); ++j) {
            const double share = sum > 0 ? from.cells[i][j].value.value_or(0) / sum : 0;
            // A few mistakes in a hundred are to be seen as well.
            row.cells.push_back({.text = from.cells[i][j].text,
                                 .shade = i == j ? share : std::cbrt(share),
                                 .wanted = i == j});
        }
    }
    return table;
}

/// Any table of a lens, as it is.
ReportTable plainTable(const ReportBuilder& report, const LensTable& from) {
    ReportTable table{.caption = report.say(from.title),
                      .corner = report.say(from.corner),
                      .columns = {},
                      .rows = {},
                      .note = {}};
    for (std::size_t i = 0; i < from.columns.size(); ++i) {
        const bool numbers = std::ranges::all_of(
            from.cells, [&](const auto& row) { return row[i].value.has_value() || row[i].text == kNoValue; });
        table.columns.push_back({.header = report.say(from.columns[i]), .numbers = numbers});
    }
    for (std::size_t i = 0; i < from.rows.size(); ++i) {
        ReportRow& row = table.rows.emplace_back(ReportRow{.header = from.rows[i], .cells = {}});
        for (const LensCell& cell : from.cells[i])
            row.cells.push_back({.text = cell.text});
    }
    return table;
}

void addConfusion(ReportBuilder& report, const LensResult& confusion) {
    report.heading(3, "Which class is taken for which");
    for (const Sentence& sentence : confusion.sentences)
        report.paragraph(sentence);
    for (const LensTable& table : confusion.tables) {
        if (table.matrix && std::ssize(table.columns) <= kMostColumns)
            report.add(confusionTable(report, table));
        else if (!table.matrix)
            report.add(plainTable(report, table));
    }
    report.explain("In the first table a row is what samples really are, and a column what the network took "
                   "them for: on the "
                   "diagonal it was right, everywhere else it was wrong. Precision: of all samples that it "
                   "took for a class, the "
                   "share that really are of it. Recall: of all samples of a class, the share that it found. "
                   "F1 is one number for "
                   "both, and is high only where both are.");
}

ReportGallery galleryOf(const ReportBuilder& report, const LensResult& samples, const Sentence& caption) {
    ReportGallery gallery{.caption = report.say(caption), .pictures = {}};
    for (const LensPicture& from : samples.pictures) {
        const Picture picture = coloured(from);
        const double factor = kThumbnail / static_cast<double>(std::max(picture.width, picture.height));
        gallery.pictures.push_back({.kind = ReportPictureKind::Png,
                                    .bytes = pngBytes(picture),
                                    .alt = report.say(sentence("Sample: {}", from.title)),
                                    .caption = report.say(from.title),
                                    .width = factor * static_cast<double>(picture.width),
                                    .height = factor * static_cast<double>(picture.height)});
    }
    return gallery;
}

void addSamples(ReportBuilder& report, const LensResult* samples, const Sentence& title, bool asTable) {
    if (samples == nullptr)
        return;
    if (!samples->pictures.empty()) {
        report.add(galleryOf(report, *samples, title));
    } else if (asTable && !samples->tables.empty()) {
        ReportTable table = plainTable(report, samples->tables.front());
        table.caption = report.say(title);
        report.add(std::move(table));
    }
}

void addPlane(ReportBuilder& report, const TrainedNetwork& network, const NetworkTrial& trial) {
    const TriedPlane& plane = *trial.plane;
    const std::vector<std::string>& names = network.data->featureNames;
    Plot plot(kPlotWidth, kPlotHeight,
              {.x = plane.x,
               .y = plane.y,
               .xTitle = names.size() == 2 ? names[0] : "x",
               .yTitle = names.size() == 2 ? names[1] : "y"});
    plot.background(pngBytes(plane.map));
    std::int64_t wrong = 0;
    for (const TriedPlane::Point& point : plane.points) {
        const Spot at = plot.place(point.at.x, point.at.y);
        plot.drawing().point(at, 3.2, inkOfClass(point.truth), ink::kPlaneBorder);
    }
    for (const TriedPlane::Point& point : plane.points) {
        if (point.truth == point.decided)
            continue;
        ++wrong;
        plot.drawing().cross(plot.place(point.at.x, point.at.y), 5, ink::kPlaneWrong);
    }
    const std::vector<std::string>& classes = network.data->classNames;
    for (std::size_t i = 0; i < classes.size() && i < 6; ++i) {
        const Spot at = plot.legendPlace(40 + textWidth(classes[i], 12));
        plot.drawing().point({at.x + 5, at.y - 4}, 4, inkOfClass(static_cast<int>(i)), ink::kBorder);
        plot.drawing().text({at.x + 15, at.y}, classes[i], ink::kText);
    }
    report.heading(3, "What it says to every point");
    report.add(plot.drawing().picture(
        report.say(
            sentence("The plane in the colours of the classes, as the network tells them apart, with {} "
                     "points of the data; {} of them lie on the wrong side.",
                     plane.points.size(), wrong)),
        report.say(
            trial.triedOn == TriedOn::Test
                ? sentence("{} test points; {} of them are on the wrong side and crossed out.",
                           plane.points.size(), wrong)
                : sentence("{} points of the data, whether it has learned from them or not; {} of them "
                           "are on the wrong side and crossed out.",
                           plane.points.size(), wrong))));
    report.explain("The colour of the ground is what the network would say to a point there: the paler, the "
                   "less sure it is. "
                   "Where two colours meet is the border that it has found. A smooth border often does "
                   "better on new points "
                   "than one that bends around each single point.");
}

void addValues(ReportBuilder& report, const TrainedNetwork& network, const NetworkTrial& trial) {
    const TriedValues& values = *trial.values;
    const bool isLine = !values.curve.empty();
    std::vector<Spot> all = values.samples;
    all.insert(all.end(), values.curve.begin(), values.curve.end());
    PlotSpan x = spanOf(all, true);
    PlotSpan y = spanOf(all, false);
    if (!isLine)
        x = y = {std::min(x.low, y.low), std::max(x.high, y.high)};
    const std::vector<std::string>& names = network.data->featureNames;
    Plot plot(kPlotWidth, kPlotHeight,
              {.x = x,
               .y = y,
               .xTitle = isLine ? (names.empty() ? "x" : names[0]) : report.say("What it should be"),
               .yTitle = isLine ? "y" : report.say("What the network says")});
    if (!isLine)
        plot.curve(std::array<Spot, 2>{{{x.low, x.low}, {x.high, x.high}}}, ink::kBorder, "5 4");
    for (const Spot& sample : values.samples)
        plot.drawing().point(plot.place(sample.x, sample.y), 3.2, "#6aa0e6", ink::kTraining);
    if (isLine) {
        plot.curve(values.curve, ink::kValidation);
        plot.legend(report.say("What the network says"), ink::kValidation);
    }
    report.heading(3, isLine ? "Its answer to every number" : "What it says, and what it should be");
    const Sentence which = trial.triedOn == TriedOn::Test        ? Sentence("test samples")
                           : trial.triedOn == TriedOn::KeptAside ? Sentence("samples that were kept aside")
                                                                 : Sentence("samples");
    report.add(plot.drawing().picture(
        report.say(isLine ? sentence("{} {} as points, and the network's answers as a line among them.",
                                     values.samples.size(), which)
                          : sentence("{} {} as points; the closer to the diagonal, the better the answer.",
                                     values.samples.size(), which)),
        report.say(sentence(
            "{} {}. The typical error is {:.3g}; always giving the mean would be off by {:.3g}.",
            values.samples.size(), which, std::sqrt(values.squareError), std::sqrt(values.spread)))));
    if (isLine)
        report.explain(
            "Points are what the data has, the line is what the network says. It should go through their "
            "middle and not through every single one: where points are splattered about at random, there "
            "is nothing to be learned from that.");
    else
        report.explain(
            "A point on the dashed line is answered exactly right. Points above it got too large a number, "
            "points below it too small a one.");
}

} // namespace

std::string dataText(const TrainedNetwork& network) {
    constexpr std::size_t kLongest = 80;
    const std::string data = dataLabel(network);
    return data.size() > kLongest ? data.substr(0, data.find('?')) : data;
}

Sentence samplesText(const Evaluated& evaluated, const TrainedNetwork& network) {
    const std::string data = dataText(network);
    switch (evaluated.split) {
    case Split::Test:
        return sentence("{} test samples of {:s}", evaluated.samples, data);
    case Split::Validation:
        return sentence("{} samples kept aside of {:s}", evaluated.samples, data);
    default:
        return sentence("{} samples of {:s} that the network has not learned from", evaluated.samples, data);
    }
}

void addResults(ReportBuilder& report, const TrainedNetwork& network, const NetworkTrial& trial) {
    report.heading(2, "What it can do");
    if (trial.obstacle)
        report.warn(sentence("There are no figures: {}", trial.obstacle->sentence));
    if (trial.evaluated)
        addFigures(report, network, *trial.evaluated);
    if (trial.confusion != nullptr)
        addConfusion(report, *trial.confusion);
    if (trial.plane)
        addPlane(report, network, trial);
    if (trial.values)
        addValues(report, network, trial);
    const bool asTable = !trial.plane;
    const auto found = [](const std::shared_ptr<const LensResult>& samples) {
        return samples != nullptr && !samples->tables.empty();
    };
    const bool pictures = (trial.wrong != nullptr && !trial.wrong->pictures.empty()) ||
                          (trial.right != nullptr && !trial.right->pictures.empty());
    if (!pictures && (!asTable || (!found(trial.wrong) && !found(trial.right))))
        return;
    report.heading(3, "Samples");
    addSamples(report, trial.wrong.get(), "Wrong, those first that it was most sure of", asTable);
    addSamples(report, trial.right.get(), "Right, those first that it was least sure of", asTable);
    report.explain(
        "A word alone is a right answer; an arrow leads from what it is to what the network took it for. "
        "The number is how sure the network was. It can be very sure and wrong: look at those samples, "
        "and ask whether you would have known better.");
}

} // namespace protomind
