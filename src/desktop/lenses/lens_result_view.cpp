// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lenses/lens_result_view.h"

#include "desktop/lenses/lens_chart_view.h"
#include "desktop/lenses/lens_code_view.h"
#include "desktop/lenses/lens_pictures_view.h"
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

} // namespace

LensResultView::LensResultView(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_sentences(new QLabel(this))
    , m_pictures(new LensPicturesView(this))
    , m_codes(new LensCodeView(this))
    , m_chartColumn(new QVBoxLayout)
    , m_tableColumn(new QVBoxLayout) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    m_sentences->setWordWrap(true);
    m_sentences->setTextFormat(Qt::PlainText);
    m_sentences->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(m_pictures);
    m_column->addWidget(m_sentences);
    m_column->addWidget(m_codes);
    m_codes->hide();
    m_column->addLayout(m_tableColumn);
    m_column->addLayout(m_chartColumn);
    m_column->addStretch();
}

void LensResultView::setResult(LensResult result) {
    m_result = std::move(result);
    QStringList sentences;
    for (const Sentence& sentence : m_result.sentences)
        sentences << worded(sentence);
    m_sentences->setText(sentences.join(QStringLiteral("\n")));
    m_sentences->setVisible(!sentences.isEmpty());
    m_pictures->setPictures(m_result.pictures, m_result.sideBySide);
    m_codes->setCodes(m_result.codes);
    m_codes->setVisible(!m_result.codes.empty());
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
