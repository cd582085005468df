// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

namespace protomind {

/// Names of Keras layers: letters, digits, "_" and "-", as TensorFlow allows them for what it computes. What
/// a person typed is kept where it is such a name; "." stands between a layer's name and the part that a
/// layer plays in it, and in no other place.
class KerasNames {
public:
    /// A name of its own: "Dense 2" -> "Dense_2". fallback: where nothing of it can be kept.
    [[nodiscard]] std::string take(const std::string& name, const std::string& fallback);

private:
    std::set<std::string> m_taken;
};

/// What lies before the first "." of a Keras layer's name; all of it where there is none.
[[nodiscard]] std::string baseOfKerasName(const std::string& name);

} // namespace protomind
