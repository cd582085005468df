// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/charts/curve_history.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace protomind {

void CurveHistory::append(CurvePoint point) {
    if (!std::isfinite(point.x) || !std::isfinite(point.y))
        return;
    if (!m_points.empty() && point.x < m_points.back().x)
        return;
    if (m_points.empty() || point.y < m_lowest.y)
        m_lowest = point;
    if (m_points.empty() || point.y > m_highest.y)
        m_highest = point;
    if (m_points.size() == kMostPoints)
        m_points = decimate(m_points, m_points.front().x, m_points.back().x, kMostPoints / 4);
    m_points.push_back(point);
}

void CurveHistory::cutAfter(double x) {
    const std::vector<CurvePoint> points = std::exchange(m_points, {});
    for (const CurvePoint& point : points)
        if (point.x <= x)
            append(point);
}

const CurvePoint* CurveHistory::nearest(double x) const {
    if (m_points.empty())
        return nullptr;
    const auto after = std::ranges::lower_bound(m_points, x, {}, &CurvePoint::x);
    if (after == m_points.begin())
        return &m_points.front();
    const auto before = std::prev(after);
    if (after == m_points.end() || x - before->x <= after->x - x)
        return &*before;
    return &*after;
}

std::vector<CurvePoint> decimate(std::span<const CurvePoint> points, double left, double right, int columns) {
    const auto first = std::ranges::lower_bound(points, left, {}, &CurvePoint::x);
    const auto last = std::ranges::upper_bound(points, right, {}, &CurvePoint::x);
    if (first >= last || columns < 1)
        return {};
    const std::span<const CurvePoint> shown(first, last);
    const std::size_t limit = 2 * static_cast<std::size_t>(columns);
    if (shown.size() <= limit)
        return {shown.begin(), shown.end()};

    const double width = right - left;
    const auto columnOf = [&](const CurvePoint& point) {
        const double column = width > 0 ? (point.x - left) / width * columns : 0;
        return std::clamp(static_cast<int>(column), 0, columns - 1);
    };
    std::vector<CurvePoint> kept;
    kept.reserve(limit);
    std::size_t index = 0;
    while (index < shown.size()) {
        const int column = columnOf(shown[index]);
        std::size_t lowest = index;
        std::size_t highest = index;
        for (; index < shown.size() && columnOf(shown[index]) == column; ++index) {
            if (shown[index].y < shown[lowest].y)
                lowest = index;
            if (shown[index].y > shown[highest].y)
                highest = index;
        }
        kept.push_back(shown[std::min(lowest, highest)]);
        if (lowest != highest)
            kept.push_back(shown[std::max(lowest, highest)]);
    }
    return kept;
}

} // namespace protomind
