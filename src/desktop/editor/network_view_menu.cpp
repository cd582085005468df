// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/document/document.h"
#include "desktop/editor/editor_actions.h"
#include "desktop/editor/live/picture_item.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_scene.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/palette/layer_finder.h"
#include "desktop/editor/selection.h"
#include "desktop/editor/tools/tool.h"
#include "desktop/words/worded.h"

#include <QContextMenuEvent>
#include <QMenu>

// The part of the canvas that offers what may come next: the box for a layer's name, and the menu of what is
// under the pointer.
namespace protomind {

void NetworkView::findLayer(const QString& text) {
    if (!isVisible()) {
        emit findingElsewhere();
        return;
    }
    if (const std::optional<LayerId> after = m_selection.singleLayer()) {
        ensureVisible(m_scene->layerItem(*after)->sceneBody(), 48, 48);
        const QRectF card = m_scene->layerItem(*after)->sceneBody();
        return openFinder(mapFromScene(card.topRight()) + QPoint(16, 0), text, std::nullopt);
    }
    if (const std::optional<WireId> wire = m_selection.singleWire())
        return openFinder(mapFromScene(m_scene->wireItem(*wire)->geometry().labelAt) + QPoint(0, 16), text,
                          std::nullopt);
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const bool inside = viewport()->rect().contains(pointer);
    openFinder(inside ? pointer : viewport()->rect().center(), text, std::nullopt);
}

void NetworkView::openFinder(const QPoint& beside, const QString& text, std::optional<QPointF> place) {
    m_finderPlace = place;
    m_finder->open(beside, text, purposeOfFinder());
}

QString NetworkView::purposeOfFinder() const {
    const auto name = [this](LayerId layer) {
        return QString::fromStdString(m_document.network().layer(layer)->name);
    };
    if (m_finderPlace || m_document.network().layers().empty())
        return tr("Enter puts it here.");
    if (const std::optional<LayerId> after = m_selection.singleLayer())
        return tr("Enter puts it behind %1.").arg(name(*after));
    if (const std::optional<WireId> wire = m_selection.singleWire())
        return tr("Enter puts it between %1 and %2.")
            .arg(name(m_document.network().wire(*wire)->from), name(m_document.network().wire(*wire)->to));
    return m_document.analysis().output
               ? tr("Enter puts it behind %1.").arg(name(m_document.analysis().output))
               : tr("Enter puts it below the others.");
}

void NetworkView::addFound(const QString& type) {
    const QSizeF card = m_scene->usualCard();
    if (m_finderPlace)
        m_editing->addLayer(type.toStdString(), *m_finderPlace - QPointF(card.width(), card.height()) / 2,
                            true);
    else
        addLayer(type);
}

void NetworkView::contextMenuEvent(QContextMenuEvent* event) {
    m_tool->cancel();
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    QPoint point = event->pos();
    if (const std::optional<LayerId> layer = m_selection.singleLayer(); byKey && layer)
        point = mapFromScene(m_scene->layerItem(*layer)->sceneBody().center());
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("canvasMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const char* name) { menu->addAction(m_actions->action(QLatin1String(name))); };
    if (m_selection.isEmpty()) {
        const QPointF place = mapToScene(point);
        menu->addAction(tr("Add Layer &Here…"), this, [this, point, place] { openFinder(point, {}, place); });
        menu->addSeparator();
        for (const char* name : {"edit.paste", "edit.selectAll"})
            add(name);
        menu->addSeparator();
        for (const char* name : {"edit.arrange", "edit.arrangeAll", "view.fit"})
            add(name);
        menu->addSeparator();
        for (const char* name : {"drawing.copy", "drawing.save"})
            add(name);
    } else {
        addFixes(*menu);
        if (const std::optional<LayerId> layer = m_selection.singleLayer()) {
            menu->addAction(tr("&Look Inside"), this, [this, id = *layer] { emit openRequested(id); });
            menu->addAction(tr("&Settings"), this, [this, id = *layer] { emit editRequested(id); });
        }
        add("edit.addLayer");
        menu->addSeparator();
        for (const char* name : {"edit.cut", "edit.copy", "edit.duplicate", "edit.delete"})
            add(name);
        if (m_selection.layers().size() > 1) {
            add("edit.connect");
            QMenu* alignment = menu->addMenu(tr("A&lign"));
            for (QAction* action : m_actions->alignActions())
                alignment->addAction(action);
        }
        const std::optional<LayerId> layer = m_selection.singleLayer();
        if (const PictureItem* picture = layer ? m_scene->layerItem(*layer)->picture() : nullptr;
            picture != nullptr && picture->hasPicture()) {
            menu->addSeparator();
            for (const char* name : {"go.picture", "picture.copy", "picture.save"})
                add(name);
        }
    }
    menu->popup(viewport()->mapToGlobal(point));
    event->accept();
}

/// Ways out of what is wrong with what is selected come first.
void NetworkView::addFixes(QMenu& menu) {
    bool any = false;
    for (const NetworkProblem& problem : m_document.analysis().problems) {
        const bool mine = (problem.layer && m_selection.singleLayer() == problem.layer) ||
                          (problem.wire && m_selection.singleWire() == problem.wire);
        if (!mine)
            continue;
        for (const Fix& fix : problem.fixes) {
            QAction* action = menu.addAction(worded(fix.label));
            action->setToolTip(worded(problem.sentence));
            connect(action, &QAction::triggered, this, [this, fix] { m_editing->apply(fix); });
            any = true;
        }
    }
    if (any)
        menu.addSeparator();
}

} // namespace protomind
