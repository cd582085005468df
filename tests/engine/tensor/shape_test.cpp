// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/host_array.h"
#include "engine/tensor/shape.h"

#include <gtest/gtest.h>

namespace protomind {
namespace {

TEST(Shape, CountsAndStrides) {
    const Shape shape{2, 3, 4};
    EXPECT_EQ(shape.elementCount(), 24);
    EXPECT_EQ(shape.strides(), (std::vector<std::int64_t>{12, 4, 1}));
    EXPECT_EQ(Shape().elementCount(), 1);
    EXPECT_EQ((Shape{0, 5}).elementCount(), 0);
    EXPECT_EQ(shape.without(1), (Shape{2, 4}));
    EXPECT_EQ(shape.prepended(7), (Shape{7, 2, 3, 4}));
    EXPECT_EQ(shape.back(0), 4);
    EXPECT_EQ(shape.text(), "2 × 3 × 4");
    EXPECT_EQ(Shape().text(), "scalar");
}

TEST(Shape, IsCheckedBeforeItIsMade) {
    EXPECT_TRUE(Shape::checked(std::vector<std::int64_t>{28, 28, 1}));
    EXPECT_EQ(Shape::checked(std::vector<std::int64_t>(9, 1)).error().kind, ProblemKind::Memory);
    EXPECT_EQ(Shape::checked(std::vector<std::int64_t>{-1}).error().kind, ProblemKind::Request);
    const std::int64_t huge = std::int64_t{1} << 62;
    EXPECT_EQ(Shape::checked(std::vector<std::int64_t>{huge, huge, huge}).error().kind, ProblemKind::Memory);
}

TEST(Broadcast, StretchesOnes) {
    EXPECT_EQ(*broadcast({4, 1}, {3}), (Shape{4, 3}));
    EXPECT_EQ(*broadcast({}, {2, 2}), (Shape{2, 2}));
    EXPECT_EQ(*broadcast({0, 1}, {1, 5}), (Shape{0, 5}));
    EXPECT_FALSE(broadcast({4}, {3}));
    EXPECT_NE(broadcast({4}, {3}).error().sentence.find("4 against 3"), std::string::npos);
}

TEST(HostArray, HoldsJustItsShape) {
    EXPECT_EQ(HostArray(Shape{2, 2}, 3.0f).values, std::vector<float>(4, 3.0f));
    EXPECT_THROW(HostArray(Shape{2, 2}, std::vector<float>(3)), std::logic_error);
}

} // namespace
} // namespace protomind
