// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/host_array.h"

#include <QObject>
#include <QString>

namespace protomind {

/// The sample that every card and every opened layer shows: the first one kept aside, until a person chooses,
/// draws or brings another one.
class ShownSample final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// values: [sample shape]; words: what it is, "your drawing".
    void show(HostArray values, const QString& words);
    /// Back to the first one kept aside.
    void reset();
    [[nodiscard]] bool isChosen() const { return !m_values.values.empty(); }
    /// Empty: the first one kept aside.
    [[nodiscard]] const HostArray& values() const { return m_values; }
    [[nodiscard]] const QString& words() const { return m_words; }
    /// Asks for the sample that comes so many later where it was chosen from.
    void step(int by) { emit stepWanted(by); }

signals:
    void changed();
    void stepWanted(int by);

private:
    HostArray m_values;
    QString m_words;
};

} // namespace protomind
