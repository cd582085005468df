// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/columns_control.h"

#include "engine/data/csv_source.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace protomind {

namespace {
/// More don't fit into a menu; their names can be typed.
constexpr qsizetype kMenuColumns = 60;
} // namespace

ColumnsControl::ColumnsControl(QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_menu(new QToolButton(this)) {
    m_line->setPlaceholderText(tr("none"));
    m_menu->setObjectName(QStringLiteral("chooseColumns"));
    m_menu->setText(QStringLiteral("…"));
    m_menu->setAccessibleName(tr("Choose columns to leave out"));
    m_menu->setToolTip(m_menu->accessibleName());
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(new QMenu(m_menu));
    m_menu->setEnabled(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_menu);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (m_line->text() == m_text)
            return;
        m_text = m_line->text();
        emit edited(m_text);
    });
    connect(m_menu->menu(), &QMenu::aboutToShow, this, &ColumnsControl::fillMenu);
}

void ColumnsControl::setColumns(const QStringList& names) {
    m_columns = names;
    m_menu->setEnabled(!names.isEmpty());
}

void ColumnsControl::setText(const QString& text) {
    m_text = text;
    if (m_line->text() != text)
        m_line->setText(text);
}

void ColumnsControl::fillMenu() {
    const std::vector<std::string> chosen = columnNamesIn(m_text.toStdString());
    m_menu->menu()->clear();
    for (const QString& name : m_columns.first(std::min(m_columns.size(), kMenuColumns))) {
        QString label = name;
        QAction* action = m_menu->menu()->addAction(label.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(std::ranges::find(chosen, name.toStdString()) != chosen.end());
        connect(action, &QAction::toggled, this, [this, name](bool on) { toggle(name, on); });
    }
}

void ColumnsControl::toggle(const QString& name, bool chosen) {
    std::vector<std::string> names = columnNamesIn(m_text.toStdString());
    std::erase(names, name.toStdString());
    if (chosen)
        names.push_back(name.toStdString());
    setText(QString::fromStdString(columnNamesText(names)));
    emit edited(m_text);
}

} // namespace protomind
