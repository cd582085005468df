// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/problem.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace protomind {

/// The value of a setting: a whole number, a real number, a yes/no, one of a list of words, or several sizes.
using FieldValue = std::variant<std::int64_t, double, bool, std::string, std::vector<std::int64_t>>;

/// Settings by field name. A field that is absent has its default.
using Settings = std::map<std::string, FieldValue>;

enum class FieldType { Integer, Real, Boolean, Choice, Sizes };

/// What a layer's setting means, whatever it is called: so that others can read and set it without knowing
/// the layer.
enum class FieldRole {
    None,        ///< known by its name alone
    Shape,       ///< Sizes: of what goes out
    OutputSize,  ///< how many numbers or channels go out
    Multiplier,  ///< how many channels go out for each that comes in
    Activation,  ///< the name of an activation, see findActivation
    Bias,        ///< whether there is one
    Initialiser, ///< how the weights are drawn
    Window,      ///< height and width of a kernel or of a patch to pool
    Stride,
    Padding,
    Dilation,
    Groups, ///< parts of the channels that do not see each other
    Heads,
    Causal,         ///< whether later steps are hidden
    Vocabulary,     ///< how many different words come in
    EveryStep,      ///< which steps of a sequence are given
    BothDirections, ///< whether a sequence is read from its end too
    Border,         ///< Sizes: pixels at the top, at the bottom, on the left and on the right
    FillValue,      ///< of new pixels
    Scaling,        ///< how many times higher and wider an image becomes
    Interpolation,
    Rate,      ///< the share of numbers that are dropped
    Deviation, ///< of random numbers that are added
    Momentum,  ///< how much of the running statistics a step keeps
    Epsilon,   ///< what is added to a variance
};

/// One setting, of a layer, an optimiser, a schedule, a data set or the training, declared once as data: the
/// inspector, the file format, the command line, lessons and the checks of networks read this declaration.
struct Field {
    std::string name{};  ///< in files: "batch_size"
    std::string label{}; ///< for a person: "Kernel size"
    FieldType type = FieldType::Integer;
    FieldValue defaultValue{};
    double minimum = 0;                 ///< Integer, Real, and each of Sizes
    double maximum = 0;                 ///< inclusive
    std::vector<std::string> choices{}; ///< Choice
    std::string help{};                 ///< one sentence, no jargon before it is explained
    bool logarithmic = false;           ///< a slider over it moves in factors, not in steps
    bool shownOnCard = false;           ///< one of the one or two settings that matter most
    std::size_t sizeCount = 0;          ///< Sizes: how many there must be; 0: from one to kMaxRank - 1
    FieldRole role = FieldRole::None;   ///< of layers; no two fields of one layer have the same
};

/// The field with a role; null where there is none.
[[nodiscard]] const Field* findField(std::span<const Field> fields, FieldRole role);

/// The value of a field, or its default. Throws std::logic_error for a name that is not declared.
[[nodiscard]] const FieldValue& valueOf(std::span<const Field> fields, const Settings& settings,
                                        const std::string& name);
[[nodiscard]] std::int64_t integer(std::span<const Field> fields, const Settings& settings,
                                   const std::string& name);
[[nodiscard]] double real(std::span<const Field> fields, const Settings& settings, const std::string& name);
[[nodiscard]] bool boolean(std::span<const Field> fields, const Settings& settings, const std::string& name);
[[nodiscard]] const std::string& choice(std::span<const Field> fields, const Settings& settings,
                                        const std::string& name);
[[nodiscard]] const std::vector<std::int64_t>& sizes(std::span<const Field> fields, const Settings& settings,
                                                     const std::string& name);

/// Whether a value is of the field's type and in its range; the sentence says what would be. A whole number
/// is fine for a Real.
[[nodiscard]] Result<void> checkField(const Field& field, const FieldValue& value);

} // namespace protomind
