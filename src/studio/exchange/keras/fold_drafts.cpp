// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/activation.h"
#include "engine/nn/layers/window.h"
#include "studio/exchange/keras/draft.h"
#include "studio/exchange/keras/keras_layer.h"
#include "studio/exchange/keras/keras_names.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace protomind {

namespace {

using Sizes = std::vector<std::int64_t>;

const FieldValue& settingOf(const Draft& draft, const std::string& name) {
    return valueOf(findLayerType(draft.type)->fields, draft.settings, name);
}

template<class Value>
bool isSet(const Draft& draft, const std::string& name, const Value& value) {
    const FieldValue& found = settingOf(draft, name);
    return std::holds_alternative<Value>(found) && std::get<Value>(found) == value;
}

/// Drafts with who reads whom, so that neighbours can be taken together.
class Folder {
public:
    explicit Folder(std::vector<Draft>& drafts);

    void foldAll();
    [[nodiscard]] std::vector<std::size_t> takeStandsFor() { return std::move(m_standsFor); }

private:
    /// The draft that plays a part before or behind a main one and does nothing else; null where there is
    /// none.
    Draft* before(std::size_t main, std::string_view part);
    Draft* behind(std::size_t main, std::string_view part);
    void takeBefore(std::size_t main);
    void takeBehind(std::size_t main);
    [[nodiscard]] bool plays(const Draft& draft, const Draft& main, std::string_view part) const;

    void foldStride(std::size_t main);
    void foldActivation(std::size_t main);
    void foldPad(std::size_t main);
    void foldNoise(std::size_t main);
    void foldSampling(std::size_t main);
    void foldPosition(std::size_t main);
    void recogniseWaves(Draft& draft) const;

