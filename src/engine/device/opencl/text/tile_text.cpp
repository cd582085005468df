// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/tile_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace protomind {

namespace {

/// Text with {s} and the like filled in, where braces of its own are single.
std::string filled(std::string text, std::string_view name, const std::string& with) {
    const std::string pattern = fmt::format("{{{}}}", name);
    for (std::size_t at = text.find(pattern); at != std::string::npos;
         at = text.find(pattern, at + with.size()))
        text.replace(at, pattern.size(), with);
    return text;
}

std::string indented(const std::string& lines, const std::string& by) {
    std::string text;
    for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size() - 1) + 1;
        text += by + lines.substr(at, end - at);
        at = end;
    }
    return text;
}

/// The names of the four numbers of a float4.
constexpr std::string_view kComponents = "xyzw";

class TileWriter {
public:
    TileWriter(const TileProduct& product, const ProductTile& tile)
        : m_product(product)
        , m_tile(tile) {}

    std::string inside() const {
        const ProductSizes& sizes = m_product.sizes;
        const std::size_t rowTiles = (sizes.rows + m_tile.rows() - 1) / m_tile.rows();
        std::string text = fmt::format(
            R"(    __local float4 left_tile[{left_size}], right_tile[{right_size}];
    __local float* const left_floats = (__local float*)left_tile;
    __local float* const right_floats = (__local float*)right_tile;
    const int tx = get_local_id(0), ty = get_local_id(1), item = ty * {tx} + tx;
    const int block = get_group_id(1);
    const int column0 = get_group_id(0) * {columns}, row0 = block % {row_tiles} * {rows};
    const int product = block / {row_tiles} % {products}, slice = block / {all_tiles};
)",
            fmt::arg("left_size", m_tile.depth * ProductTile::pitch(m_tile.rows()) / 4),
            fmt::arg("right_size", m_tile.depth * ProductTile::pitch(m_tile.columns()) / 4),
            fmt::arg("tx", m_tile.columnItems), fmt::arg("columns", m_tile.columns()),
            fmt::arg("rows", m_tile.rows()), fmt::arg("row_tiles", rowTiles),
            fmt::arg("products", sizes.products), fmt::arg("all_tiles", rowTiles * sizes.products));
        text += m_product.beforehand;
        const Reading left = reading(m_product.left, "left", "row0", m_tile.rows());
        const Reading right = reading(m_product.right, "right", "column0", m_tile.columns());
        text += left.before + right.before;
        for (std::size_t row = 0; row < m_tile.rowsOfItem; ++row) {
            for (std::size_t part = 0; part < m_tile.columnsOfItem / 4; ++part)
                text += fmt::format("    float4 {} = (float4)(0.0f);\n", sum(row, part));
        }
        const std::size_t slice = sliceLength();
        text += fmt::format("    for (int step = 0; step < {}; ++step) {{\n", slice / m_tile.depth);
        text += m_product.slices > 1
                    ? fmt::format("        const int k0 = slice * {} + step * {};\n", slice, m_tile.depth)
                    : fmt::format("        const int k0 = step * {};\n", m_tile.depth);
        text += left.each + right.each;
        text += "        barrier(CLK_LOCAL_MEM_FENCE);\n" + multiplication() +
                "        barrier(CLK_LOCAL_MEM_FENCE);\n    }\n";
        return text + stores();
    }

