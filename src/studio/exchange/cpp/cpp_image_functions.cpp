// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/cpp/cpp_source.h"

namespace protomind {

namespace {

constexpr std::string_view kImage = R"cpp(struct Image {
    int height, width, channels;
    // Where the numbers of a pixel begin.
    std::size_t at(int i, int j) const { return (std::size_t(i) * width + j) * channels; }
    std::size_t size() const { return at(height, 0); }
    bool has(int i, int j) const { return i >= 0 && i < height && j >= 0 && j < width; }
};
)cpp";

constexpr std::string_view kWindow =
    R"cpp(// What moves over an image; top and left: how far it sticks out there at first.
struct Window {
    int height, width, strideDown, strideRight, dilationDown, dilationRight, top, left;
    int row(int i, int u) const { return i * strideDown + u * dilationDown - top; }
    int column(int j, int v) const { return j * strideRight + v * dilationRight - left; }
};
)cpp";

constexpr std::string_view kConvolution = R"cpp(// kernel: [height, width, channels of a group, filters]
Numbers convolution(const Numbers& x, Image in, Image out, Window w, int groups, const float* kernel,
                    const float* bias) {
    Numbers y(out.size());
    const int seen = in.channels / groups, filters = out.channels / groups;
    for (int i = 0; i < out.height; ++i)
        for (int j = 0; j < out.width; ++j)
            for (int k = 0; k < out.channels; ++k) {
                double sum = bias ? bias[k] : 0.0f;
                for (int u = 0; u < w.height; ++u)
                    for (int v = 0; v < w.width; ++v) {
                        const int row = w.row(i, u), column = w.column(j, v);
                        if (!in.has(row, column))
                            continue;
                        const float* pixel = &x[in.at(row, column) + k / filters * seen];
                        const float* weight = &kernel[(std::size_t(u) * w.width + v) * seen * out.channels + k];
                        for (int c = 0; c < seen; ++c)
                            sum += double(pixel[c]) * weight[std::size_t(c) * out.channels];
                    }
                y[out.at(i, j) + k] = float(sum);
            }
    return y;
}
)cpp";

constexpr std::string_view kTransposed =
    R"cpp(// Every pixel stamps the kernel, [height, width, filters, channels]; what lies outside is cut off.
Numbers transposedConvolution(const Numbers& x, Image in, Image out, Window w, const float* kernel,
                              const float* bias) {
    std::vector<double> sums(out.size());
    for (int i = 0; i < in.height; ++i)
        for (int j = 0; j < in.width; ++j)
            for (int u = 0; u < w.height; ++u)
                for (int v = 0; v < w.width; ++v) {
                    if (!out.has(w.row(i, u), w.column(j, v)))
                        continue;
                    const float* weight = &kernel[(std::size_t(u) * w.width + v) * out.channels * in.channels];
                    for (int k = 0; k < out.channels; ++k)
                        for (int c = 0; c < in.channels; ++c)
                            sums[out.at(w.row(i, u), w.column(j, v)) + k] +=
                                double(x[in.at(i, j) + c]) * weight[std::size_t(k) * in.channels + c];
                }
    Numbers y(sums.size());
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] = float(sums[i] + (bias ? bias[i % out.channels] : 0.0f));
    return y;
}
)cpp";

constexpr std::string_view kMaxPool = R"cpp(Numbers maxPool(const Numbers& x, Image in, Image out, Window w) {
    Numbers y(out.size(), -std::numeric_limits<float>::infinity());
    for (int i = 0; i < out.height; ++i)
        for (int j = 0; j < out.width; ++j)
            for (int u = 0; u < w.height; ++u)
                for (int v = 0; v < w.width; ++v)
                    if (in.has(w.row(i, u), w.column(j, v)))
                        for (int c = 0; c < out.channels; ++c)
                            y[out.at(i, j) + c] =
                                std::max(y[out.at(i, j) + c], x[in.at(w.row(i, u), w.column(j, v)) + c]);
    return y;
}
)cpp";

constexpr std::string_view kAveragePool = R"cpp(// Of the pixels that lie inside the image.
Numbers averagePool(const Numbers& x, Image in, Image out, Window w) {
    Numbers y(out.size());
    for (int i = 0; i < out.height; ++i)
        for (int j = 0; j < out.width; ++j)
            for (int c = 0; c < out.channels; ++c) {
                double sum = 0;
                int count = 0;
                for (int u = 0; u < w.height; ++u)
                    for (int v = 0; v < w.width; ++v)
                        if (in.has(w.row(i, u), w.column(j, v))) {
                            sum += x[in.at(w.row(i, u), w.column(j, v)) + c];
                            ++count;
                        }
                y[out.at(i, j) + c] = float(sum / count);
            }
    return y;
}
)cpp";

constexpr std::string_view kMoved =
    R"cpp(// The image laid down with its corner at top and left of a larger or smaller one of a single colour.
Numbers moved(const Numbers& x, Image in, Image out, int top, int left, float colour) {
    Numbers y(out.size(), colour);
    for (int i = 0; i < in.height; ++i)
        for (int j = 0; j < in.width; ++j)
            if (out.has(i + top, j + left))
                for (int c = 0; c < in.channels; ++c)
                    y[out.at(i + top, j + left) + c] = x[in.at(i, j) + c];
    return y;
}
)cpp";

constexpr std::string_view kNearest = R"cpp(// Repeats every pixel.
Numbers nearest(const Numbers& x, Image in, Image out) {
    Numbers y(out.size());
    for (int i = 0; i < out.height; ++i)
        for (int j = 0; j < out.width; ++j)
            for (int c = 0; c < out.channels; ++c)
                y[out.at(i, j) + c] =
                    x[in.at(i / (out.height / in.height), j / (out.width / in.width)) + c];
    return y;
}
)cpp";

constexpr std::string_view kBilinear = R"cpp(// Blends the pixels around each place, by how near they are.
Numbers bilinear(const Numbers& x, Image in, Image out) {
    Numbers y(out.size());
    const auto place = [](int i, int size, int old) {
        return std::min(std::max((i + 0.5) * old / size - 0.5, 0.0), old - 1.0);
    };
    for (int i = 0; i < out.height; ++i)
        for (int j = 0; j < out.width; ++j) {
            const double down = place(i, out.height, in.height), right = place(j, out.width, in.width);
            const int row = int(down), column = int(right);
            const int nextRow = std::min(row + 1, in.height - 1), nextColumn = std::min(column + 1, in.width - 1);
            const double b = down - row, r = right - column;
            for (int c = 0; c < out.channels; ++c)
                y[out.at(i, j) + c] = float((x[in.at(row, column) + c] * (1 - r) + x[in.at(row, nextColumn) + c] * r) *
                                                (1 - b) +
                                            (x[in.at(nextRow, column) + c] * (1 - r) +
                                             x[in.at(nextRow, nextColumn) + c] * r) *
                                                b);
        }
    return y;
}
)cpp";

} // namespace

std::vector<CppFunction> cppImageFunctions() {
    return {{"Image", kImage},
            {"Window", kWindow},
            {"convolution", kConvolution},
            {"transposedConvolution", kTransposed},
            {"maxPool", kMaxPool},
            {"averagePool", kAveragePool},
            {"moved", kMoved},
            {"nearest", kNearest},
            {"bilinear", kBilinear}};
}

} // namespace protomind
