// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown, copied and saved.
#include "desktop/app/lenses/lens_panel.h"
#include "desktop/document/shown_sample.h"
#include "desktop/lenses/lens_result_view.h"
#include "desktop/words/worded.h"
#include "studio/lens/lens_code_text.h"
#include "studio/lens/lens_csv.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

namespace protomind {

void LensPanel::makeMenu() {
    m_menu = new QToolButton(this);
    m_menu->setObjectName(QStringLiteral("lensMenu"));
    m_menu->setText(QStringLiteral("⋯"));
    m_menu->setAutoRaise(true);
    m_menu->setToolTip(tr("Copy or save what is shown"));
    m_menu->setAccessibleName(tr("Copy or save what is shown"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_menu);
    connect(menu->addAction(tr("Copy picture")), &QAction::triggered, this, &LensPanel::copy);
    connect(menu->addAction(tr("Save as PNG…")), &QAction::triggered, this, &LensPanel::savePicture);
    connect(menu->addAction(tr("Save values as CSV…")), &QAction::triggered, this, &LensPanel::saveValues);
    m_saveCode = menu->addAction(tr("Save code as text…"));
    connect(m_saveCode, &QAction::triggered, this, &LensPanel::saveCode);
    menu->addSeparator();
    m_showMade = menu->addAction(tr("Look at it everywhere"));
    m_showMade->setObjectName(QStringLiteral("lensShowMade"));
    m_showMade->setToolTip(tr("The cards and the other lenses show the sample that was made here"));
    connect(m_showMade, &QAction::triggered, this, &LensPanel::showMade);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        m_saveCode->setVisible(m_result && !m_result->codes.empty());
        m_showMade->setVisible(m_shown != nullptr && m_result && !m_result->made.values.empty());
    });
    m_menu->setMenu(menu);
}

void LensPanel::showMade() {
    if (m_shown == nullptr || !m_result || m_result->made.values.empty())
        return;
    m_shownToo->setChecked(true);
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
