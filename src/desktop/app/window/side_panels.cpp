// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/side_panels.h"

#include "desktop/app/data/data_panel.h"
#include "desktop/app/lenses/lens_panel.h"
#include "desktop/app/training/training_panel.h"
#include "desktop/app/window/window_editor.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/inspector.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/selection.h"

#include <QTabBar>

namespace protomind {

SidePanels::SidePanels(Document& document, RunController& run, Dialogs& dialogs, DeviceCatalogue& devices,
                       WindowEditor& editor, QWidget* parent)
    : QTabWidget(parent)
    , m_inspector(new Inspector(document, editor.selection(), this))
    , m_data(new DataPanel(document, dialogs, this))
    , m_training(new TrainingPanel(document, devices, this))
    , m_lenses(new LensPanel(document, run, editor.selection(), dialogs, this)) {
    setObjectName(QStringLiteral("sideTabs"));
    setAccessibleName(tr("Properties, data, training and lenses"));
    setDocumentMode(true);
    m_inspector->setObjectName(QStringLiteral("inspector"));
    m_data->setObjectName(QStringLiteral("dataPanel"));
    m_training->setObjectName(QStringLiteral("trainingPanel"));
    addTab(m_inspector, tr("Network"));
    addTab(m_data, tr("Data"));
    m_lenses->setObjectName(QStringLiteral("lensPanel"));
    addTab(m_training, tr("Training"));
    // Short, and with no arrows to scroll by: all four are always seen, on a projector too.
    setTabToolTip(addTab(m_lenses, tr("Inside")), tr("Look inside the network"));
    tabBar()->setUsesScrollButtons(false);

    NetworkView& canvas = editor.canvas();
    Selection& selection = editor.selection();
    connect(&canvas, &NetworkView::editRequested, this, [this] {
        showNetwork();
        m_inspector->startEditing();
    });
    connect(m_inspector, &Inspector::layerWanted, &canvas,
            [&canvas](LayerId layer) { canvas.reveal(layer); });
    connect(m_inspector, &Inspector::wireWanted, &canvas, [&canvas](WireId wire) { canvas.reveal(wire); });
    connect(m_inspector, &Inspector::openWanted, &canvas, &NetworkView::openRequested);
    connect(&selection, &Selection::changed, this, [this, &selection] {
        // Who looks into layer after layer goes on looking.
        if (!selection.isEmpty() && currentWidget() != m_lenses)
            showNetwork();
    });
    connect(m_training, &TrainingPanel::devicesWanted, this, &SidePanels::devicesWanted);
    connect(&run, &RunController::prepared, m_data, &DataPanel::showSplit);
    connect(&run, &RunController::checkpointStored, m_training, &TrainingPanel::showWeights);
}

void SidePanels::showNetwork() {
    setCurrentWidget(m_inspector);
}

void SidePanels::showData() {
    setCurrentWidget(m_data);
}

void SidePanels::showLenses() {
    setCurrentWidget(m_lenses);
}

void SidePanels::showTraining() {
    setCurrentWidget(m_training);
}

void SidePanels::showDevice() {
    showTraining();
    m_training->startChoosingDevice();
}

} // namespace protomind
