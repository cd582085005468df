// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/nn/field.h"
#include "studio/lens/lens_result.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace protomind {

class LensChartView;
class LensCodeView;
class LensPicturesView;
class LensPlaneView;
class LensTableView;

/// All that a lens found, below each other: its first sentence, pictures, planes and charts, what else it
/// says, code and tables. A newer result of the same lens is shown in the same views, so that what is chosen
/// stays chosen while a network trains. A layer of planes that was switched off stays so in every lens that
/// has one of that name.
class LensResultView final : public QWidget {
    Q_OBJECT
public:
    explicit LensResultView(QWidget* parent = nullptr);

    void setResult(LensResult result);
    [[nodiscard]] const LensResult& result() const { return m_result; }
    [[nodiscard]] LensPicturesView* pictures() const { return m_pictures; }
    [[nodiscard]] const std::vector<LensPlaneView*>& planes() const { return m_planes; }
    [[nodiscard]] const std::vector<LensChartView*>& charts() const { return m_charts; }
    [[nodiscard]] LensCodeView* codes() const { return m_codes; }
    [[nodiscard]] const std::vector<LensTableView*>& tables() const { return m_tables; }

signals:
    /// A cell was chosen that another lens, with these settings, shows what is behind of. title: "3 / 8".
    void cellChosen(const QString& lens, const protomind::Settings& settings, const QString& title);

    /// A bar was clicked: the setting of the lens that it stands for, and its value.
    void settingPicked(const QString& setting, const protomind::FieldValue& value);

private:
    void switchLayer(const QString& name, bool shown);
    void tellCell(const LensTableView* table, int row, int column);

    LensResult m_result;
    QVBoxLayout* m_column = nullptr;
    QLabel* m_headline = nullptr; ///< the first sentence
    QLabel* m_sentences = nullptr;
    LensPicturesView* m_pictures = nullptr;
    LensCodeView* m_codes = nullptr;
    QVBoxLayout* m_planeColumn = nullptr;
    QVBoxLayout* m_chartColumn = nullptr;
    QVBoxLayout* m_tableColumn = nullptr;
    std::vector<LensPlaneView*> m_planes;
    std::map<std::string, bool> m_layersShown; ///< that a person switched, by their names
    std::vector<LensChartView*> m_charts;
    std::vector<LensTableView*> m_tables;
};

} // namespace protomind
