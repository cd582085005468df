// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/set_value.h"

#include <QCoreApplication>

#include <map>
#include <optional>
#include <set>

namespace protomind {

/// Renames a layer. The name must not be empty or that of another layer: see Network::freeName().
class RenameLayer final : public SetValue<std::string> {
    Q_DECLARE_TR_FUNCTIONS(protomind::RenameLayer)
public:
    RenameLayer(Document& document, LayerId layer, std::string name, Gesture gesture = 0);
    int id() const override { return int(CommandId::RenameLayer); }

private:
    std::string get() const override;
    void set(const std::string& name) override;
    bool hasTargetOf(const SetValue& other) const override;

    LayerId m_layer;
};

/// Sets a setting of a layer. Its default is kept as no setting at all.
class SetField final : public SetValue<std::optional<FieldValue>> {
    Q_DECLARE_TR_FUNCTIONS(protomind::SetField)
public:
    SetField(Document& document, LayerId layer, std::string field, FieldValue value, Gesture gesture = 0);
    int id() const override { return int(CommandId::SetField); }

private:
    std::optional<FieldValue> get() const override;
    void set(const std::optional<FieldValue>& value) override;
    bool hasTargetOf(const SetValue& other) const override;

    LayerId m_layer;
    std::string m_field;
};

/// Puts layers elsewhere on the canvas; a drag is one gesture.
class MoveLayers final : public SetValue<std::map<LayerId, Position>> {
    Q_DECLARE_TR_FUNCTIONS(protomind::MoveLayers)
public:
    MoveLayers(Document& document, std::map<LayerId, Position> positions, Gesture gesture = 0);
    MoveLayers(Document& document, std::map<LayerId, Position> positions, const QString& text);
    int id() const override { return int(CommandId::MoveLayers); }

private:
    std::map<LayerId, Position> get() const override;
    void set(const std::map<LayerId, Position>& positions) override;
    bool hasTargetOf(const SetValue& other) const override;

    std::set<LayerId> m_layers;
};

} // namespace protomind
