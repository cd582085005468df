// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace protomind {

/// What the window knows of one device of this machine: what its driver says, and what its test gave.
struct KnownDevice {
    enum class State {
        Untested,
        Waiting, ///< for others to be tested
        Testing,
        Passed,
        Failed,
    };
    QString id;     ///< "cpu", "opencl:0": see Experiment::device
    QString name;   ///< as the maker calls it
    QString detail; ///< instruction set, driver
    int threads = 1;
    qint64 memory = 0; ///< bytes; 0: not known
    bool graphics = false;
    bool tunable = false;
    bool tuned = false;
    State state = State::Untested;
    double stepsPerSecond = 0; ///< of training the digits' network; 0: not measured
    QString trouble;           ///< why it failed, in a sentence

    [[nodiscard]] bool isProcessor() const { return id == QLatin1String("cpu"); }
    /// Whether it is known how its test ended, or will be.
    [[nodiscard]] bool isAsked() const { return state != State::Untested; }
    /// Whether nobody may compute on it. The processor is what is always left.
    [[nodiscard]] bool isOff() const { return state == State::Failed && !isProcessor(); }
    bool operator==(const KnownDevice&) const = default;
};

/// From an event "found" or "device"; none where that is no sound one. The test's result is not in it.
[[nodiscard]] std::optional<KnownDevice> knownDeviceOf(const QJsonObject& event);

/// How a device of the experiment is called among the known ones: "opencl" is "opencl:0".
[[nodiscard]] QString knownIdOf(const QString& device);

} // namespace protomind
