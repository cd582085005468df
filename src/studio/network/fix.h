// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/sentence.h"
#include "studio/network/network.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace protomind {

/// A way out that the program offers: one undoable step.
struct Fix {
    /// Puts a new layer on a wire.
    struct InsertLayer {
        WireId wire;
        std::string type;
        Settings settings;
    };
    /// Puts a new layer beside others: a wire comes from one and goes into another, where these are not null.
    struct AddLayer {
        std::string type;
        Settings settings;
        LayerId from;
        LayerId to;
    };
    /// Takes a layer out; where it had a single input, what followed it is wired to what came before.
    struct RemoveLayer {
        LayerId layer;
    };
    struct AddWire {
        LayerId from;
        LayerId to;
        int port = 0;
    };
    struct RemoveWire {
        WireId wire;
    };
    struct SetField {
        LayerId layer;
        std::string field;
        FieldValue value;
    };
    /// Back to the default; for a field that is not known, away with it.
    struct ClearField {
        LayerId layer;
        std::string field;
    };
    struct RenameLayer {
        LayerId layer;
        std::string name;
    };

    /// Sets one of trainingFields(); the network stays as it is.
    struct SetTraining {
        std::string field;
        FieldValue value;
    };

    Sentence label; ///< "Insert Flatten"
    std::variant<InsertLayer, AddLayer, RemoveLayer, AddWire, RemoveWire, SetField, ClearField, RenameLayer,
                 SetTraining>
        action;
};

/// The smallest changes of a network: what a command does and, with the opposite edit, undoes.
struct AddLayerEdit {
    Layer layer;
};
/// The layer has no wires left when this comes.
struct RemoveLayerEdit {
    LayerId layer;
};
struct AddWireEdit {
    Wire wire;
};
struct RemoveWireEdit {
    WireId wire;
};
struct SetFieldEdit {
    LayerId layer;
    std::string field;
    std::optional<FieldValue> value; ///< none: the field has its default
};
struct RenameLayerEdit {
    LayerId layer;
    std::string name;
};
struct MoveLayerEdit {
    LayerId layer;
    Position position;
};
using NetworkEdit = std::variant<AddLayerEdit, RemoveLayerEdit, AddWireEdit, RemoveWireEdit, SetFieldEdit,
                                 RenameLayerEdit, MoveLayerEdit>;

/// What a fix comes to, in order. Empty where what it names is no longer there.
[[nodiscard]] std::vector<NetworkEdit> fixEdits(const Network& network, const Fix& fix);

void applyEdit(Network& network, const NetworkEdit& edit);
/// The edit that takes another back; made from the network as it is before that other edit.
[[nodiscard]] NetworkEdit oppositeEdit(const Network& before, const NetworkEdit& edit);
[[nodiscard]] Network applyFix(Network network, const Fix& fix);

} // namespace protomind
