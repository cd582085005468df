// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/work/work_thread.h"
#include "desktop/document/commands/command_id.h"
#include "desktop/lessons/filter/filter_scene.h"

#include <QImage>

#include <nlohmann/json_fwd.hpp>

namespace protomind {

class Document;
struct Layer;
class LiveStateSource;

/// The scene of a filter, joined to the window's own network: its kernel is the kernel of a Convolution with
/// one filter, and how the window moves are that layer's settings. Pictures and the window's place belong to
/// the page alone.
class FilterPage : public FilterScene {
    Q_OBJECT
public:
    explicit FilterPage(Document& document, QWidget* parent = nullptr);

    void setSource(LiveStateSource& source);
    /// Of a page of a lesson; see filterOption().
    void begin(const nlohmann::json& options);
    void end();
    /// Read in the background.
    void open(const QString& file);
    /// Grey, and no larger than kMaxFilterPictureSide.
    void take(const QImage& picture);

signals:
    /// A picture could not be read: why.
    void refused(const QString& sentence);

private:
    void follow();
    [[nodiscard]] const Layer* layer() const;
    void keepKernel(const std::vector<double>& numbers, SceneGesture gesture);
    void keepSetting(const QString& field, FieldValue value);
    void choosePicture(const QString& name);

    Document& m_document;
    LiveStateSource* m_source = nullptr;
    bool m_active = false;
    GreyPicturePtr m_drawing; ///< comes back when it is chosen again
    GreyPicturePtr m_own;
    std::pair<SceneGesture, Gesture> m_gesture{};
    int m_opened = 0; ///< so many were asked for: the last one counts
    WorkThread m_work;
};

} // namespace protomind
