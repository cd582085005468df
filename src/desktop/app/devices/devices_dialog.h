// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace protomind {

class DeviceCatalogue;
class DeviceRow;
class Document;
class RunController;

/// All that this machine can compute on, side by side: what it is, whether it is in order, and how fast.
/// Which one the project computes on is chosen here too, as an undoable step.
class DevicesDialog : public QDialog {
    Q_OBJECT
public:
    DevicesDialog(Document& document, RunController& run, DeviceCatalogue& catalogue,
                  QWidget* parent = nullptr);

private:
    void makeTop(QVBoxLayout& layout);
    void makeButtons(QVBoxLayout& layout);
    void refresh();
    void fitRows();
    void use(const QString& id);
    void tune(const QString& id);
    /// Why nothing can be measured now; empty where it can.
    [[nodiscard]] QString measuringObstacle() const;

    Document& m_document;
    RunController& m_run;
    DeviceCatalogue& m_catalogue;
    QLabel* m_trouble = nullptr;
    QLabel* m_busy = nullptr;
    QVBoxLayout* m_list = nullptr;
    std::vector<DeviceRow*> m_rows;
    QPushButton* m_again = nullptr;
};

} // namespace protomind
