// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/cpp/cpp_source.h"

#include "studio/exchange/safe_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ostream>

namespace protomind {

namespace {

/// Words of C++ and of the source itself, and macros, that safe_text does not know.
const std::set<std::string>& takenInCpp() {
    static const std::set<std::string> words{
        "and_eq",      "answer",   "char8_t", "char16_t",   "char32_t",     "co_await",
        "co_return",   "co_yield", "concept", "const_cast", "consteval",    "constexpr",
        "constinit",   "decltype", "default", "do",         "dynamic_cast", "errno",
        "i386",        "if",       "layer",   "linux",      "names",        "not_eq",
        "nullptr",     "numbers",  "or_eq",   "predict",    "read_row",     "reinterpret_cast",
        "signbit",     "static",   "stdin",   "stdout",     "stderr",       "static_assert",
        "static_cast", "stdin",    "unix",    "using",      "virtual",      "weights",
        "wchar_t",     "while",    "xor_eq",  "given",      "isnan",        "isinf"};
    return words;
}

constexpr std::size_t kLongestLine = 116;

constexpr std::string_view kHead = R"cpp(
// To compile it:  g++ -std=c++17 -O2 network.cpp -o network
// To ask it:      ./network < samples.csv
// A row of the table is a sample, a row of what is printed its answer. In another program, compile this file with
// -DWITHOUT_MAIN and call predict().
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

// What goes from layer to layer, row by row: an image by height, width and channels, a sequence by steps and features.
using Numbers = std::vector<float>;

)cpp";

constexpr std::string_view kMain = R"cpp(
#ifndef WITHOUT_MAIN
int main() {
    std::string line;
    for (int row = 1; std::getline(std::cin, line); ++row) {
        Numbers sample;
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        const char* cell = line.c_str();
        for (char* end = nullptr; *cell != 0; cell = end) {
            const float value = std::strtof(cell, &end);
            if (end == cell)
                break;
            sample.push_back(value);
            while (*end == ',' || *end == ';' || *end == '\t' || *end == ' ' || *end == '\r')
                ++end;
        }
        if (row == 1 && sample.empty())
            continue; // names of columns
        if (*cell != 0 || sample.size() != kInputs) {
            std::cerr << "Row " << row << " should have " << kInputs << " numbers.\n";
            return 1;
        }
        const Numbers answer = predict(sample);
        std::cout.precision(9);
        for (std::size_t i = 0; i < answer.size(); ++i)
            std::cout << (i > 0 ? "," : "") << answer[i];
        std::cout << '\n';
    }
}
#endif
)cpp";

std::string declaration(const std::string& array, std::int64_t count) {
    return fmt::format("const float {}[{}] = {{", array, count);
}

/// Nine digits give every float back.
void writeArray(std::ostream& stream, const std::string& array, const HostArray& values) {
    constexpr std::size_t kNumbersALine = 8;
    stream << declaration(array, values.shape.elementCount());
    std::string text;
    for (std::size_t i = 0; i < values.values.size(); ++i) {
        text = fmt::format("{:.9g}", values.values[i]);
        if (text.find_first_of(".e") == text.npos)
            text += ".0";
        stream << (i % kNumbersALine == 0 ? "\n    " : " ") << text << "f,";
    }
    stream << "\n};\n";
}

void writeWeights(std::ostream& stream, const CppNetwork& network) {
    stream << "namespace weights {\n\n";
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerView& layer = network.layers[i];
        for (std::size_t j = 0; j < layer.variables().size(); ++j) {
            const LayerVariable& variable = layer.variables()[j];
            const HostArray& values = layer.values(variable.role, variable.backward);
            stream << "// " << lineCommentText(layer.name()) << ", " << variable.name << ": "
                   << values.shape.text() << "\n";
            writeArray(stream, network.arrays[i][j], values);
            stream << "\n";
        }
    }
    stream << "} // namespace weights\n\n";
}

std::string nameList(const CppNetwork& network) {
    std::string line;
    std::string text;
    for (const std::string& name : outputNames(*network.trained)) {
        if (!line.empty() && line.size() + name.size() + 2 > kLongestLine) {
            text += line + ",\n// ";
            line.clear();
        }
        line += (line.empty() ? "" : ", ") + lineCommentText(name);
    }
    return text + line;
}

std::string sampleText(const TrainedNetwork& network) {
    const Shape& shape = network.model.inputShape;
    const std::string first = inputScale(network) == 1 ? "The numbers go in as they are."
                                                       : "Divide pixels from 0 to 255 by 255 first.";
    if (shape.rank() == 3)
        return fmt::format("{} An image is {} (height × width × channels).", first, shape.text());
    return fmt::format("{} A sample is {} number{}.", first, shape.text(),
                       shape.elementCount() == 1 ? "" : "s");
}