private:
    /// What a slice adds up: whole depths of the tile.
    std::size_t sliceLength() const {
        const std::size_t depth = m_product.sizes.depth;
        return roundedUp((depth + m_product.slices - 1) / m_product.slices, m_tile.depth);
    }

    static std::string sum(std::size_t row, std::size_t part) { return fmt::format("sum{}_{}", row, part); }

    struct Reading {
        std::string before; ///< the loop
        std::string each;   ///< time in it
    };

    /// The items of a group share out a tile of edge x depth numbers so that those side by side read side by
    /// side. What belongs to a place along the edge is found once, before the loop.
    Reading reading(const TileFactor& factor, const std::string& name, const std::string& origin,
                    std::size_t edge) const {
        const std::size_t fast = factor.depthIsContiguous ? m_tile.depth : edge;
        const std::size_t slow = factor.depthIsContiguous ? edge : m_tile.depth;
        const std::size_t items = m_tile.items();
        const std::size_t fastPlaces = std::max<std::size_t>(1, fast / items);
        const std::size_t slowPlaces = fast * slow / items / fastPlaces;
        const auto fastPlace = [&](std::size_t i) {
            return fastPlaces > 1 ? fmt::format("(item + {})", i * items) : fmt::format("(item % {})", fast);
        };
        const auto slowPlace = [&](std::size_t i) {
            return fastPlaces > 1 ? fmt::format("{}", i)
                                  : fmt::format("(item / {} + {})", fast, i * (items / fast));
        };
        const auto edgePlace = [&](std::size_t i) {
            return factor.depthIsContiguous ? slowPlace(i) : fastPlace(i);
        };
        const auto depthPlace = [&](std::size_t i) {
            return factor.depthIsContiguous ? fastPlace(i) : slowPlace(i);
        };
        const std::size_t edgePlaces = factor.depthIsContiguous ? slowPlaces : fastPlaces;
        const std::size_t depthPlaces = factor.depthIsContiguous ? fastPlaces : slowPlaces;
        Reading result;
        for (std::size_t i = 0; i < edgePlaces; ++i) {
            const std::string e = fmt::format("{}_e{}", name, i);
            result.before += fmt::format("    const int {} = {} + {};\n", e, origin, edgePlace(i)) +
                             filled(filled(factor.atEdge, "e", e), "s", std::to_string(i));
        }
        for (std::size_t j = 0; j < depthPlaces; ++j) {
            const std::string k = fmt::format("{}_k{}", name, j);
            result.each += fmt::format("        const int {} = k0 + {};\n", k, depthPlace(j)) +
                           indented(filled(filled(factor.atDepth, "k", k), "t", std::to_string(j)), "    ");
        }
        for (std::size_t i = 0; i < edgePlaces; ++i) {
            for (std::size_t j = 0; j < depthPlaces; ++j) {
                std::string line =
                    fmt::format("        {}_floats[{} * {} + {}] = {} ? {} : 0.0f;\n", name, depthPlace(j),
                                ProductTile::pitch(edge), edgePlace(i), factor.inside, factor.value);
                line = filled(filled(std::move(line), "e", fmt::format("{}_e{}", name, i)), "k",
                              fmt::format("{}_k{}", name, j));
                result.each +=
                    filled(filled(std::move(line), "s", std::to_string(i)), "t", std::to_string(j));
            }
        }
        return result;
    }

    /// From local memory into registers: each number that is read is used for a whole row or column.
    std::string multiplication() const {
        std::string text =
            fmt::format("#pragma unroll 4\n        for (int k = 0; k < {}; ++k) {{\n", m_tile.depth);
        const auto reads = [&](const std::string& name, const std::string& tile, std::size_t edge,
                               std::size_t items, std::size_t ofItem, const std::string& item) {
            for (std::size_t part = 0; part < ofItem / 4; ++part)
                text += fmt::format("            const float4 {}{} = {}[k * {} + {} + {}];\n", name, part,
                                    tile, ProductTile::pitch(edge) / 4, part * items, item);
        };
        reads("a", "left_tile", m_tile.rows(), m_tile.rowItems, m_tile.rowsOfItem, "ty");
        reads("b", "right_tile", m_tile.columns(), m_tile.columnItems, m_tile.columnsOfItem, "tx");
        for (std::size_t row = 0; row < m_tile.rowsOfItem; ++row) {
            for (std::size_t part = 0; part < m_tile.columnsOfItem / 4; ++part)
                text += fmt::format("            {} += a{}.{} * b{};\n", sum(row, part), row / 4,
                                    kComponents[row % 4], part);
        }
        return text + "        }\n";
    }

    std::string stores() const {
        std::string text;
        for (std::size_t row = 0; row < m_tile.rowsOfItem; ++row) {
            text += fmt::format("    {{\n        const int m = row0 + {} + ty * 4;\n        if (m < {}) {{\n",
                                row / 4 * 4 * m_tile.rowItems + row % 4, m_product.sizes.rows);
            text += indented(m_product.beforeRow, "        ");
            text += fmt::format("            if ({}) {{\n                __global float* const row = {};\n",
                                m_product.rowInside, m_product.rowPlace);
            for (std::size_t part = 0; part < m_tile.columnsOfItem / 4; ++part) {
                const std::string column =
                    fmt::format("column0 + {} + tx * 4", part * 4 * m_tile.columnItems);
                text += fmt::format("                store_within(row, {}, {}, {});\n", column,
                                    m_product.sizes.columns, sum(row, part));
            }
            text += "            }\n        }\n    }\n";
        }
        return text;
    }

    const TileProduct& m_product;
    const ProductTile& m_tile;
};

} // namespace

KernelSource tileText(const KernelTitle& title, const TileProduct& product, const ProductTile& tile,
                      const ValueArguments& arguments) {
    const ProductSizes& sizes = product.sizes;
    KernelSource source{.name = title.function};
    source.text =
        fmt::format("// {}\n// {} x {} results, each of {} products: tiles of {} x {}\n"
                    "__kernel __attribute__((reqd_work_group_size({}, {}, 1)))\nvoid {}({})\n{{\n{}{}}}\n\n",
                    title.comment, sizes.rows, sizes.columns, sizes.depth, tile.rows(), tile.columns(),
                    tile.columnItems, tile.rowItems, title.function, arguments.declarations(),
                    arguments.definitions(), TileWriter(product, tile).inside());
    source.values = arguments.values();
    source.results = sizes.rows * sizes.columns * sizes.products * product.slices;
    source.block = tile.rowsOfItem * tile.columnsOfItem;
    source.local = {tile.columnItems, tile.rowItems};
    source.global = {roundedUp(sizes.columns, tile.columns()) / tile.columnsOfItem,
                     roundedUp(sizes.rows, tile.rows()) / tile.rowsOfItem * sizes.products * product.slices};
    return source;
}

} // namespace protomind
