// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/window/window_welcome.h"

#include "desktop/app/files/project_files.h"
#include "desktop/app/messages/message_strip.h"
#include "desktop/app/preferences/preferences.h"
#include "desktop/app/run/run_commands.h"
#include "desktop/app/welcome/template_card.h"
#include "desktop/app/welcome/template_dialog.h"
#include "desktop/app/welcome/welcome_page.h"
#include "desktop/app/window/window_editor.h"
#include "desktop/app/window/window_pages.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "studio/network/template.h"

#include <QImage>
#include <QUndoStack>

namespace protomind {

WindowWelcome::WindowWelcome(const Parts& parts, QWidget& window)
    : QObject(&window)
    , m_parts(parts)
    , m_window(window)
    , m_templatePictures(new TemplatePictures(&window))
    , m_recentPictures(RecentPictures::usualFolder())
    , m_page(new WelcomePage(*m_templatePictures, m_recentPictures, m_parts.preferences, &window)) {
    ProjectFiles& files = m_parts.files;
    connect(m_page, &WelcomePage::templateChosen, this,
            [this](const NetworkTemplate* chosen) { beginWith(*chosen); });
    connect(m_page, &WelcomePage::projectChosen, &files, &ProjectFiles::openPath);
    connect(m_page, &WelcomePage::emptyWanted, &files, &ProjectFiles::newEmpty);
    connect(m_page, &WelcomePage::openWanted, &files, &ProjectFiles::open);
    const auto leave = [this] { show(false); };
    connect(m_page, &WelcomePage::closed, this, leave);
    // Whatever begins elsewhere ends the welcome.
    connect(&files, &ProjectFiles::opened, this, leave);
    connect(&m_parts.document.undoStack(), &QUndoStack::indexChanged, this, leave);
    connect(&m_parts.run, &RunController::stateChanged, this, [this](RunState state) {
        if (state == RunState::Training)
            show(false);
    });
    connect(&files, &ProjectFiles::saved, this, &WindowWelcome::keepPicture);
}

void WindowWelcome::show(bool shown) {
    m_parts.pages.showWelcome(shown);
}

void WindowWelcome::chooseTemplate() {
    auto* dialog = new TemplateDialog(*m_templatePictures, &m_window);
    connect(dialog, &TemplateDialog::templateChosen, this,
            [this](const NetworkTemplate* chosen) { beginWith(*chosen); });
    dialog->open();
}

void WindowWelcome::beginWith(const NetworkTemplate& source) {
    show(false); // first, since the network is laid out for the room that the canvas has
    m_parts.files.newFromTemplate(source);
    // A newcomer's next step; who has files of their own knows it.
    if (m_parts.preferences.recentFiles().isEmpty() && !m_parts.run.isTraining())
        m_parts.messages.say(
            MessageStrip::Topic::FirstStep, MessageStrip::Kind::Information,
            tr("Now press Train and watch it learn. Anything here may be changed, also while it learns."),
            {tr("Train"), [this] { m_parts.commands.trainOrPause(); }});
}

void WindowWelcome::keepPicture() {
    m_recentPictures.keep(m_parts.files.path(), m_parts.editor.picture({240, 192}));
    m_recentPictures.forgetOthers(m_parts.preferences.recentFiles());
}

} // namespace protomind
