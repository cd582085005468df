// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/exchange/obstacle_list.h"

#include "desktop/words/worded.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace protomind {

ObstacleList::ObstacleList(QWidget* parent)
    : ScrollColumn(parent) {
    setAccessibleName(tr("What stands in the way"));
}

void ObstacleList::show(const std::vector<Obstacle>& obstacles) {
    auto* rows = new QWidget(this);
    auto* layout = new QVBoxLayout(rows);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const Obstacle& obstacle : obstacles) {
        const QString layer = QString::fromStdString(obstacle.layer);
        QString text = QStringLiteral("✗ ");
        if (!layer.isEmpty())
            text += layer + QStringLiteral(": ");
        auto* reason = new QLabel(text + wordedWithoutPlace(obstacle.problem), rows);
        reason->setTextFormat(Qt::PlainText);
        reason->setWordWrap(true);
        layout->addWidget(reason);
        if (layer.isEmpty())
            continue;
        auto* button = new QPushButton(tr("Show “%1” on the canvas").arg(layer), rows);
        button->setObjectName(QStringLiteral("showObstacle"));
        connect(button, &QPushButton::clicked, this, [this, layer] { emit layerWanted(layer); });
        layout->addWidget(button, 0, Qt::AlignLeft);
    }
    layout->addStretch(1);
    setWidget(rows);
}

} // namespace protomind
