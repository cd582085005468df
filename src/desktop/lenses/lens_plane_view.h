// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "studio/lens/lens_plane.h"

#include <QWidget>

#include <map>
#include <set>
#include <vector>

class QBoxLayout;
class QCheckBox;

namespace protomind {

class FlowLayout;
class LensPlaneCanvas;

/// Which layers a person has switched on or off, by their names; of others the lens decides.
using PlaneSwitches = std::map<std::string, bool>;

/// A plane of a lens with a switch for each of its layers, which tells what the marks mean as well: below the
/// plane, or beside it where there is room. A newer plane with the same layers leaves the switches as they
/// are.
class LensPlaneView final : public QWidget {
    Q_OBJECT
public:
    explicit LensPlaneView(QWidget* parent = nullptr);

    /// Whether all of it fits into the widget, the switches beside the plane, in the place of the widget
    /// being as high as its width asks for.
    void setFitting(bool fitting);
    void setPlane(LensPlane plane, const PlaneSwitches& switches = {});
    /// The same plane.
    void setSwitches(const PlaneSwitches& switches);
    [[nodiscard]] LensPlaneCanvas* canvas() const { return m_canvas; }
    /// One a layer, in their order.
    [[nodiscard]] const std::vector<QCheckBox*>& switches() const { return m_switches; }

signals:
    /// A person switched a layer.
    void layerSwitched(const QString& name, bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeSwitches(std::size_t count);
    void nameSwitch(QCheckBox* box, const PlaneLayer& layer) const;
    void paintSwitches();
    void arrange();
    [[nodiscard]] std::set<std::string> hidden() const;

    bool m_fitting = false;
    PlaneSwitches m_chosen;
    QBoxLayout* m_row = nullptr;
    LensPlaneCanvas* m_canvas = nullptr;
    QWidget* m_legend = nullptr;
    FlowLayout* m_flow = nullptr;
    std::vector<QCheckBox*> m_switches;
};

} // namespace protomind
