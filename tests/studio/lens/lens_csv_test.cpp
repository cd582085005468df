// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/lens/lens_csv.h"

#include <gmock/gmock.h>

namespace protomind {
namespace {

TEST(LensCsv, AMarkOfAPlaneIsALineAndOfACurveEachPoint) {
    const LensPlane plane{
        .title = "The plane",
        .layers = {
            {.name = "made", .marks = PlaneMarks::Points, .at = {Shape{2, 2}, {1, 2, 3, 4}}},
            {.name = "pull, or push", .marks = PlaneMarks::Arrows, .at = {Shape{1, 4}, {0, 0.5f, 1, -1}}},
            {.name = "none", .marks = PlaneMarks::Points, .at = HostArray(Shape{0, 2})},
            {.name = "grid", .marks = PlaneMarks::Curves, .at = {Shape{2, 2, 2}, {1, 2, 3, 4, 5, 6, 7, 8}}}}};
    EXPECT_EQ(csvOf({.planes = {plane}}), "The plane\n"
                                          "layer,mark,point,x,y,tip_x,tip_y\n"
                                          "made,0,0,1,2,,\n"
                                          "made,1,0,3,4,,\n"
                                          "\"pull, or push\",0,0,0,0.5,1,-1\n"
                                          "grid,0,0,1,2,,\n"
                                          "grid,0,1,3,4,,\n"
                                          "grid,1,0,5,6,,\n"
                                          "grid,1,1,7,8,,\n");
}

TEST(LensCsv, TheMapOfAPlaneStandsAboveItsMarks) {
    LensPlane plane{.title = "The plane", .mapTitle = "Said", .map = {Shape{2, 2}, {1, 2, 3, 4}}};
    EXPECT_EQ(csvOf({.planes = {plane}}), "The plane: Said\n1,2\n3,4\n");
    plane.layers = {{.name = "made", .at = {Shape{1, 2}, {5, 6}}}};
    EXPECT_EQ(csvOf({.planes = {plane}}), "The plane: Said\n1,2\n3,4\n\n"
                                          "The plane\nlayer,mark,point,x,y,tip_x,tip_y\nmade,0,0,5,6,,\n");
}

} // namespace
} // namespace protomind
