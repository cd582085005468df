// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/editor/tools/wire_drag.h"

#include "desktop/document/commands/structure_commands.h"
#include "desktop/document/document.h"
#include "desktop/editor/network_editing.h"
#include "desktop/editor/network_view.h"
#include "desktop/editor/wire_preview.h"
#include "desktop/words/worded.h"
#include "studio/network/connection.h"

namespace protomind {

WireDrag::WireDrag(const Canvas& canvas, const PortRef& start)
    : m_canvas(canvas)
    , m_start(start)
    , m_base(canvas.document.network()) {
    if (start.output)
        return;
    // The newest wire of the port, for one that takes several.
    for (const Wire& wire : m_base.wiresInto(start.layer)) {
        if (wire.port == start.index)
            m_taken = wire;
    }
    if (!m_taken)
        return;
    m_base.removeWire(m_taken->id);
    m_start = {m_taken->from, true, 0};
}

void WireDrag::move(const Pointer& pointer) {
    m_moved = true;
    if (m_taken)
        m_canvas.scene.setLifted(m_taken->id);
    const std::optional<PortRef> end = otherEndAt(pointer.scene);
    if (end != m_end || !end) {
        m_end = end;
        m_aim = end ? aimAt(*end) : Aim{};
        if (!end && m_taken)
            m_aim.sentence = tr("Let go here to remove the wire");
    }
    show(pointer.scene, end, m_aim);
}

void WireDrag::finish(const Pointer& pointer) {
    if (m_moved)
        move(pointer);
    clear();
    if (!m_moved)
        return;
    QUndoStack& history = m_canvas.document.undoStack();
    if (!m_end) {
        if (m_taken)
            history.push(new RemoveParts(m_canvas.document, {}, {m_taken->id}));
        return;
    }
    if (!m_aim.accepted)
        emit m_canvas.view.said(m_aim.sentence);
    else if (m_taken)
        history.push(new RewireWire(m_canvas.document, m_taken->id, m_aim.to, m_aim.port));
    else
        m_canvas.editing.connectLayers(m_aim.from, m_aim.to, m_aim.port);
}

void WireDrag::cancel() {
    clear();
}

std::optional<PortRef> WireDrag::otherEndAt(const QPointF& point) const {
    const Hit hit = m_canvas.scene.hitAt(point);
    const auto* port = std::get_if<PortRef>(&hit);
    const auto* card = std::get_if<LayerId>(&hit);
    if (port == nullptr && card == nullptr)
        return std::nullopt;
    if (port != nullptr && port->output != m_start.output)
        return *port;
    const LayerId layer = port != nullptr ? port->layer : *card;
    // On the card that it comes from, the wire is still on its way.
    if (layer == m_start.layer && port != nullptr)
        return std::nullopt;
    return m_start.output ? PortRef{layer, false, freePort(layer)} : PortRef{layer, true, 0};
}

int WireDrag::freePort(LayerId layer) const {
    const int ports = m_canvas.scene.layerItem(layer)->content().inputs;
    std::set<int> taken;
    for (const Wire& wire : m_base.wiresInto(layer))
        taken.insert(wire.port);
    for (int port = 0; port < ports; ++port) {
        if (!taken.contains(port))
            return port;
    }
    return 0;
}

WireDrag::Aim WireDrag::aimAt(const PortRef& end) const {
    Aim aim;
    aim.from = m_start.output ? m_start.layer : end.layer;
    aim.to = m_start.output ? end.layer : m_start.layer;
    aim.port = m_start.output ? end.index : m_start.index;
    const Result<void> allowed = checkConnection(m_base, aim.from, aim.to, aim.port);
    aim.accepted = allowed.has_value();
    if (!allowed) {
        aim.sentence = wordedWithoutPlace(allowed.error());
        aim.tone = PointerHint::Tone::Bad;
        return aim;
    }
    const auto name = [this](LayerId layer) { return QString::fromStdString(m_base.layer(layer)->name); };
    aim.sentence = tr("Connect %1 to %2").arg(name(aim.from), name(aim.to));
    aim.tone = PointerHint::Tone::Good;
    warnOfMismatch(aim);
    return aim;
}

/// A wire that may be drawn can still carry a shape that the layer can't take: better said before than after.
void WireDrag::warnOfMismatch(Aim& aim) const {
    Network tried = m_base;
    const WireId wire = tried.nextWireId();
    tried.add(Wire{wire, aim.from, aim.to, aim.port});
    for (const NetworkProblem& problem : analyse(tried).problems) {
        if (problem.layer != aim.to || problem.kind != NetworkProblemKind::ShapeMismatch)
            continue;
        aim.sentence = tr("Possible, but: %1").arg(worded(problem.sentence));
        aim.tone = PointerHint::Tone::Warning;
        return;
    }
}

void WireDrag::show(const QPointF& point, const std::optional<PortRef>& end, const Aim& aim) {
    NetworkScene& scene = m_canvas.scene;
    const QPointF fixed = scene.layerItem(m_start.layer)->scenePort(m_start);
    const bool held = end && aim.accepted;
    const QPointF loose = held ? scene.layerItem(end->layer)->scenePort(*end) : point;
    const auto verdict = !end           ? WirePreview::Verdict::Open
                         : aim.accepted ? WirePreview::Verdict::Accepted
                                        : WirePreview::Verdict::Refused;
    scene.preview().setEnds(m_start.output ? fixed : loose, m_start.output ? loose : fixed, verdict);
    scene.setTarget(end ? end->layer : LayerId{}, !end           ? CardState::Target::None
                                                  : aim.accepted ? CardState::Target::Accepting
                                                                 : CardState::Target::Refusing);
    scene.hint().say(point, aim.sentence, aim.tone);
    scene.hover(end && aim.accepted ? Hit(*end) : Hit());
}

void WireDrag::clear() {
    m_canvas.scene.preview().setVisible(false);
    m_canvas.scene.hint().silence();
    m_canvas.scene.setTarget({}, CardState::Target::None);
    m_canvas.scene.setLifted(std::nullopt);
    m_canvas.scene.hover({});
}

} // namespace protomind
