// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_result_view.h"

#include "desktop/lenses/lens_chart_view.h"
#include "desktop/lenses/lens_code_view.h"
#include "desktop/lenses/lens_pictures_view.h"
#include "desktop/lenses/lens_plane_view.h"
#include "desktop/lenses/lens_table_view.h"
#include "desktop/words/worded.h"

#include <QLabel>
#include <QStringList>
#include <QVBoxLayout>

namespace protomind {

namespace {

/// As many views as are wanted: those that are there stay.
template<class View, class Make>
void resizeViews(std::vector<View*>& views, std::size_t count, const Make& make) {
    while (views.size() > count) {
        views.back()->hide();
        views.back()->deleteLater();
        views.pop_back();
    }
    while (views.size() < count)
        views.push_back(make());
}

QLabel* wrappedLabel(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

LensResultView::LensResultView(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_headline(wrappedLabel(this))
    , m_sentences(wrappedLabel(this))
    , m_pictures(new LensPicturesView(this))
    , m_codes(new LensCodeView(this))
    , m_planeColumn(new QVBoxLayout)
    , m_chartColumn(new QVBoxLayout)
    , m_tableColumn(new QVBoxLayout) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    m_column->addWidget(m_headline);
    m_column->addWidget(m_pictures);
    m_column->addLayout(m_planeColumn);
    m_column->addLayout(m_chartColumn);
    m_column->addWidget(m_sentences);
    m_column->addWidget(m_codes);
    m_codes->hide();
    m_column->addLayout(m_tableColumn);
    m_column->addStretch();
    connect(m_pictures, &LensPicturesView::placePicked, this, [this](int picture, QPointF place) {
        const LensPicture& pressed = m_pictures->pictures()[static_cast<std::size_t>(picture)];
        emit settingPicked(QString::fromStdString(pressed.xSetting), place.x());
        emit settingPicked(QString::fromStdString(pressed.ySetting), place.y());
    });
}

void LensResultView::setResult(LensResult result) {
    m_result = std::move(result);
    QStringList sentences;
    for (const Sentence& sentence : m_result.sentences)
        sentences << worded(sentence);
    m_headline->setVisible(!sentences.isEmpty());
    m_headline->setText(sentences.isEmpty() ? QString() : sentences.takeFirst());
    m_sentences->setText(sentences.join(QStringLiteral("\n")));
    m_sentences->setVisible(!sentences.isEmpty());
    m_pictures->setPictures(m_result.pictures, m_result.sideBySide);
    m_codes->setCodes(m_result.codes);
    m_codes->setVisible(!m_result.codes.empty());
    resizeViews(m_planes, m_result.planes.size(), [this] {
        auto* view = new LensPlaneView(this);
        m_planeColumn->addWidget(view);
        connect(view, &LensPlaneView::layerSwitched, this, &LensResultView::switchLayer);
        return view;
    });
    for (std::size_t i = 0; i < m_planes.size(); ++i)
        m_planes[i]->setPlane(m_result.planes[i], m_layersShown);
    resizeViews(m_charts, m_result.charts.size(), [this] {
        auto* view = new LensChartView(this);
        m_chartColumn->addWidget(view);
        connect(view, &LensChartView::barPicked, this, [this, view](int bar) {
            emit settingPicked(QString::fromStdString(view->chart().pickSetting), std::int64_t{bar});
        });
        return view;
    });
    for (std::size_t i = 0; i < m_charts.size(); ++i)
        m_charts[i]->setChart(m_result.charts[i]);
    resizeViews(m_tables, m_result.tables.size(), [this] {
        auto* view = new LensTableView(this);
        m_tableColumn->addWidget(view);
        connect(view, &LensTableView::cellChosen, this,
                [this, view](int row, int column) { tellCell(view, row, column); });
        return view;
    });
    for (std::size_t i = 0; i < m_tables.size(); ++i)
        m_tables[i]->setTable(m_result.tables[i]);
}

void LensResultView::switchLayer(const QString& name, bool shown) {
    m_layersShown[name.toStdString()] = shown;
    for (LensPlaneView* view : m_planes)
        view->setSwitches(m_layersShown);
}

void LensResultView::tellCell(const LensTableView* table, int row, int column) {
    const LensTable& shown = table->table();
    const LensCell* const cell = table->chosenCell();
    if (cell == nullptr || shown.cellLens.empty())
        return;
    const Settings settings{{shown.rowSetting, std::int64_t{row}},
                            {shown.columnSetting, std::int64_t{column}}};
    emit cellChosen(
        QString::fromStdString(shown.cellLens), settings,
        QStringLiteral("%1 / %2").arg(QString::fromStdString(shown.rows[static_cast<std::size_t>(row)]),
                                      worded(shown.columns[static_cast<std::size_t>(column)])));
}

} // namespace protomind
