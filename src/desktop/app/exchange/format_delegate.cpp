// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/format_delegate.h"

#include "desktop/style/paint_guard.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace protomind {

namespace {

constexpr int kAround = 6;
constexpr int kTextFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

QFont titleFont(const QStyleOptionViewItem& option) {
    QFont font = option.font;
    font.setBold(true);
    return font;
}

} // namespace

QSize FormatDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view == nullptr ? option.rect.width() : view->viewport()->width();
    const QString text = index.data().toString();
    const QRect room(0, 0, width - 2 * kAround, 10'000);
    const int title = QFontMetrics(titleFont(option)).lineSpacing();
    const int below =
        option.fontMetrics.boundingRect(room, kTextFlags, text.section(QLatin1Char('\n'), 1)).height();
    return {width, title + below + 2 * kAround};
}

void FormatDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    paintGuarded(*painter, [&] {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        const QStyle* style = option.widget == nullptr ? QApplication::style() : option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool enabled = option.state.testFlag(QStyle::State_Enabled);
        painter->setPen(option.palette.color(enabled ? QPalette::Normal : QPalette::Disabled,
                                             selected ? QPalette::HighlightedText : QPalette::Text));
        const QString text = index.data().toString();
        QRect room = option.rect.adjusted(kAround, kAround, -kAround, -kAround);
        painter->setFont(titleFont(option));
        painter->drawText(room, kTextFlags, text.section(QLatin1Char('\n'), 0, 0));
        room.setTop(room.top() + painter->fontMetrics().lineSpacing());
        painter->setFont(option.font);
        painter->drawText(room, kTextFlags, text.section(QLatin1Char('\n'), 1));
    });
}

} // namespace protomind
