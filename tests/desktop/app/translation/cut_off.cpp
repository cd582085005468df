// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/translation/cut_off.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>

namespace protomind {

namespace {

/// Fonts are measured in fractions of pixels, widgets in whole ones.
constexpr int kSlack = 2;

class Inspection {
public:
    explicit Inspection(QWidget& window) {
        look(window);
        for (QWidget* widget : window.findChildren<QWidget*>())
            if (widget->isVisibleTo(&window) && widget->window() == &window)
                look(*widget);
    }
    QStringList found;

private:
    void report(const QWidget& widget, const QString& text, QSize needed) {
        found << QStringLiteral("%1 %2 “%3” needs %4×%5, has %6×%7")
                     .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(),
                          text.left(60))
                     .arg(needed.width())
                     .arg(needed.height())
                     .arg(widget.width())
                     .arg(widget.height());
    }
    void need(const QWidget& widget, const QString& text, QSize needed) {
        if (needed.width() > widget.width() + kSlack || needed.height() > widget.height() + kSlack)
            report(widget, text, needed);
    }

    void look(QWidget& widget) {
        if (widget.size().isEmpty())
            return;
        if (auto* label = qobject_cast<QLabel*>(&widget))
            lookAtLabel(*label);
        else if (qobject_cast<QPushButton*>(&widget) || qobject_cast<QCheckBox*>(&widget) ||
                 qobject_cast<QRadioButton*>(&widget))
            lookAtButton(*static_cast<QAbstractButton*>(&widget));
        else if (auto* tool = qobject_cast<QToolButton*>(&widget)) {
            if (tool->toolButtonStyle() != Qt::ToolButtonIconOnly && !tool->text().isEmpty() &&
                (tool->icon().isNull() || tool->toolButtonStyle() != Qt::ToolButtonIconOnly))
                need(*tool, tool->text(), tool->minimumSizeHint());
        } else if (auto* combo = qobject_cast<QComboBox*>(&widget))
            lookAtCombo(*combo);
        else if (auto* tabs = qobject_cast<QTabBar*>(&widget))
            lookAtTabs(*tabs);
        else if (auto* group = qobject_cast<QGroupBox*>(&widget))
            need(*group, group->title(), QSize(group->fontMetrics().horizontalAdvance(group->title()), 0));
        else if (auto* edit = qobject_cast<QLineEdit*>(&widget))
            lookAtEdit(*edit);
        else if (auto* header = qobject_cast<QHeaderView*>(&widget))
            lookAtHeader(*header);
        else if (auto* list = qobject_cast<QListView*>(&widget))
            lookAtList(*list);
        else if (auto* area = qobject_cast<QScrollArea*>(&widget))
            lookAtArea(*area);
        else if (widget.sizePolicy().hasHeightForWidth() && widget.heightForWidth(widget.width()) > 0)
            need(widget, widget.accessibleName(), QSize(0, widget.heightForWidth(widget.width())));
    }
    void lookAtLabel(const QLabel& label) {
        if (label.text().isEmpty())
            return;
        // One that scrolls its text or cuts it with dots and a tooltip says so by its policy.
        const bool saysItself =
            label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored && !label.toolTip().isEmpty();
        if (saysItself)
            return;
        if (label.wordWrap())
            need(label, label.text(), QSize(0, label.heightForWidth(label.width())));
        else
            need(label, label.text(), label.minimumSizeHint());
    }
    void lookAtButton(const QAbstractButton& button) {
        if (!button.text().isEmpty())
            need(button, button.text(),
                 QSize(button.minimumSizeHint().width(), button.fontMetrics().height()));
    }
    void lookAtCombo(const QComboBox& combo) {
        const int arrow = combo.style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, &combo);
        need(combo, combo.currentText(),
             QSize(combo.fontMetrics().horizontalAdvance(combo.currentText()) + arrow,
                   combo.fontMetrics().height()));
    }
    void lookAtTabs(const QTabBar& tabs) {
        for (int i = 0; i < tabs.count(); ++i) {
            const QRect rect = tabs.tabRect(i);
            const int needed =
                tabs.fontMetrics().horizontalAdvance(QString(tabs.tabText(i)).remove(QLatin1Char('&')));
            if (!rect.isEmpty() && (needed > rect.width() || rect.right() > tabs.width() + kSlack))
                report(tabs, tabs.tabText(i), QSize(rect.right(), rect.height()));
        }
    }
    void lookAtEdit(const QLineEdit& edit) {
        if (edit.text().isEmpty() && !edit.placeholderText().isEmpty())
            need(edit, edit.placeholderText(),
                 QSize(edit.fontMetrics().horizontalAdvance(edit.placeholderText()) + 8,
                       edit.fontMetrics().height()));
    }
    void lookAtHeader(const QHeaderView& header) {
        for (int i = 0; i < header.count(); ++i)
            if (!header.isSectionHidden(i) && header.sectionSizeHint(i) > header.sectionSize(i) + kSlack &&
                header.orientation() == Qt::Horizontal)
                report(header, header.model()->headerData(i, Qt::Horizontal).toString(),
                       QSize(header.sectionSizeHint(i), 0));
    }
    /// Under a picture names are broken between words; a word alone has to fit. Beside one all of it has to.
    void lookAtList(const QListView& list) {
        if (list.model() == nullptr || list.horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            return;
        const bool icons = list.viewMode() == QListView::IconMode;
        if (!icons && list.wordWrap())
            return;
        static const QRegularExpression gaps(QStringLiteral("(?<=-)| "));
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const QModelIndex index = list.model()->index(row, 0);
            const QString text = index.data().toString();
            for (const QString& word : icons ? text.split(gaps) : QStringList{text}) {
                const int needed =
                    list.fontMetrics().horizontalAdvance(word) + (icons ? 0 : list.iconSize().width());
                const int room = icons ? list.gridSize().width() : list.viewport()->width();
                if (needed > room)
                    report(list, text, QSize(needed, 0));
            }
        }
    }
    void lookAtArea(const QScrollArea& area) {
        if (area.widget() != nullptr && area.widgetResizable() &&
            area.widget()->minimumSizeHint().width() > area.viewport()->width() + kSlack)
            report(area, QStringLiteral("(scrolls sideways)"), area.widget()->minimumSizeHint());
    }
};

} // namespace

QStringList cutOffIn(QWidget& window) {
    return Inspection(window).found;
}

} // namespace protomind
