// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/exchange/keras/config_reader.h"
#include "studio/exchange/keras/keras_node.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace protomind {

/// One of our layers to be, made of a Keras layer (or of a part of one).
struct Draft {
    std::string type; ///< ours; empty: Keras has something that is none of ours by itself
    Settings settings{};
    std::string name;                          ///< the Keras layer's
    std::string wanted{};                      ///< what it is to be called
    std::vector<std::size_t> inputs{};         ///< earlier drafts
    std::vector<Shape> inputShapes{};          ///< of a sample
    Shape output{};                            ///< of a sample
    std::map<std::string, HostArray> values{}; ///< by our variables' names; empty where the file has none
    bool trainable = true;
    nlohmann::json beside = nlohmann::json::object(); ///< what our writer says beside Keras' own
    bool gone = false;                                ///< another draft does what it did
    /// Of a Rescaling, which is none of ours: x * scale + offset.
    double scale = 1;
    double offset = 0;
};

/// Reads Keras layers into drafts.
class DraftMaker {
public:
    explicit DraftMaker(const KerasWeightLookup& weights)
        : m_weights(weights) {}

    /// Adds what a layer becomes; all that it reads was added before.
    [[nodiscard]] Result<void> add(const KerasNode& node);
    [[nodiscard]] const std::vector<FormatNote>& notes() const { return m_notes; }
    [[nodiscard]] std::vector<Draft> take() { return std::move(m_drafts); }
    /// The draft that gives what a Keras layer gives.
    [[nodiscard]] std::optional<std::size_t> endOf(const std::string& kerasName) const;

private:
    friend class NodeReading;

    const KerasWeightLookup& m_weights;
    std::vector<Draft> m_drafts;
    std::map<std::string, std::size_t> m_ends;
    std::vector<FormatNote> m_notes;
    std::int64_t m_numbers = 0;
};

/// A Keras layer that is being read, for the functions that know one class each.
class NodeReading {
public:
    NodeReading(DraftMaker& maker, const KerasNode& node, std::vector<std::size_t> inputs);

    [[nodiscard]] const KerasNode& node() const { return m_node; }
    [[nodiscard]] ConfigReader& config() { return m_config; }
    [[nodiscard]] const Shape& input() const { return m_shapes.front(); }
    [[nodiscard]] const std::vector<Shape>& inputs() const { return m_shapes; }

    /// Appends one of our layers behind what came before; its settings are checked, and its output worked
    /// out. Null where something is wrong, which is kept.
    Draft* append(const std::string& type, Settings settings);
    /// Something that is none of our layers, unless a fold makes one of it.
    Draft* appendForeign(const Shape& output);
    /// An activation of its own, where the layer's can't be said in its settings.
    void appendActivation(const std::string& function, const std::string& parameter, double value);

    /// Numbers of the present layer as Keras has them; none where the file has none, or something is wrong.
    [[nodiscard]] std::optional<HostArray> weight(const std::string& name, const std::string& path,
                                                  const Shape& shape);
    /// The same, kept as our variable of that name, in another shape of as many numbers.
    void weight(Draft* draft, const std::string& variable, const std::string& name, const std::string& path,
                const Shape& shape, const Shape& ours);

    /// For a layer that is given the same thing several times over.
    void readFirstAlone();
    void note(FormatNote note) { m_maker.m_notes.push_back(std::move(note)); }
    void fail(Sentence why) { m_config.fail(std::move(why)); }
    [[nodiscard]] bool sound() const { return !m_config.problem(); }
    [[nodiscard]] Result<std::size_t> end() const;

private:
    [[nodiscard]] bool countNumbers(const Shape& shape);

    DraftMaker& m_maker;
    const KerasNode& m_node;
    ConfigReader m_config;
    std::vector<std::size_t> m_inputs; ///< of what comes next
    std::vector<Shape> m_shapes;
    int m_appended = 0;
};

/// How a class of Keras layers is read.
struct KerasClass {
    std::string_view name;
    void (*read)(NodeReading& reading);
};
/// Null where it is not known.
[[nodiscard]] const KerasClass* kerasClass(std::string_view name);

// What the table is made of: a file each.
[[nodiscard]] std::span<const KerasClass> denseClasses();
[[nodiscard]] std::span<const KerasClass> sequenceClasses();
[[nodiscard]] std::span<const KerasClass> shapeClasses();
[[nodiscard]] std::span<const KerasClass> elementwiseClasses();

/// Drafts that belong together, as our own writer has taken them apart, become one. For each draft the one
/// that gives now what it gave.
[[nodiscard]] std::vector<std::size_t> foldDrafts(std::vector<Draft>& drafts);

} // namespace protomind
