// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/commands/command_palette.h"

#include "desktop/app/commands/action_registry.h"
#include "desktop/app/commands/command_delegate.h"
#include "desktop/app/commands/command_list.h"
#include "desktop/app/preferences/preferences.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QMenuBar>
#include <QVBoxLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr int kRows = 12;
constexpr int kWidth = 640;
constexpr int kDistance = 24; ///< to the window's edges

} // namespace

CommandPalette::CommandPalette(QMainWindow& window, ActionRegistry& registry, Preferences& preferences)
    : QFrame(&window)
    , m_window(window)
    , m_preferences(preferences)
    , m_list(new CommandList(registry, this))
    , m_edit(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_help(new QLabel(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("All commands"));
    setFrameShape(QFrame::StyledPanel);
    setFrameShadow(QFrame::Raised);
    setLineWidth(2);
    setAutoFillBackground(true);
    m_edit->setObjectName(QStringLiteral("commandSearch"));
    m_edit->setPlaceholderText(tr("What do you want to do? Type a few letters"));
    m_edit->setAccessibleName(tr("Search for a command"));
    m_edit->setClearButtonEnabled(true);
    m_view->setObjectName(QStringLiteral("commandList"));
    m_view->setAccessibleName(tr("Commands"));
    m_view->setModel(m_list);
    m_view->setItemDelegate(new CommandDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_help->setObjectName(QStringLiteral("commandHelp"));
    m_help->setAccessibleName(tr("What the command does"));
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_edit);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_help);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_view, &QListView::clicked, this, &CommandPalette::choose);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::describe);
    m_edit->installEventFilter(this);
    m_window.installEventFilter(this);
    hide();
}

void CommandPalette::open() {
    if (isVisible()) {
        dismiss();
        return;
    }
    m_before = QApplication::focusWidget();
    m_list->open(m_preferences.recentCommands());
    m_edit->clear();
    search({});
    place();
    show();
    raise();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::dismiss() {
    if (!isVisible())
        return;
    const bool hadKeyboard = m_edit->hasFocus();
    hide();
    if (hadKeyboard && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::place() {
    const int row = std::max(1, m_view->sizeHintForRow(0));
    const int width =
        std::min(std::max(kWidth, fontMetrics().averageCharWidth() * 90), m_window.width() - 2 * kDistance);
    const int top = m_window.menuBar()->geometry().bottom() + 4;
    const int wanted =
        m_edit->sizeHint().height() + kRows * row + 2 * m_help->fontMetrics().lineSpacing() + 40;
    setGeometry((m_window.width() - width) / 2, top, width,
                std::min(wanted, m_window.height() - top - kDistance));
}

void CommandPalette::search(const QString& pattern) {
    m_list->setPattern(pattern);
    m_view->setCurrentIndex(m_list->index(0));
    m_view->scrollToTop();
    describe();
}

void CommandPalette::describe() {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid()) {
        m_help->setText(tr("Nothing is called that. Try fewer letters."));
        return;
    }
    const QString reason = index.data(CommandList::ObstacleRole).toString();
    m_help->setText(reason.isEmpty() ? index.data(CommandList::HelpRole).toString() : reason);
}

void CommandPalette::choose(const QModelIndex& index) {
    QPointer<QAction> action = m_list->action(index);
    if (!action)
        return;
    if (!action->isEnabled()) {
        // Stays open: the line says why not.
        m_view->setCurrentIndex(index);
        describe();
        return;
    }
    m_preferences.addRecentCommand(action->objectName());
    dismiss();
    action->trigger();
}

void CommandPalette::moveBy(int rows) {
    const int count = m_list->rowCount();
    if (count == 0)
        return;
    const int now = m_view->currentIndex().row();
    // A single step past the end comes back at the other one.
    const int next =
        std::abs(rows) == 1 ? (now + rows + count) % count : std::clamp(now + rows, 0, count - 1);
    m_view->setCurrentIndex(m_list->index(next));
}

bool CommandPalette::takeKey(int key) {
    switch (key) {
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_PageDown:
        moveBy(kRows - 1);
        return true;
    case Qt::Key_PageUp:
        moveBy(1 - kRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_view->currentIndex());
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_window && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_edit) {
        if (event->type() == QEvent::ShortcutOverride &&
            static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
            event->accept();
        if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent*>(event)->key()))
            return true;
        // Another window or the edit's own menu may come and go: only a place in this window ends the search.
        if (event->type() == QEvent::FocusOut) {
            const auto reason = static_cast<QFocusEvent*>(event)->reason();
            if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
                hide();
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace protomind
