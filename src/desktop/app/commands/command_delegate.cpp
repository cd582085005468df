// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/commands/command_delegate.h"

#include "desktop/app/commands/command_list.h"
#include "desktop/style/paint_guard.h"

#include <QIcon>
#include <QPainter>

namespace protomind {

namespace {

constexpr int kRowMargin = 8;
constexpr int kRowGap = 16; ///< between the name and its menu

int iconSize(const QStyleOptionViewItem& option) {
    return option.fontMetrics.height();
}

/// Draws a text with some letters set off; returns where it ends.
int drawSetOff(QPainter& painter, const QFont& font, QRect room, const QString& text,
               const QList<int>& positions) {
    QFont bold = font;
    bold.setBold(true);
    for (qsizetype at = 0; at < text.size() && room.width() > 0;) {
        const bool off = positions.contains(static_cast<int>(at));
        qsizetype end = at + 1;
        while (end < text.size() && positions.contains(static_cast<int>(end)) == off)
            ++end;
        painter.setFont(off ? bold : font);
        const QString part = text.mid(at, end - at);
        const QFontMetrics metrics(painter.font());
        painter.drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(part, Qt::ElideRight, room.width()));
        room.setLeft(room.left() + metrics.horizontalAdvance(part));
        at = end;
    }
    painter.setFont(font);
    return room.left();
}

} // namespace

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {200, option.fontMetrics.height() + 10};
}

void CommandDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    paintGuarded(*painter, [&] {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QPalette& colours = option.palette;
        if (selected)
            painter->fillRect(option.rect, colours.highlight());
        const QString reason = index.data(CommandList::ObstacleRole).toString();
        const QColor text = colours.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QColor faint = colours.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText);

        QRect room = option.rect.adjusted(kRowMargin, 0, -kRowMargin, 0);
        const int size = iconSize(option);
        const QRect place(room.left(), room.center().y() - size / 2, size, size);
        const QVariant check = index.data(Qt::CheckStateRole);
        if (check.isValid() && check.toInt() == Qt::Checked)
            painter->drawText(place, Qt::AlignCenter, QStringLiteral("✓"));
        else if (const auto icon = index.data(Qt::DecorationRole).value<QIcon>(); !icon.isNull() && !selected)
            icon.paint(painter, place, Qt::AlignCenter, reason.isEmpty() ? QIcon::Normal : QIcon::Disabled);
        room.setLeft(place.right() + kRowMargin);

        // Keys first: they are never cut.
        const QString keys = index.data(CommandList::KeysRole).toString();
        painter->setPen(faint);
        painter->setFont(option.font);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, keys);
        if (!keys.isEmpty())
            room.setRight(room.right() - option.fontMetrics.horizontalAdvance(keys) - 2 * kRowMargin);

        painter->setPen(reason.isEmpty() ? text : faint);
        room.setLeft(drawSetOff(*painter, option.font, room, index.data(Qt::DisplayRole).toString(),
                                index.data(CommandList::MatchRole).value<QList<int>>()) +
                     kRowGap);
        painter->setPen(faint);
        const QString aside = reason.isEmpty() ? index.data(CommandList::GroupRole).toString() : reason;
        QFont slanted = option.font;
        slanted.setItalic(!reason.isEmpty());
        painter->setFont(slanted);
        painter->drawText(room, Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(slanted).elidedText(aside, Qt::ElideRight, room.width()));
    });
}

} // namespace protomind
