// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace protomind {

class DataPanel;
class DeviceCatalogue;
class Dialogs;
class Document;
class Inspector;
class LensPanel;
class RunController;
class TrainingPanel;
class WindowEditor;

/// The settings on the right: of what is selected in the network, of the data, and of the training;
/// and what is seen of it through lenses.
class SidePanels : public QTabWidget {
    Q_OBJECT
public:
    SidePanels(Document& document, RunController& run, Dialogs& dialogs, DeviceCatalogue& devices,
               WindowEditor& editor, QWidget* parent = nullptr);

    [[nodiscard]] DataPanel& data() { return *m_data; }
    void showNetwork();
    void showData();
    void showTraining();
    /// The training settings, at the device.
    void showDevice();
    void showLenses();
    [[nodiscard]] LensPanel& lenses() { return *m_lenses; }

signals:
    /// A person wants to see what there is to compute on.
    void devicesWanted();

private:
    Inspector* m_inspector;
    DataPanel* m_data;
    TrainingPanel* m_training;
    LensPanel* m_lenses;
};

} // namespace protomind
