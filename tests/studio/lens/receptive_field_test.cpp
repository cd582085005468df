// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_bench.h"
#include "studio/lens/receptive_field.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

/// The box of the cells that change a number when they are changed, found by changing each.
std::optional<ImageBox> byTrying(LensBench& bench, std::size_t layer, const std::vector<std::int64_t>& at) {
    const Shape& image = bench.network().model().inputShape;
    bench.context().layer = bench.network().model().layers[layer].name;
    const auto numberFor = [&](std::vector<float> values) {
        bench.setSample(std::move(values));
        return *bench.look("arithmetic", {{"at", FieldValue{at}}})->workings.at(0).given;
    };
    std::vector<float> plain(static_cast<std::size_t>(image.elementCount()), 0.5f);
    const double before = numberFor(plain);
    std::optional<ImageBox> box;
    for (std::int64_t row = 0; row < image[0]; ++row)
        for (std::int64_t column = 0; column < image[1]; ++column) {
            std::vector<float> changed = plain;
            changed[static_cast<std::size_t>((row * image[1] + column) * image[2])] = 3.0f;
            if (numberFor(changed) == before)
                continue;
            const ImageBox cell{row, column, row, column};
            box = box ? box->with(cell) : cell;
        }
    return box;
}

TEST(ReceptiveFieldTest, IsWhatChangesTheNumber) {
    const Settings convolution{{"filters", std::int64_t{1}}, {"kernel", std::vector<std::int64_t>{3, 3}}};
    Settings strided = convolution;
    strided["stride"] = std::vector<std::int64_t>{2, 1};
    const Settings border{{"sides", std::vector<std::int64_t>{1, 0, 2, 0}}};
    LensBench bench(chain({8, 8, 1}, {{"convolution", strided}, {"pad", border}, {"average_pool", {}}}));
    for (const ModelVariable& variable : modelVariables(bench.network().model()))
        bench.setVariable(variable.name, HostArray(variable.declared.shape(), 1.0f).values);
    for (std::size_t layer = 1; layer < bench.network().model().layers.size(); ++layer) {
        const Shape shape = layerShapes(bench.network().model())[layer];
        for (const std::vector<std::int64_t>& at :
             {std::vector<std::int64_t>{0, 0, 0}, {shape[0] - 1, shape[1] - 1, 0}, {shape[0] / 2, 1, 0}}) {
            SCOPED_TRACE(bench.network().model().layers[layer].name + " " + testing::PrintToString(at));
            EXPECT_EQ(receptiveField(bench.network().model(), layer, at), byTrying(bench, layer, at));
        }
    }
}

TEST(ReceptiveFieldTest, ADenseLayerSeesAllAndWhatIsNoImageHasNone) {
    LensBench image(chain({4, 5, 1}, {{"flatten", {}}, {"dense", {{"units", std::int64_t{2}}}}}));
    EXPECT_EQ(receptiveField(image.network().model(), 2, std::vector<std::int64_t>{1}),
              (ImageBox{0, 0, 3, 4}));
    // Flatten moves one number.
    EXPECT_EQ(receptiveField(image.network().model(), 1, std::vector<std::int64_t>{7}),
              (ImageBox{1, 2, 1, 2}));
    LensBench point(chain({2}, {{"dense", {}}}));
    EXPECT_FALSE(receptiveField(point.network().model(), 1, std::vector<std::int64_t>{0}));
}

} // namespace
} // namespace protomind
