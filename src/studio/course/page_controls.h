// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "studio/course/lesson.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace protomind {

/// Why a page can't be followed as it says, and what to do about it.
struct ControlFault {
    Sentence sentence;
    Sentence remedy;
};

/// The controls that a page leaves to a learner, by what it hides and locks: what it tells or shows must be
/// among them.
class PageControls {
public:
    /// The page's own: outlives this.
    explicit PageControls(const LessonStep& step)
        : m_step(step) {}

    /// Of a control that the page points at.
    [[nodiscard]] std::optional<ControlFault> notSeen(std::string_view control) const;
    /// Of a link "action:NAME".
    [[nodiscard]] std::optional<ControlFault> deadLink(std::string_view action) const;
    /// Of a link "open:PLACE".
    [[nodiscard]] std::optional<ControlFault> closedPlace(std::string_view place) const;
    /// Of what a learner is to do, or is shown.
    [[nodiscard]] std::optional<ControlFault> notDoable(const LessonAction& action) const;

private:
    using Names = std::initializer_list<std::string_view>;
    [[nodiscard]] bool isHidden(std::string_view control) const;
    [[nodiscard]] bool isLocked(std::string_view control) const;
    [[nodiscard]] bool isUsable(std::string_view control) const;
    /// Where none of these can be used: says so of the first.
    [[nodiscard]] std::optional<ControlFault> unlessUsable(Names controls) const;
    [[nodiscard]] std::optional<ControlFault> filterFault(Names options) const;
    [[nodiscard]] ControlFault faultOf(std::string_view control) const;

    const LessonStep& m_step;
};

} // namespace protomind
