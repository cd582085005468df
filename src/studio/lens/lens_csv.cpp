// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace protomind {

namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string result = "\"";
    for (const char letter : text) {
        result += letter;
        if (letter == '"')
            result += '"';
    }
    return result + '"';
}

void addTable(const LensTable& table, std::string& csv) {
    csv += quoted(table.corner);
    for (const Sentence& column : table.columns)
        csv += "," + quoted(column);
    csv += "\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        csv += quoted(table.rows[row]);
        for (const LensCell& cell : table.cells[row])
            csv += "," + (cell.value              ? fmt::format("{}", *cell.value)
                          : cell.text == kNoValue ? std::string()
                                                  : quoted(cell.text));
        csv += "\n";
    }
}

/// Curves that share their x stand side by side.
void addChart(const LensChart& chart, std::string& csv) {
    for (std::size_t first = 0; first < chart.curves.size();) {
        std::size_t end = first + 1;
        while (end < chart.curves.size() && chart.curves[end].x == chart.curves[first].x)
            ++end;
        csv += quoted(chart.xLabel.empty() ? "x" : chart.xLabel);
        for (std::size_t curve = first; curve < end; ++curve)
            csv += "," + quoted(chart.curves[curve].name);
        csv += "\n";
        for (std::size_t i = 0; i < chart.curves[first].x.size(); ++i) {
            csv += i < chart.labels.size() ? quoted(chart.labels[i])
                                           : fmt::format("{}", chart.curves[first].x[i]);
            for (std::size_t curve = first; curve < end; ++curve)
                csv += fmt::format(",{}", chart.curves[curve].y[i]);
            csv += "\n";
        }
        first = end;
    }
}

/// One line a row of the picture; of colours the numbers of a pixel one after another.
void addPicture(const LensPicture& picture, std::string& csv) {
    const std::size_t width =
        picture.values.values.size() / static_cast<std::size_t>(picture.values.shape[0]);
    for (std::size_t i = 0; i < picture.values.values.size(); ++i)
        csv += fmt::format("{}{}", picture.values.values[i], (i + 1) % width == 0 ? "\n" : ",");
}

void addTitle(const std::string& group, const std::string& title, std::string& csv) {
    if (!csv.empty())
        csv += "\n";
    csv += quoted(group.empty() ? title : title.empty() ? group : group + ": " + title) + "\n";
}

/// The map as a picture; then all marks in a table, of curves a line for each point.
void addPlane(const LensPlane& plane, std::string& csv) {
    if (!plane.map.values.empty()) {
        addTitle(plane.title, plane.mapTitle, csv);
        addPicture({.values = plane.map}, csv);
    }
    if (plane.layers.empty())
        return;
    addTitle({}, plane.title, csv);
    csv += "layer,mark,point,x,y,tip_x,tip_y\n";
    for (const PlaneLayer& layer : plane.layers) {
        const bool hasTips = layer.marks == PlaneMarks::Arrows;
        const std::size_t numbers = hasTips ? 4 : 2;
        const std::size_t points =
            layer.marks == PlaneMarks::Curves ? static_cast<std::size_t>(layer.at.shape[1]) : 1;
        const std::vector<float>& values = layer.at.values;
        for (std::size_t i = 0; numbers * i < values.size(); ++i) {
            const float* at = values.data() + numbers * i;
            csv += fmt::format("{},{},{},{},{},", quoted(layer.name), i / points, i % points, at[0], at[1]);
            csv += hasTips ? fmt::format("{},{}\n", at[2], at[3]) : ",\n";
        }
    }
}

void addCodes(const std::vector<LensCode>& codes, std::string& csv) {
    csv += "title,name,layers,note,language,text\n";
    for (const LensCode& code : codes) {
        csv += quoted(code.title) + "," + quoted(code.name) + "," +
               quoted(fmt::format("{}", fmt::join(code.layers, ", "))) + "," + quoted(code.note) + "," +
               quoted(code.language) + "," + quoted(code.text) + "\n";
    }
}

} // namespace

std::string csvOf(const LensResult& result) {
    std::string csv;
    for (const LensTable& table : result.tables) {
        addTitle({}, table.title, csv);
        addTable(table, csv);
    }
    if (!result.codes.empty()) {
        if (!csv.empty())
            csv += "\n";
        addCodes(result.codes, csv);
    }
    for (const LensChart& chart : result.charts) {
        addTitle(chart.group, chart.title, csv);
        addChart(chart, csv);
    }
    for (const LensPicture& picture : result.pictures) {
        addTitle(picture.group, picture.title, csv);
        addPicture(picture, csv);
    }
    for (const LensPlane& plane : result.planes)
        addPlane(plane, csv);
    return csv;
}

} // namespace protomind
