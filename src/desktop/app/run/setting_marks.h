// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/settings.h"

#include <QString>

#include <vector>

namespace protomind {

/// A place on the learning curve where a setting was changed.
struct SettingMark {
    double epoch = 0;
    QString label; ///< "learning rate 0.03 → 0.3"

    Field field;
    FieldValue before;
    FieldValue after;
};

/// Where on its curve a run was told to learn otherwise. Number of epochs and seed make no mark: the one
/// bends no curve, the other begins another.
class SettingMarks {
public:
    /// Notes what differs. atOnce: the change follows the one before so closely that a person means one, as
    /// while a value is dragged; a setting that comes back to where it was then leaves no mark.
    void note(double epoch, const TrainingSettings& before, const TrainingSettings& after, bool atOnce);
    void clear() { m_marks.clear(); }
    [[nodiscard]] const std::vector<SettingMark>& marks() const { return m_marks; }

private:
    void noteField(double epoch, const Field& field, const FieldValue& before, const FieldValue& after,
                   bool atOnce);

    std::vector<SettingMark> m_marks; ///< in order of the epoch
};

} // namespace protomind
