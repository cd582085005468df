// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "desktop/style/scroll_column.h"
#include "engine/nn/field.h"
#include "engine/train/settings.h"

#include <map>
#include <string>

class QFormLayout;
class QGroupBox;
class QLabel;

namespace protomind {

class DeviceCatalogue;
class DeviceChoice;
class Document;
class FieldEditor;

/// How the network is trained: the training settings, and the own settings of the chosen optimiser and
/// schedule, all made from their declarations. Every change is an undoable step; the learning rate acts at
/// once.
class TrainingPanel : public ScrollColumn {
    Q_OBJECT
public:
    TrainingPanel(Document& document, DeviceCatalogue& devices, QWidget* parent = nullptr);

    /// There are other trained weights: says how many of them are zero, where that is what L1 is for.
    void showWeights();
    /// The device is to be chosen: the panel scrolls there, and the keyboard too.
    void startChoosingDevice();

signals:
    /// A person wants to see what there is to choose from.
    void devicesWanted();

private:
    using Editors = std::map<std::string, FieldEditor*>;

    void follow(const ChangeEvent& event);
    void showSettings();
    [[nodiscard]] PlayerCount playersNow() const;
    /// Those that make a difference.
    void showRows();
    void makeFields();
    void makeDevice();
    void makeOwnFields();
    void setField(const FieldEditor& editor, const FieldValue& value);
    void setThreads(const FieldEditor& editor, const FieldValue& value);

    Document& m_document;
    DeviceCatalogue& m_devices;
    QFormLayout* m_form = nullptr;
    QGroupBox* m_optimizerBox = nullptr;
    QFormLayout* m_optimizerForm = nullptr;
    QLabel* m_optimizerSummary = nullptr;
    QGroupBox* m_scheduleBox = nullptr;
    QFormLayout* m_scheduleForm = nullptr;
    QLabel* m_scheduleSummary = nullptr;
    DeviceChoice* m_device = nullptr;
    FieldEditor* m_threads = nullptr;
    QLabel* m_zeroWeights = nullptr;
    PlayerCount m_shownPlayers = PlayerCount::One;
    std::string m_shownOptimizer;
    std::string m_shownSchedule;
    Editors m_editors;
    Editors m_optimizerEditors;
    Editors m_scheduleEditors;
};

} // namespace protomind