/// A call that is too long for a line goes on in others, behind commas.
std::string broken(const std::string& code) {
    constexpr std::string_view kIndent = "\n        ";
    std::string text;
    std::size_t length = 0;
    for (std::size_t begin = 0; begin < code.size();) {
        const std::size_t comma = code.find(", ", begin);
        const std::size_t end = comma == code.npos ? code.size() : comma + 2;
        const std::string piece = code.substr(begin, end - begin);
        if (length > 0 && length + piece.size() > kLongestLine) {
            text.pop_back(); // the blank behind the comma
            text += kIndent;
            length = kIndent.size() - 1;
        }
        text += piece;
        length += piece.size();
        begin = end;
    }
    return text;
}

void writePredict(std::ostream& stream, const CppNetwork& network, const std::vector<CppCall>& calls) {
    const Model& model = network.trained->model;
    stream << "constexpr std::size_t kInputs = " << model.inputShape.elementCount() << ";\n";
    if (const std::string names = nameList(network); !names.empty())
        stream << "\n// The answers are for:\n// " << names;
    stream << "\n// " << sampleText(*network.trained) << "\n"
           << "Numbers predict(const Numbers& given) {\n";
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const LayerView& layer = network.layers[i];
        stream << fmt::format(
            "    // {}{}\n{}\n", layer.output().text(),
            layer.name() == network.names[i] ? std::string() : ": " + lineCommentText(layer.name()),
            broken(fmt::format("    const Numbers {} = {};", network.names[i], calls[i].value)));
    }
    stream << "    return " << network.names[static_cast<std::size_t>(model.outputLayer)] << ";\n}\n";
}

/// The numbers between the braces of an array.
Result<HostArray> readArray(std::string_view source, const std::string& array, const Shape& shape) {
    const std::string begins = "\n" + declaration(array, shape.elementCount());
    const std::size_t begin = source.find(begins);
    if (begin == source.npos)
        return fail(ProblemKind::Input, sentence("There are no weights called {:s} in the source.", array));
    std::string_view rest = source.substr(begin + begins.size());
    HostArray values(shape);
    for (float& value : values.values) {
        const std::size_t number = rest.find_first_not_of(" \n");
        rest.remove_prefix(std::min(number, rest.size()));
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        const auto used = static_cast<std::size_t>(end - rest.data());
        if (error != std::errc{} || !rest.substr(used).starts_with("f,") || !std::isfinite(value))
            return fail(ProblemKind::Input, sentence("A weight of {:s} is no number.", array));
        rest.remove_prefix(used + 2);
    }
    if (!rest.starts_with("\n};"))
        return fail(ProblemKind::Input,
                    sentence("There are more weights called {:s} than there should be.", array));
    return values;
}

} // namespace

CppNetwork cppNetwork(const TrainedNetwork& trained) {
    CppNetwork network{.trained = &trained,
                       .layers = layerViews(trained.model, &trained.checkpoint->variables),
                       .names = {},
                       .arrays = {}};
    IdentifierPool names(takenInCpp());
    IdentifierPool arrays(takenInCpp());
    for (const LayerView& layer : network.layers) {
        network.names.push_back(names.take(layer.name()));
        std::vector<std::string>& own = network.arrays.emplace_back();
        for (const LayerVariable& variable : layer.variables())
            own.push_back(arrays.take(identifierFrom(layer.name()) + "_" + variable.name));
    }
    return network;
}

void writeCppSource(std::ostream& stream, const CppNetwork& network) {
    std::vector<CppCall> calls;
    std::set<std::string> used;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        std::vector<std::string> inputs;
        for (const int source : network.layers[i].sources())
            inputs.push_back(network.names[static_cast<std::size_t>(source)]);
        if (inputs.empty())
            inputs.emplace_back("given");
        calls.push_back(cppCall(network.layers[i], inputs, network.arrays[i]));
        used.insert(calls.back().functions.begin(), calls.back().functions.end());
    }
    stream << "// " << lineCommentText(network.trained->title) << ": a network from "
           << lineCommentText(network.trained->program) << "." << kHead;
    stream << "namespace layer {\n\n";
    for (const CppFunction& function : cppFunctions())
        if (used.contains(std::string(function.name)))
            stream << function.source << "\n";
    stream << "} // namespace layer\n\n";
    writeWeights(stream, network);
    writePredict(stream, network, calls);
    stream << kMain;
}

Result<VariableValues> readCppWeights(std::string_view source, const CppNetwork& network) {
    VariableValues values;
    for (std::size_t i = 0; i < network.layers.size(); ++i) {
        const LayerView& layer = network.layers[i];
        for (std::size_t j = 0; j < layer.variables().size(); ++j) {
            const LayerVariable& variable = layer.variables()[j];
            auto read = readArray(source, network.arrays[i][j], variable.shape());
            if (!read)
                return std::unexpected(read.error());
            values[variable.nameIn(layer.name())] = std::move(*read);
        }
    }
    return values;
}

} // namespace protomind
