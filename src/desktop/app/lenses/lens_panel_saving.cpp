// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lenses/lens_panel.h"
#include "desktop/document/shown_sample.h"
#include "desktop/lenses/lens_result_view.h"
#include "desktop/words/worded.h"
#include "studio/lens/lens_code_text.h"
#include "studio/lens/lens_csv.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>

namespace protomind {

void LensPanel::showMade() {
    if (m_shown != nullptr && m_result && !m_result->made.values.empty())
        m_shown->show(m_result->made, tr("Made by the lens %1").arg(worded(m_lens->title)));
}

void LensPanel::copy() {
    auto* content = new QMimeData;
    content->setImageData(m_view->grab().toImage());
    if (m_result)
        content->setText(
            QString::fromStdString(m_result->codes.empty() ? csvOf(*m_result) : codeTextOf(*m_result)));
    QGuiApplication::clipboard()->setMimeData(content);
}

void LensPanel::savePicture() {
    const QString path = m_askForFile
                             ? m_askForFile(QString::fromStdString(m_lens->name) + QStringLiteral(".png"),
                                            tr("PNG picture (*.png)"))
                             : QString();
    const auto paint = [this](QPainter& painter) {
        m_view->render(&painter, QPoint(), QRegion(), QWidget::DrawChildren);
    };
    if (!path.isEmpty() && !writePng(path, m_view->size(), palette().color(QPalette::Window), paint))
        emit saveFailed(tr("“%1” could not be written. Choose another place.").arg(path));
}

void LensPanel::saveValues() {
    saveText(QStringLiteral(".csv"), tr("Table of values (*.csv)"), m_result ? csvOf(*m_result) : "");
}

void LensPanel::saveCode() {
    saveText(QStringLiteral(".txt"), tr("Text (*.txt)"), m_result ? codeTextOf(*m_result) : "");
}

void LensPanel::saveText(const QString& ending, const QString& kind, const std::string& text) {
    const QString path =
        m_askForFile ? m_askForFile(QString::fromStdString(m_lens->name) + ending, kind) : QString();
    if (!path.isEmpty() && !writeText(path, QString::fromStdString(text)))
        emit saveFailed(tr("“%1” could not be written. Choose another place.").arg(path));
}

} // namespace protomind
