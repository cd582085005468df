// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/opened/opened_layer_page.h"
#include "desktop/opened/working_page.h"

#include <QFrame>
#include <QPointer>

class QCheckBox;
class QComboBox;
class QLabel;
class QPropertyAnimation;
class QStackedWidget;
class QToolButton;

namespace protomind {

class ElidedLabel;

/// A layer opened in place: lies over the canvas, whose edges stay to be seen behind it, dimmed. Depths: the
/// layer, and the arithmetic of one of its numbers. Esc goes back one.
class OpenedLayer final : public QWidget {
    Q_OBJECT
public:
    enum class Depth { Closed, Layer, Number };

    /// Lies in parent, over some of what that holds: as large as they are together, as they grow and move.
    /// The keyboard goes back to who had it when it is closed.
    OpenedLayer(QWidget* parent, std::vector<QWidget*> over);

    [[nodiscard]] Depth depth() const { return m_depth; }
    /// from: of the card, in the coordinates of the parent; it grows from there where things may move.
    void open(const QString& name, const QRect& from);
    void showLayer(const LensLayer& layer, bool inputIsPicture, bool outputIsPicture);
    /// sample: what goes into the network, where that is a picture; else empty.
    /// inputIsMade: see WorkingPage::setWorking.
    void showWorking(const LensWorking& working, const LensLayer& layer, bool inputIsPicture,
                     const HostArray& sample, bool inputIsMade = false);
    /// What the sample is that is looked at; empty: the first one kept aside.
    void setSample(const QString& words);
    /// Why there is nothing to see.
    void showSentence(const QString& sentence);
    /// From a number on the way to the one that it was opened from, from the arithmetic to the layer, from
    /// the layer to the network.
    void back();
    void close();

    [[nodiscard]] OpenedLayerPage& page() { return *m_page; }
    [[nodiscard]] WorkingPage& working() { return *m_working; }
    [[nodiscard]] QString sentence() const;

signals:
    void depthChanged(protomind::OpenedLayer::Depth depth);
    /// Another channel is followed; -1: none.
    void followed(int channel);
    /// A number is to be worked out: see WorkingPage::wanted.
    void wanted(int stage, const std::vector<std::int64_t>& at);
    /// A number of another layer is to be worked out.
    void layerWanted(const QString& layer, int stage, const std::vector<std::int64_t>& at);
    /// The sample that comes so many later.
    void sampleStepWanted(int by);
    /// The first sample kept aside again.
    void firstSampleWanted();
    /// The numbers of the next step of training are wanted, or those that the network answers with.
    void trainingWanted(bool training);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setDepth(Depth depth);
    void openNumber(int stage, const std::vector<std::int64_t>& at);
    void openInput(std::size_t port, const std::vector<std::int64_t>& at);
    /// Notes the number that is shown, to come back to.
    void remember();
    void makeHead();
    void makeFoot();
    /// Of the size of what it lies over.
    void fit();
    void showHead();
    [[nodiscard]] QRect room() const;
    [[nodiscard]] QRect covered() const;

    std::vector<QWidget*> m_over;
    QFrame* m_frame;
    QWidget* m_content;
    QToolButton* m_back;
    QLabel* m_title;
    QComboBox* m_scale;
    QCheckBox* m_boost;
    QLabel* m_legend;
    QStackedWidget* m_pages;
    OpenedLayerPage* m_page;
    WorkingPage* m_working;
    QLabel* m_sentence;
    ElidedLabel* m_sample;
    QToolButton* m_firstSample;
    QCheckBox* m_training;
    QPropertyAnimation* m_growth;
    QPointer<QWidget> m_former; ///< had the keyboard before
    struct Number {
        QString layer;
        int stage = 0;
        std::vector<std::int64_t> at;
        QString name;
    };
    std::vector<Number> m_trail;   ///< that others were opened from
    std::vector<QString> m_inputs; ///< the layers that the shown one gets its numbers from
    Depth m_depth = Depth::Closed;
    QString m_name;
};

} // namespace protomind
