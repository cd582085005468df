// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/files/project_files.h"
#include "desktop/app/lessons/learner_records.h"
#include "desktop/app/lessons/lesson_shelf.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/welcome/welcome_page.h"
#include "desktop/app/window/main_window.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/editor/network_editor.h"
#include "desktop/editor/network_view.h"
#include "studio/network/template.h"

#include <QAction>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>

#include "ui_main_window.h"

/// The window's welcome page, and what it begins.
namespace protomind {

void MainWindow::makeWelcome() {
    m_welcome = new WelcomePage(*m_pictures, m_recentPictures, m_parts.preferences, this);
    connect(m_welcome, &WelcomePage::templateChosen, this,
            [this](const NetworkTemplate* chosen) { beginWith(*chosen); });
    connect(m_welcome, &WelcomePage::projectChosen, m_files, &ProjectFiles::openPath);
    connect(m_welcome, &WelcomePage::emptyWanted, m_files, &ProjectFiles::newEmpty);
    connect(m_welcome, &WelcomePage::openWanted, m_files, &ProjectFiles::open);
    connect(m_welcome, &WelcomePage::closed, this, [this] { showWelcome(false); });
    // Whatever begins elsewhere ends the welcome.
    connect(m_files, &ProjectFiles::opened, this, [this] { showWelcome(false); });
    connect(&m_parts.document.undoStack(), &QUndoStack::indexChanged, this, [this] { showWelcome(false); });
    connect(m_files, &ProjectFiles::saved, this, &MainWindow::keepPicture);
}

void MainWindow::showWelcome(bool shown) {
    m_ui->actionWelcome->setChecked(shown);
    m_ui->actionLessons->setChecked(false);
    if (shown == (m_pages->currentWidget() == m_welcome))
        return;
    m_pages->setCurrentWidget(shown ? static_cast<QWidget*>(m_welcome) : m_withLesson);
    if (shown)
        m_welcome->setLessons(m_records->entries(m_shelf->lessons()));
    else
        m_editor->focusShown();
}

void MainWindow::beginWith(const NetworkTemplate& source) {
    showWelcome(false); // first, since the network is laid out for the room that the canvas has
    m_files->newFromTemplate(source);
    // A newcomer's next step; who has files of their own knows it.
    if (m_parts.preferences.recentFiles().isEmpty() && !m_parts.run.isTraining())
        m_messages->say(
            MessageStrip::Topic::FirstStep, MessageStrip::Kind::Information,
            tr("Now press Train and watch it learn. Anything here may be changed, also while it learns."),
            {tr("Train"), [this] { trainOrPause(); }});
}

void MainWindow::keepPicture() {
    constexpr QSize kSize(240, 192);
    QImage picture(kSize * 2, QImage::Format_RGB32);
    picture.setDevicePixelRatio(2);
    picture.fill(palette().color(QPalette::Base));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    m_canvas->scene()->render(&painter, QRectF(QPointF(), kSize), m_canvas->scene()->itemsBoundingRect());
    painter.end();
    m_recentPictures.keep(m_files->path(), picture);
    m_recentPictures.forgetOthers(m_parts.preferences.recentFiles());
}

} // namespace protomind
