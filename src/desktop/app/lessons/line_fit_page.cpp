// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/line_fit_page.h"

#include "desktop/app/lessons/live_state_source.h"
#include "desktop/document/commands/experiment_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/words/worded.h"
#include "engine/data/pairs.h"
#include "studio/network/layer_variables.h"

#include <nlohmann/json.hpp>

namespace protomind {

namespace {

std::expected<ReadPoints, std::vector<PointsProblem>> parsed(const QString& text) {
    const auto table = pairsFromCsv(text.toStdString());
    if (!table)
        return std::unexpected(std::vector{PointsProblem{0, worded(table.error())}});
    ReadPoints read{.points = {}, .headingsLine = int(table->headings.line)};
    for (const NumberPair& pair : table->pairs)
        read.points.push_back({double(pair[0]), double(pair[1])});
    return read;
}

} // namespace

LineFitPage::LineFitPage(Document& document, RunController& run, QWidget* parent)
    : LineFitScene(parent)
    , m_document(document)
    , m_run(run) {
    setParsePoints(parsed);
    connect(this, &LineFitScene::pointsEdited, this, &LineFitPage::keepPoints);
    connect(this, &LineFitScene::weightsEdited, this, &LineFitPage::keepWeights);
}

void LineFitPage::setSource(LiveStateSource& source) {
    m_source = &source;
    connect(&source, &LiveStateSource::weightsChanged, this, &LineFitPage::followWeights);
}

void LineFitPage::setData(const LoadedDataPtr& loaded) {
    m_data = loaded;
    if (!m_active || !loaded || loaded->kind != DataPictureKind::Line)
        return;
    // What was drawn here comes back: while more is drawn already, it is old.
    if (!m_written.empty() && loaded->text != m_written && m_document.experiment().data == m_written)
        return;
    std::vector<FitPoint> points;
    for (std::int64_t i = 0; i < loaded->training.count(); ++i)
        points.push_back({double(loaded->training.sample(i)[0]), double(loaded->training.target(i)[0])});
    setPoints(points);
}

void LineFitPage::begin(const nlohmann::json& options) {
    m_active = true;
    const auto isOn = [&](const char* name, bool usual) {
        const auto found = options.find(name);
        return found != options.end() && found->is_boolean() ? found->get<bool>() : usual;
    };
    const LineFitOptions usual;
    setOptions({.squares = isOn("squares", usual.squares),
                .landscape = isOn("landscape", usual.landscape),
                .path = isOn("path", usual.path),
                .arrow = isOn("arrows", usual.arrow)});
    m_written.clear();
    m_steps = -1;
    if (m_data)
        setData(m_data);
    followWeights();
    clearPath();
}

LineFitPage::LineLayer LineFitPage::lineLayer() const {
    const Analysis& analysis = m_document.analysis();
    const Layer* layer = m_document.network().layer(analysis.output);
    const auto facts = analysis.layers.find(analysis.output);
    if (!layer || facts == analysis.layers.end())
        return {};
    const std::vector<LayerVariable> all = layerVariables(*layer, facts->second.inputShapes);
    const LayerVariable* kernel = findVariable(all, VariableRole::Kernel);
    const LayerVariable* bias = findVariable(all, VariableRole::Bias);
    const bool fits = all.size() == 2 && kernel && bias && kernel->shape() == Shape{1, 1};
    return fits ? LineLayer{layer, *kernel, *bias} : LineLayer();
}

void LineFitPage::followWeights() {
    if (!m_active || !m_source)
        return;
    const LineLayer line = lineLayer();
    if (!line.layer)
        return;
    const auto& weights = m_source->weights();
    const auto kernel = weights.find(line.kernel.nameIn(line.layer->name));
    const auto bias = weights.find(line.bias.nameIn(line.layer->name));
    if (kernel == weights.end() || bias == weights.end() || kernel->second.size() != 1 ||
        bias->second.size() != 1)
        return;
    const std::int64_t steps = m_run.stepsDone();
    if (steps < m_steps || m_steps < 0)
        clearPath();
    const bool trained = steps > m_steps && m_steps >= 0;
    m_steps = steps;
    m_line = {double(kernel->second[0]), double(bias->second[0])};
    setWeights(m_line.first, m_line.second, trained);
    if (steps == 0)
        clearPath();
}

Gesture LineFitPage::gestureOf(SceneGesture gesture) {
    if (m_gesture.first != gesture)
        m_gesture = {gesture, newGesture()};
    return m_gesture.second;
}

void LineFitPage::keepPoints(const std::vector<FitPoint>& points, SceneGesture gesture) {
    std::vector<NumberPair> pairs;
    for (const FitPoint& point : points)
        pairs.push_back({static_cast<float>(point.x), static_cast<float>(point.y)});
    m_written = pairsText(pairs);
    m_document.undoStack().push(
        new SetDataText(m_document, m_written, gestureOf(gesture), tr("Move points")));
}

void LineFitPage::keepWeights(double m, double b, SceneGesture gesture) {
    const LineLayer line = lineLayer();
    if (!line.layer || m_line == std::pair{m, b})
        return;
    m_document.undoStack().push(
        new MoveWeights(m_document, line.layer->id,
                        {{.weight = line.kernel.name, .index = 0, .before = m_line.first, .after = m},
                         {.weight = line.bias.name, .index = 0, .before = m_line.second, .after = b}},
                        gestureOf(gesture)));
    m_line = {m, b};
}

} // namespace protomind
