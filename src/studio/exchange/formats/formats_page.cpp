// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/formats/layer_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace protomind {

namespace {

constexpr const char* kHead =
    "<!-- SPDX-FileCopyrightText: The Protomind authors -->\n"
    "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
    "<!-- Made by the program: protomind export --layers --markdown > docs/formats.md -->\n"
    "# Formats of other programs\n"
    "\n"
    "What Protomind writes (File > Export, `protomind export`) and reads (File > Import, `protomind "
    "import`).\n"
    "Whatever is written is read back at once and compared with the network itself, output by output.\n"
    "\n";

constexpr const char* kTableHead =
    "\n"
    "## Which layers each format can say\n"
    "\n"
    "Asked of the formats themselves: every kind of layer as it comes from the palette, on lists, sequences\n"
    "and images, and then with every other choice that its settings have. Before anything is written, the\n"
    "same is asked of your own network, layer by layer. A number stands for a reason below the table.\n"
    "\n";

std::string rowOf(const std::vector<std::string>& cells) {
    return fmt::format("| {} |\n", fmt::join(cells, " | "));
}

std::string waysOf(const Format& format) {
    std::string ways = format.write != nullptr ? "writes" : "";
    if (format.read != nullptr)
        ways += ways.empty() ? "reads" : ", reads";
    return ways;
}

} // namespace

std::string formatsPage() {
    std::string page = kHead;
    page += rowOf({"Format", "`--format`", "Ending", "Protomind", "What it is for"});
    page += rowOf({"---", "---", "---", "---", "---"});
    for (const Format& format : formats()) {
        const std::string ending =
            format.extension.empty() ? "a folder" : fmt::format("`{}`", format.extension);
        page += rowOf({format.title, fmt::format("`{}`", format.name), ending, waysOf(format),
                       format.help.empty() ? format.summary : format.summary + " " + format.help});
    }
    const LayerTableText table = textOf(layerTable());
    page += kTableHead + rowOf(table.head);
    page += rowOf(std::vector<std::string>(table.head.size(), "---"));
    for (const std::vector<std::string>& row : table.rows)
        page += rowOf(row);
    if (!table.reasons.empty())
        page += "\n";
    for (std::size_t i = 0; i < table.reasons.size(); ++i)
        page += fmt::format("{}. {}\n", i + 1, table.reasons[i]);
    return page;
}

} // namespace protomind
