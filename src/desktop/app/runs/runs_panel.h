// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/change_event.h"
#include "studio/runs/run_list.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace protomind {

class Document;
class RunChart;
class RunController;
class RunTableModel;
class WholeSpinBox;

/// Your runs: what came out of every test, as a table with places and as a chart over the networks' sizes.
/// Only runs that were tested on the same samples stand in one table; which, a person chooses. A run's
/// network can be brought back as a step of the history, and a run can be deleted and put back.
class RunsPanel : public QWidget {
    Q_OBJECT
public:
    RunsPanel(Document& document, RunController& run, QWidget* parent = nullptr);

    /// Puts the drawing, the data and the settings of a run in place of what is there; weights begin anew.
    void bringBack(const RunRecordPtr& run);
    void remove(const RunRecordPtr& run);
    /// The one that was deleted last, while it can be.
    void putBack();
    void copyTable() const;
    /// Null: none is chosen.
    [[nodiscard]] RunRecordPtr chosen() const;
    void choose(const RunRecordPtr& run);

signals:
    /// A network was brought back: it is to be seen.
    void networkBroughtBack();
    /// What was done, for a moment.
    void said(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeBar();
    void makeTable();
    void follow(const ChangeEvent& event);
    void followRuns();
    void refresh();
    void showGrounds();
    void showRuns();
    void showPresent();
    void showChosen();
    void fitNetworkColumn();
    [[nodiscard]] std::optional<TestGround> ground() const;
    [[nodiscard]] std::optional<std::int64_t> mostParameters() const;

    Document& m_document;
    RunController& m_run;
    RunTableModel* m_model;
    QStackedWidget* m_pages;
    QWidget* m_content;
    QComboBox* m_ground;
    WholeSpinBox* m_limit;
    QPushButton* m_bringBack;
    QPushButton* m_delete;
    QPushButton* m_putBack;
    QPushButton* m_copy;
    QTableView* m_table;
    RunChart* m_chart;
    std::vector<TestGround> m_grounds; ///< as in the list of them
    RunList m_shown;                   ///< as they were looked at last
    struct Removed {
        RunRecordPtr run;
        std::size_t at = 0;
    };
    std::optional<Removed> m_removed;
    bool m_stale = true; ///< not looked at since it was hidden
};

} // namespace protomind
