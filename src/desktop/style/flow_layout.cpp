// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/style/flow_layout.h"

#include <QWidget>

#include <algorithm>

namespace protomind {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent) {
    setSpacing(8);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
}

int FlowLayout::count() const {
    return static_cast<int>(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[static_cast<std::size_t>(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const {
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::sizeHint() const {
    int width = 0;
    int height = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        width += (width > 0 ? spacing() : 0) + item->sizeHint().width();
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return QSize(width, height).grownBy(margins);
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const auto& item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

int FlowLayout::arrange(const QRect& rect, bool move) const {
    const QRect room = rect.marginsRemoved(contentsMargins());
    struct Row {
        std::vector<QLayoutItem*> items;
        int width = 0;
        int height = 0;
    };
    std::vector<Row> rows;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (rows.empty() || rows.back().width + spacing() + size.width() > room.width())
            rows.emplace_back();
        Row& row = rows.back();
        row.width += (row.items.empty() ? 0 : spacing()) + size.width();
        row.height = std::max(row.height, size.height());
        row.items.push_back(item.get());
    }
    int y = room.top();
    for (const Row& row : rows) {
        int x = room.left();
        for (QLayoutItem* item : row.items) {
            const QSize size = item->sizeHint().boundedTo({std::max(1, room.width()), row.height});
            if (move)
                item->setGeometry(QRect(QPoint(x, y + (row.height - size.height()) / 2), size));
            x += size.width() + spacing();
        }
        y += row.height + spacing() / 2;
    }
    const int below = rows.empty() ? 0 : spacing() / 2;
    return y - below - rect.top() + contentsMargins().bottom();
}

} // namespace protomind
