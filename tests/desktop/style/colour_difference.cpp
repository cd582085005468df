// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/colour_difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace protomind {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix kProtan{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeutan{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
/// IEC 61966-2-1.
constexpr Matrix kToXyz{{{0.4124564, 0.3575761, 0.1804375},
                         {0.2126729, 0.7151522, 0.0721750},
                         {0.0193339, 0.1191920, 0.9503041}}};
constexpr Triple kWhite{0.95047, 1.0, 1.08883};

Triple product(const Matrix& matrix, const Triple& vector) {
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * vector[column];
    return result;
}

double linear(double share) {
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double labCurve(double t) {
    return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// 0 to 360 degrees; 0 where there is no hue.
double hue(double a, double b) {
    if (a == 0 && b == 0)
        return 0;
    const double angle = std::atan2(b, a) * 180 / std::numbers::pi;
    return angle < 0 ? angle + 360 : angle;
}

/// sqrt(C^7 / (C^7 + 25^7))
double highChroma(double chroma) {
    const double power = std::pow(chroma, 7);
    return std::sqrt(power / (power + std::pow(25.0, 7)));
}

double meanHue(double first, double second, bool grey) {
    const double sum = first + second;
    if (grey)
        return sum;
    if (std::abs(first - second) <= 180)
        return sum / 2;
    return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

double hueDifference(double first, double second, bool grey) {
    if (grey)
        return 0;
    const double difference = second - first;
    return difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference;
}

} // namespace

Lab seenBy(Eyes eyes, const QColor& colour) {
    Triple rgb{linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    if (eyes != Eyes::Normal)
        rgb = product(eyes == Eyes::Protan ? kProtan : kDeutan, rgb);
    for (double& share : rgb)
        share = std::clamp(share, 0.0, 1.0);
    Triple xyz = product(kToXyz, rgb);
    for (std::size_t i = 0; i < 3; ++i)
        xyz[i] = labCurve(xyz[i] / kWhite[i]);
    return {116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])};
}

double colourDifference(const Lab& first, const Lab& second) {
    const double meanChroma = (std::hypot(first.a, first.b) + std::hypot(second.a, second.b)) / 2;
    const double stretch = 1 + 0.5 * (1 - highChroma(meanChroma));
    const double chroma1 = std::hypot(stretch * first.a, first.b);
    const double chroma2 = std::hypot(stretch * second.a, second.b);
    const double hue1 = hue(stretch * first.a, first.b);
    const double hue2 = hue(stretch * second.a, second.b);
    const bool grey = chroma1 * chroma2 == 0;

    const double lightness = (first.l + second.l) / 2;
    const double chroma = (chroma1 + chroma2) / 2;
    const double mean = meanHue(hue1, hue2, grey);
    const double t = 1 - 0.17 * std::cos(radians(mean - 30)) + 0.24 * std::cos(radians(2 * mean)) +
                     0.32 * std::cos(radians(3 * mean + 6)) - 0.20 * std::cos(radians(4 * mean - 63));
    const double off = std::pow(lightness - 50, 2);
    const double byLightness = (second.l - first.l) / (1 + 0.015 * off / std::sqrt(20 + off));
    const double byChroma = (chroma2 - chroma1) / (1 + 0.045 * chroma);
    const double byHue = 2 * std::sqrt(chroma1 * chroma2) *
                         std::sin(radians(hueDifference(hue1, hue2, grey)) / 2) / (1 + 0.015 * chroma * t);
    const double turn =
        -std::sin(radians(60 * std::exp(-std::pow((mean - 275) / 25, 2)))) * 2 * highChroma(chroma);
    return std::sqrt(byLightness * byLightness + byChroma * byChroma + byHue * byHue +
                     turn * byChroma * byHue);
}

} // namespace protomind
