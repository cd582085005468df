// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lenses/other_network_chooser.h"

#include "desktop/app/dialogs/dialogs.h"
#include "desktop/words/worded.h"
#include "studio/project/project_file.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

namespace protomind {

namespace {

Result<std::shared_ptr<const OtherNetwork>> readOther(const QString& path) {
    auto content = readProject(std::filesystem::path(path.toStdU16String()));
    if (!content)
        return std::unexpected(content.error());
    if (!content->checkpoint)
        return fail(ProblemKind::Input, "This project has not been trained.");
    return std::make_shared<const OtherNetwork>(
        OtherNetwork{.name = QFileInfo(path).completeBaseName().toStdString(),
                     .experiment = std::move(content->experiment),
                     .checkpoint = std::move(content->checkpoint)});
}

} // namespace

OtherNetworkChooser::OtherNetworkChooser(Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_dialogs(dialogs)
    , m_button(new QToolButton(this)) {
    m_button->setObjectName(QStringLiteral("lensOther"));
    m_button->setAccessibleName(tr("The other network"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_button);
    row->addStretch(1);
    setFocusProxy(m_button);
    connect(m_button, &QToolButton::clicked, this, &OtherNetworkChooser::choose);
    showState();
}

void OtherNetworkChooser::choose() {
    const QString path =
        m_dialogs.openFile(window(), tr("Choose another trained project"), tr("Projects (*.protomind)"));
    if (path.isEmpty())
        return;
    m_wanted = path;
    m_reading = true;
    showState();
    const auto tell = [this, path](const Result<std::shared_ptr<const OtherNetwork>>& read) {
        QMetaObject::invokeMethod(
            this, [this, path, read] { take(path, read); }, Qt::QueuedConnection);
    };
    m_thread.run([path, tell] { tell(readOther(path)); },
                 [tell](const Problem& problem) { tell(std::unexpected(problem)); });
}

void OtherNetworkChooser::take(const QString& path, const Result<std::shared_ptr<const OtherNetwork>>& read) {
    if (path != m_wanted)
        return; // another one was chosen meanwhile
    m_reading = false;
    if (read) {
        m_network = *read;
        m_path = path;
    }
    showState();
    if (read)
        emit changed();
    else
        emit failed(wordedWithoutPlace(read.error()));
}

void OtherNetworkChooser::showState() {
    m_button->setText(m_reading ? tr("Reading…") : m_network ? QFileInfo(m_path).fileName() : tr("Choose…"));
    m_button->setToolTip(
        m_network ? m_path : tr("Another project with trained weights: it is read, and left as it is"));
}

} // namespace protomind
