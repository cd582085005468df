// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/device/opencl/text/kernel_text.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace protomind {

namespace {

constexpr std::array<std::string_view, 4> kPooledPixel{"n", "y", "x", "c"};

/// Goes over the positions of the window at (wy, wx) that lie inside of the image: pixel is the element
/// there.
constexpr const char* kInWindow =
    R"({in}for (int row = max(0, wy * {SY} - {PY}); row < min({H}, wy * {SY} - {PY} + {KH}); ++row)
{in}    for (int column = max(0, wx * {SX} - {PX}); column < min({W}, wx * {SX} - {PX} + {KW}); ++column) {{
{in}        const int pixel = ((n * {H} + row) * {W} + column) * {C} + c;
{in}        {what}
{in}    }}
)";

/// The first of the greatest numbers; the first that is none (NaN), if there is one.
constexpr const char* kFindBest =
    "if (best < 0 || {a}[pixel] > {a}[best] || (isnan({a}[pixel]) && !isnan({a}[best]))) best = pixel;";

/// Goes over the windows that a pixel (y, x) takes part in.
constexpr const char* kOverWindows = R"(    float sum = 0.0f;
    const int first_y = max(0, (y + {PY} - {KH} + {SY}) / {SY}), last_y = min({OH} - 1, (y + {PY}) / {SY});
    const int first_x = max(0, (x + {PX} - {KW} + {SX}) / {SX}), last_x = min({OW} - 1, (x + {PX}) / {SX});
    for (int wy = first_y; wy <= last_y; ++wy)
        for (int wx = first_x; wx <= last_x; ++wx) {{
            const int window = ((n * {OH} + wy) * {OW} + wx) * {C} + c;
{inside}        }}
    {result}[i] = sum;
)";

/// Whether numbers go from the windows to the pixels.
bool isGradient(WindowOp op) {
    switch (op) {
    case WindowOp::MaxPool:
    case WindowOp::MaxPoolSelect:
    case WindowOp::AveragePool:
        return false;
    case WindowOp::MaxPoolGradient:
    case WindowOp::AveragePoolGradient:
        return true;
    }
    std::unreachable();
}

class Pooling {
public:
    Pooling(WindowOp op, const Kernel& kernel)
        : m_pool(kernel.node.as<PoolAttributes>()) {
        const Node node = kernel.node;
        const bool gradient = isGradient(op);
        image = gradient ? node.shape() : node.input(0).shape();
        windows = gradient ? node.input(node.inputCount() - 1).shape() : node.shape();
    }

    std::string inWindow(const std::string& what, const char* indent) const {
        return filled(kInWindow, fmt::arg("in", indent), fmt::arg("what", what));
    }
    std::string overWindows(const std::string& inside, const std::string& result) const {
        return filled(kOverWindows, fmt::arg("inside", inside), fmt::arg("result", result));
    }

    Shape image, windows;

private:
    template<class... Arguments>
    std::string filled(const char* pattern, const Arguments&... arguments) const {
        using fmt::arg;
        return fmt::format(fmt::runtime(pattern), arguments..., arg("H", image[1]), arg("W", image[2]),
                           arg("C", image[3]), arg("OH", windows[1]), arg("OW", windows[2]),
                           arg("KH", m_pool.window[0]), arg("KW", m_pool.window[1]),
                           arg("SY", m_pool.stride[0]), arg("SX", m_pool.stride[1]),
                           arg("PY", m_pool.paddingBefore[0]), arg("PX", m_pool.paddingBefore[1]));
    }

    const PoolAttributes& m_pool;
};

} // namespace

KernelSource poolingText(WindowOp op, const Kernel& kernel, const KernelTitle& title,
                         const KernelLimits& limits) {
    const Pooling pooling(op, kernel);
    ValueArguments arguments;
    const std::string a = arguments.read(kernel.inputs[0]);
    const std::string last = arguments.read(kernel.inputs.back());
    const std::string result = arguments.write(kernel.output);
    const std::string findBest = fmt::format(fmt::runtime(kFindBest), fmt::arg("a", a));
    std::string body;
    switch (op) {
    case WindowOp::AveragePool:
        body = "    const int wy = y, wx = x;\n    float sum = 0.0f;\n    int count = 0;\n" +
               pooling.inWindow(fmt::format("sum += {}[pixel]; ++count;", a), "    ") +
               fmt::format("    {}[i] = count > 0 ? sum / count : 0.0f;\n", result);
        break;
    case WindowOp::AveragePoolGradient:
        body = pooling.overWindows("            int count = 0;\n" +
                                       pooling.inWindow("count += pixel >= 0;", "            ") +
                                       fmt::format("            sum += {}[window] / count;\n", last),
                                   result);
        break;
    case WindowOp::MaxPoolGradient:
        body =
            pooling.overWindows("            int best = -1;\n" + pooling.inWindow(findBest, "            ") +
                                    fmt::format("            sum += best == i ? {}[window] : 0.0f;\n", last),
                                result);
        break;
    case WindowOp::MaxPool:
    case WindowOp::MaxPoolSelect:
        body = "    const int wy = y, wx = x;\n    int best = -1;\n" + pooling.inWindow(findBest, "    ") +
               fmt::format("    {}[i] = best < 0 ? 0.0f : {}[best];\n", result, last);
        break;
    }
    return elementwiseText(title, kernel.node.shape(), kPooledPixel, body, arguments, limits);
}

} // namespace protomind
