// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/run/curve_reader.h"
#include "desktop/document/change_event.h"
#include "studio/session/messages.h"

#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class RunBar;
}

namespace protomind {

class Document;
struct LoadedData;
class RunController;

/// The buttons of the run and what is to be said about it: state, figures, and
/// the curves in words. One button trains and pauses; it can always be pressed,
/// and where training can't start the window says why.
class RunBar : public QWidget {
    Q_OBJECT
public:
    RunBar(Document& document, RunController& run, QWidget* parent = nullptr);
    ~RunBar() override;

    /// The buttons do what the window's actions do.
    struct Actions {
        QAction* train;
        QAction* stepSample;
        QAction* stepBatch;
        QAction* slowMotion;
        QAction* stepEpoch;
        QAction* reset;
        QAction* rollSeed;
        QAction* slower;
        QAction* faster;
    };
    void setActions(const Actions& actions);
    /// The data that is learned from.
    void setData(const LoadedData& loaded);
    /// Takes the palette's present colours.
    void restyle();

signals:
    void trainPressed();
    /// By the person.
    void speedChosen(double stepsPerSecond);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow(const ChangeEvent& event);
    void showState();
    void showProgress(const Progress& event);
    void showReading();
    void takeSplit(const Prepared& event);
    [[nodiscard]] CurveGround ground() const;
    void showSeed();
    void setSeed(double seed);

    Document& m_document;
    RunController& m_run;
    std::unique_ptr<Ui::RunBar> m_ui;
    std::int64_t m_samples = 0;     ///< of the data, before some are kept aside
    std::int64_t m_learnedFrom = 0; ///< of them, as the run has it; 0 before there was one
    std::int64_t m_keptAside = 0;
    std::size_t m_classes = 0;
    double m_commonestShare = 0;
    bool m_restyling = false;
};

} // namespace protomind
