// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/set_value.h"

#include <QCoreApplication>

namespace protomind {

/// Sets which data the network learns from: a DataSource text.
class SetDataText final : public SetValue<std::string> {
    Q_DECLARE_TR_FUNCTIONS(protomind::SetDataText)
public:
    /// text: the step's name; "Choose data" where it is empty.
    SetDataText(Document& document, std::string data, Gesture gesture = 0, const QString& text = {});
    int id() const override { return int(CommandId::SetDataText); }

private:
    std::string get() const override { return experiment().data; }
    void set(const std::string& data) override;
    bool hasTargetOf(const SetValue&) const override { return true; }
};

/// Sets one of the training settings. `field` says which it is, for the step's name and for merging: a name
/// of trainingFields(), or any other word.
class SetTraining final : public SetValue<TrainingSettings> {
    Q_DECLARE_TR_FUNCTIONS(protomind::SetTraining)
public:
    SetTraining(Document& document, std::string field, TrainingSettings settings, Gesture gesture = 0);
    int id() const override { return int(CommandId::SetTraining); }

private:
    TrainingSettings get() const override { return experiment().training; }
    void set(const TrainingSettings& settings) override;
    bool hasTargetOf(const SetValue& other) const override;

    std::string m_field;
};

/// Sets which device computes.
class SetDevice final : public SetValue<std::string> {
    Q_DECLARE_TR_FUNCTIONS(protomind::SetDevice)
public:
    SetDevice(Document& document, std::string device, Gesture gesture = 0);
    int id() const override { return int(CommandId::SetDevice); }

private:
    std::string get() const override { return experiment().device; }
    void set(const std::string& device) override;
    bool hasTargetOf(const SetValue&) const override { return true; }
};

/// Sets how many threads compute; 0 takes as many as there are processors.
class SetThreads final : public SetValue<int> {
    Q_DECLARE_TR_FUNCTIONS(protomind::SetThreads)
public:
    SetThreads(Document& document, int threads, Gesture gesture = 0);
    int id() const override { return int(CommandId::SetThreads); }

private:
    int get() const override { return experiment().threads; }
    void set(const int& threads) override;
    bool hasTargetOf(const SetValue&) const override { return true; }
};

} // namespace protomind