    std::vector<Draft>& m_drafts;
    std::vector<std::vector<std::size_t>> m_readers;
    std::vector<std::size_t> m_standsFor;
};

Folder::Folder(std::vector<Draft>& drafts)
    : m_drafts(drafts)
    , m_readers(drafts.size())
    , m_standsFor(drafts.size()) {
    std::iota(m_standsFor.begin(), m_standsFor.end(), std::size_t{0});
    for (std::size_t i = 0; i < drafts.size(); ++i)
        for (const std::size_t input : drafts[i].inputs)
            m_readers[input].push_back(i);
}

bool Folder::plays(const Draft& draft, const Draft& main, std::string_view part) const {
    return !draft.gone && draft.name == main.name + "." + std::string(part) && draft.inputs.size() == 1;
}

Draft* Folder::before(std::size_t main, std::string_view part) {
    if (m_drafts[main].inputs.size() != 1)
        return nullptr;
    const std::size_t input = m_drafts[main].inputs.front();
    const bool fits = m_readers[input].size() == 1 && plays(m_drafts[input], m_drafts[main], part);
    return fits ? &m_drafts[input] : nullptr;
}

Draft* Folder::behind(std::size_t main, std::string_view part) {
    if (m_readers[main].size() != 1)
        return nullptr;
    Draft& reader = m_drafts[m_readers[main].front()];
    return plays(reader, m_drafts[main], part) ? &reader : nullptr;
}

void Folder::takeBefore(std::size_t main) {
    const std::size_t taken = m_drafts[main].inputs.front();
    m_drafts[taken].gone = true;
    m_drafts[main].inputs = m_drafts[taken].inputs;
    m_drafts[main].inputShapes = m_drafts[taken].inputShapes;
    for (const std::size_t input : m_drafts[taken].inputs)
        std::ranges::replace(m_readers[input], taken, main);
}

void Folder::takeBehind(std::size_t main) {
    const std::size_t taken = m_readers[main].front();
    m_drafts[taken].gone = true;
    m_drafts[main].output = m_drafts[taken].output;
    m_readers[main] = m_readers[taken];
    m_standsFor[taken] = main;
    for (const std::size_t reader : m_readers[main])
        std::ranges::replace(m_drafts[reader].inputs, taken, main);
}

/// A dilated convolution whose places were picked from afterwards, and padded before by what its stride asks.
void Folder::foldStride(std::size_t main) {
    Draft& draft = m_drafts[main];
    const Draft* pool = behind(main, "stride");
    if (pool == nullptr || pool->type != "max_pool" || !isSet(*pool, "window", Sizes{1, 1}) ||
        !isSet(draft, "stride", Sizes{1, 1}) || !isSet(draft, "padding", std::string("valid")))
        return;
    const Draft* pad = before(main, "pad");
    const FieldValue stride = settingOf(*pool, "stride");
    if (pad != nullptr) {
        const Window window{.noun = "kernel",
                            .size = pairOf(std::get<Sizes>(settingOf(draft, "kernel"))),
                            .stride = pairOf(std::get<Sizes>(stride)),
                            .dilation = pairOf(std::get<Sizes>(settingOf(draft, "dilation"))),
                            .same = true};
        const Shape& image = pad->inputShapes.front();
        const WindowPadding padding = paddingOf(window, image[0], image[1]);
        const Sizes sides{padding.before[0], padding.after[0], padding.before[1], padding.after[1]};
        if (pad->type != "pad" || !isSet(*pad, "sides", sides) || !isSet(*pad, "value", 0.0))
            return;
        draft.settings["padding"] = std::string("same");
        takeBefore(main);
    }
    draft.settings["stride"] = stride;
    takeBehind(main);
}

void Folder::foldActivation(std::size_t main) {
    Draft& draft = m_drafts[main];
    const Field* field = findField(findLayerType(draft.type)->fields, FieldRole::Activation);
    const Draft* activation = behind(main, "activation");
    if (field == nullptr || activation == nullptr || activation->type != "activation" ||
        !isSet(draft, field->name, std::string("linear")))
        return;
    const double slope = findActivation("leaky_relu")->defaultParameter;
    if (!isSet(*activation, "function", std::string("leaky_relu")) || !isSet(*activation, "slope", slope))
        return;
    draft.settings[field->name] = std::string("leaky_relu");
    takeBehind(main);
}

void Folder::foldPad(std::size_t main) {
    const Draft* lower = before(main, "lower");
    const Draft* raise = behind(main, "raise");
    if (lower == nullptr || raise == nullptr || !lower->type.empty() || !raise->type.empty() ||
        lower->scale != 1 || raise->scale != 1 || lower->offset != -raise->offset)
        return;
    const Field* field = findField(findLayerType("pad")->fields, FieldRole::FillValue);
    if (!checkField(*field, raise->offset))
        return;
    m_drafts[main].settings[field->name] = raise->offset;
    takeBefore(main);
    takeBehind(main);
}

void Folder::foldNoise(std::size_t main) {
    Draft& draft = m_drafts[main];
    const Draft* lower = before(main, "lower");
    const Draft* raise = behind(main, "raise");
    if (lower == nullptr || raise == nullptr || !lower->type.empty() || !raise->type.empty() ||
        lower->offset != 0 || raise->offset != 0 || lower->scale * raise->scale != 1)
        return;
    const Field* field = findField(findLayerType("noise")->fields, FieldRole::Deviation);
    const double deviation = std::get<double>(settingOf(draft, field->name)) * raise->scale;
    if (!checkField(*field, deviation))
        return;
    draft.settings[field->name] = deviation;
    takeBefore(main);
    takeBehind(main);
}

/// The first half of a list, as pairs of which the second are cut off.
void Folder::foldSampling(std::size_t main) {
    Draft& draft = m_drafts[main];
    const Draft* pairs = before(main, "pairs");
    const Draft* means = behind(main, "means");
    if (pairs == nullptr || means == nullptr || pairs->type != "reshape" || means->type != "flatten" ||
        pairs->inputShapes.front().rank() != 1 || pairs->output.rank() != 3 || pairs->output[0] != 2 ||
        pairs->output[2] != 1 || !isSet(draft, "sides", Sizes{0, 1, 0, 0}))
        return;
    draft.type = "gaussian_sampling";
    draft.settings.clear();
    const auto pull = draft.beside.find("pull");
    const auto& fields = findLayerType(draft.type)->fields;
    if (pull != draft.beside.end() && pull->is_number())
        if (const FieldValue value = pull->get<double>(); checkField(fields.front(), value))
            draft.settings[fields.front().name] = value;
    takeBefore(main);
    takeBehind(main);
}

bool areOnes(const std::vector<float>& values) {
    return std::ranges::all_of(values, [](float value) { return value == 1; });
}

/// A table that is added to a sequence, as a depthwise convolution over a single pixel.
void Folder::foldPosition(std::size_t main) {
    Draft& draft = m_drafts[main];
    const Draft* row = before(main, "row");
    const Draft* steps = behind(main, "steps");
    if (row == nullptr || steps == nullptr || row->type != "reshape" || steps->type != "reshape")
        return;
    const Shape sequence = row->inputShapes.front();
    const bool adds = isSet(draft, "kernel", Sizes{1, 1}) && isSet(draft, "multiplier", std::int64_t{1}) &&
                      isSet(draft, "activation", std::string("linear")) && isSet(draft, "use_bias", true) &&
                      draft.output == Shape{1, 1, sequence.elementCount()};
    const auto kernel = draft.values.find("kernel");
    if (!adds || sequence.rank() != 2 || steps->output != sequence ||
        (kernel != draft.values.end() && !areOnes(kernel->second.values)))
        return;
    draft.type = "position";
    draft.settings = {{"kind", std::string("learned")}};
    std::map<std::string, HostArray> values;
    if (const auto bias = draft.values.find("bias"); bias != draft.values.end())
        values.emplace("positions", HostArray(sequence, bias->second.values));
    draft.values = std::move(values);
    takeBefore(main);
    takeBehind(main);
}

/// Positions that training leaves alone are sines and cosines where their numbers are.
void Folder::recogniseWaves(Draft& draft) const {
    constexpr float kNear = 1e-6f;
    if (draft.trainable)
        return;
    const HostArray waves = wavePositions(draft.output[0], draft.output[1]);
    if (const auto found = draft.values.find("positions"); found != draft.values.end())
        for (std::size_t i = 0; i < waves.values.size(); ++i)
            if (!(std::abs(found->second.values[i] - waves.values[i]) <= kNear))
                return;
    draft.settings["kind"] = std::string("waves");
    draft.values.clear();
}

void Folder::foldAll() {
    for (std::size_t main = 0; main < m_drafts.size(); ++main) {
        Draft& draft = m_drafts[main];
        if (draft.gone || draft.type.empty() || baseOfKerasName(draft.name) != draft.name)
            continue;
        if (draft.type == "convolution" || draft.type == "depthwise_convolution")
            foldStride(main);
        if (draft.type == "depthwise_convolution")
            foldPosition(main);
        if (draft.type == "position")
            recogniseWaves(draft);
        if (draft.type == "pad")
            foldPad(main);
        if (draft.type == "noise")
            foldNoise(main);
        if (draft.type == "crop")
            foldSampling(main);
        foldActivation(main);
    }
}

} // namespace

std::vector<std::size_t> foldDrafts(std::vector<Draft>& drafts) {
    Folder folder(drafts);
    folder.foldAll();
    return folder.takeStandsFor();
}

} // namespace protomind
