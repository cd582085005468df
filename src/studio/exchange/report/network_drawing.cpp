// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/report/network_drawing.h"

#include "studio/exchange/report/folded_layout.h"
#include "studio/network/layout.h"
#include "studio/network/settings_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace protomind {

namespace {

constexpr double kInset = 12;
constexpr double kLine = 18;
constexpr double kTitleSize = 15;
constexpr double kBodySize = 13;
constexpr double kWirePast = 16; ///< between a card and a wire that goes past it

struct CardLine {
    std::string label;
    std::string value;
};

/// What a card says below its title.
struct CardText {
    std::string title;
    std::string kind;
    std::vector<CardLine> settings;
    std::string output;
    std::string parameters;
    const Ink* colour = &ink::kMuted;
    [[nodiscard]] double height() const {
        const auto lines = static_cast<double>(settings.size() + (parameters.empty() ? 0 : 1));
        return 32 + kLine + kLine * lines + 28;
    }
};

CardText cardText(const Layer& layer, const Analysis& analysis, const ReportWords& say) {
    CardText text{.title = layer.name};
    if (const LayerType* type = findLayerType(layer.type)) {
        text.colour = &ink::kCategories[static_cast<std::size_t>(type->category)];
        text.kind = say(type->title);
        for (const Field& field : type->fields) {
            if ((!field.shownOnCard && field.role != FieldRole::Activation) || field.role == FieldRole::Shape)
                continue;
            text.settings.push_back(
                {say(field.label), settingText(valueOf(type->fields, layer.settings, field.name))});
        }
    }
    if (const auto facts = analysis.layers.find(layer.id); facts != analysis.layers.end()) {
        if (facts->second.outputShape)
            text.output =
                facts->second.outputShape->rank() == 0 ? say("1 number") : facts->second.outputShape->text();
        if (facts->second.parameters.count > 0)
            text.parameters = countText(facts->second.parameters.count);
    }
    return text;
}

void paintCard(SvgDrawing& drawing, const FoldedCard& card, const CardText& text, const ReportWords& say) {
    const Spot at = card.corner;
    const double room = card.width - 2 * kInset;
    const double right = card.right() - kInset;
    drawing.rect(at, card.width, card.height, ink::kCard, ink::kBorder, 7);
    drawing.bar({at.x, at.y + 7}, 4, card.height - 14, *text.colour);
    drawing.text({at.x + kInset, at.y + 23}, shortened(text.title, room, kTitleSize), ink::kText, kTitleSize,
                 TextAnchor::Start, true);
    double y = at.y + 23 + kLine;
    drawing.text({at.x + kInset, y}, shortened(text.kind, room, kBodySize), *text.colour, kBodySize);
    const auto row = [&](const std::string& label, const std::string& value) {
        y += kLine;
        const std::string shown = shortened(value, 0.6 * room, kBodySize);
        drawing.text({at.x + kInset, y}, shortened(label, room - textWidth(shown, kBodySize) - 6, kBodySize),
                     ink::kMuted, kBodySize);
        drawing.text({right, y}, shown, ink::kText, kBodySize, TextAnchor::End);
    };
    for (const CardLine& line : text.settings)
        row(line.label, line.value);
    if (!text.parameters.empty())
        row(say("Parameters"), text.parameters);
    drawing.line({at.x + kInset, card.bottom() - 27}, {right, card.bottom() - 27}, ink::kGrid);
    drawing.text({at.x + kInset, card.bottom() - 9}, say("Output"), ink::kMuted, kBodySize);
    drawing.text({right, card.bottom() - 9}, shortened(text.output, 0.75 * room, kBodySize), ink::kText,
                 kBodySize, TextAnchor::End, true);
}

/// The height of a way past the cards that lie between two in a row; none where nothing is in the way.
std::optional<double> wayPast(const FoldedLayout& layout, const FoldedCard& from, const FoldedCard& to,
                              double start, double end) {
    double above = std::min(start, end);
    double below = std::max(start, end);
    bool blocked = false;
    for (const auto& [id, card] : layout.cards) {
        if (card.row != from.row || card.column <= from.column || card.column >= to.column)
            continue;
        const double share = (card.corner.x + card.width / 2 - from.right()) / (to.corner.x - from.right());
        const double y = start + share * (end - start);
        if (y < card.corner.y - 4 || y > card.bottom() + 4)
            continue;
        blocked = true;
        above = std::min(above, card.corner.y);
        below = std::max(below, card.bottom());
    }
    if (!blocked)
        return std::nullopt;
    const bool upIsNearer = std::min(start, end) - above <= below - std::max(start, end);
    return upIsNearer ? std::max(above - kWirePast, 4.0) : below + kWirePast;
}

std::string wirePath(const FoldedLayout& layout, const FoldedCard& from, const FoldedCard& to, double end,
                     int lane) {
    const double start = from.middle();
    const double x0 = from.right();
    const double x1 = to.corner.x;
    constexpr double kLead = 16;
    if (from.row != to.row) {
        const double right = layout.right + kLead + 5 * (lane % 3);
        const double left = layout.left - kLead - 5 * (lane % 3);
        const double across = layout.rowTops[static_cast<std::size_t>(to.row)] - 22 + 7 * (lane % 3);
        return fmt::format("M{:.1f} {:.1f} L{:.1f} {:.1f} L{:.1f} {:.1f} L{:.1f} {:.1f} L{:.1f} {:.1f} "
                           "L{:.1f} {:.1f}",
                           x0, start, right, start, right, across, left, across, left, end, x1, end);
    }
    if (const auto past = wayPast(layout, from, to, start, end)) {
        const double out = x0 + kLead;
        const double in = x1 - kLead;
        return fmt::format("M{:.1f} {:.1f} C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f} L{:.1f} {:.1f} "
                           "C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}",
                           x0, start, out, start, out, *past, out + kLead, *past, in - kLead, *past, in,
                           *past, in, end, x1, end);
    }
    const double reach = std::max(24.0, std::abs(x1 - x0) / 2);
    return fmt::format("M{:.1f} {:.1f} C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", x0, start, x0 + reach,
                       start, x1 - reach, end, x1, end);
}

void paintWires(SvgDrawing& drawing, const FoldedLayout& layout, const Network& network) {
    int lane = 0;
    for (const Layer& layer : network.layers()) {
        const std::vector<Wire> wires = network.wiresInto(layer.id);
        const FoldedCard& to = layout.cards.at(layer.id);
        for (std::size_t i = 0; i < wires.size(); ++i) {
            const FoldedCard& from = layout.cards.at(wires[i].from);
            const double share = (static_cast<double>(i) + 1) / (static_cast<double>(wires.size()) + 1);
            const double end = to.corner.y + share * to.height;
            if (from.row != to.row)
                ++lane;
            drawing.path(wirePath(layout, from, to, end, lane), ink::kWire, 1.8);
            drawing.dot({from.right(), from.middle()}, 3.5, ink::kWire);
            drawing.arrowhead({to.corner.x, end}, ink::kWire);
        }
    }
}

std::string altText(const Network& network, const Analysis& analysis, const ReportWords& say) {
    std::vector<Sentence> names;
    for (const LayerId id : analysis.order) {
        const Layer* layer = network.layer(id);
        const LayerType* type = layer == nullptr ? nullptr : findLayerType(layer->type);
        if (type != nullptr)
            names.push_back(sentence("{:s} ({})", layer->name, type->title));
    }
    return say(
        sentence("The drawing of the network, layer by layer: {}.", Sentence::row(std::move(names), ", ")));
}

} // namespace

ReportPicture networkDrawing(const Network& network, const Analysis& analysis, const ReportWords& say) {
    std::map<LayerId, CardText> texts;
    std::map<LayerId, double> heights;
    for (const Layer& layer : network.layers()) {
        texts[layer.id] = cardText(layer, analysis, say);
        heights[layer.id] = texts[layer.id].height();
    }
    const FoldedLayout layout = foldedLayout(network, heights);
    SvgDrawing drawing(layout.width, layout.height);
    paintWires(drawing, layout, network);
    for (const Layer& layer : network.layers())
        paintCard(drawing, layout.cards.at(layer.id), texts[layer.id], say);
    return drawing.picture(altText(network, analysis, say));
}

std::string countText(std::int64_t count) {
    std::string text = std::to_string(count);
    for (std::ptrdiff_t at = std::ssize(text) - 3; at > (count < 0 ? 1 : 0); at -= 3)
        text.insert(static_cast<std::size_t>(at), "\u202f");
    return text;
}

} // namespace protomind
