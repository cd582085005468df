// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "desktop/document/commands/command_id.h"
#include "desktop/lessons/line_fit/line_fit_scene.h"
#include "engine/nn/layer_variable.h"

#include <nlohmann/json_fwd.hpp>

#include <map>

namespace protomind {

class Document;
struct Layer;
class LiveStateSource;
class RunController;

inline constexpr const char* kLineFitKind = "line-fit";

/// The scene of a line through points, joined to the window's own network, data and run: its m and b are the
/// weights of a Dense layer with one unit over one input, its points are the data, and training moves it.
class LineFitPage : public LineFitScene {
    Q_OBJECT
public:
    LineFitPage(Document& document, RunController& run, QWidget* parent = nullptr);

    void setSource(LiveStateSource& source);
    void setData(const LoadedDataPtr& loaded);
    /// Of a page of a lesson: "squares", "landscape", "path", "arrows", each true or false.
    void begin(const nlohmann::json& options);
    void end() { m_active = false; }

private:
    void followWeights();
    void keepPoints(const std::vector<FitPoint>& points, SceneGesture gesture);
    void keepWeights(double m, double b, SceneGesture gesture);
    /// The layer that draws the line, and its variables; a null layer where the network is another one.
    struct LineLayer {
        const Layer* layer = nullptr;
        LayerVariable kernel;
        LayerVariable bias;
    };
    [[nodiscard]] LineLayer lineLayer() const;
    [[nodiscard]] Gesture gestureOf(SceneGesture gesture);

    Document& m_document;
    RunController& m_run;
    LiveStateSource* m_source = nullptr;
    LoadedDataPtr m_data;
    bool m_active = false;
    std::string m_written; ///< data that was written here last
    std::pair<SceneGesture, Gesture> m_gesture{};
    std::pair<double, double> m_line{}; ///< m and b as they were shown last
    std::int64_t m_steps = -1;          ///< steps done then
};

} // namespace protomind
