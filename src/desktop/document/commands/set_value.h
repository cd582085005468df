// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/document/commands/document_command.h"

#include <utility>

namespace protomind {

/// Sets one value of the experiment; undo swaps it back. Steps of one gesture on the same target merge into
/// one, and none is left where the value ends up where it began.
template<class Value>
class SetValue : public DocumentCommand {
public:
    bool mergeWith(const QUndoCommand* other) final {
        const auto* next = dynamic_cast<const SetValue*>(other);
        if (next == nullptr || !next->continues(*this) || next->isSeparate())
            return false;
        setText(next->text());
        setObsolete(m_value == get());
        return true;
    }

protected:
    SetValue(Document& document, const QString& text, Value value, Gesture gesture, WeightEffect effect)
        : DocumentCommand(document, text, effect)
        , m_value(std::move(value))
        , m_gesture(gesture) {}

    [[nodiscard]] virtual Value get() const = 0;
    /// Changes the experiment and tells of it.
    virtual void set(const Value& value) = 0;
    /// Whether another command of the same class sets the same thing.
    [[nodiscard]] virtual bool hasTargetOf(const SetValue& other) const = 0;

private:
    void apply() final {
        exchange();
        if (m_value == get())
            setObsolete(true);
    }
    void revert() final { exchange(); }
    bool continues(const DocumentCommand& last) const final {
        const auto* before = dynamic_cast<const SetValue*>(&last);
        return before != nullptr && before->m_gesture == m_gesture && before->hasTargetOf(*this);
    }

    void exchange() {
        Value before = get();
        set(m_value);
        m_value = std::move(before);
    }

    Value m_value; ///< what the next redo or undo sets
    Gesture m_gesture;
};

} // namespace protomind
