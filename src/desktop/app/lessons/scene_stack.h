// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/app/data/loaded_data.h"
#include "studio/course/lesson.h"

#include <QStackedWidget>

#include <optional>

namespace protomind {

class Document;
class FilterPage;
class LineFitPage;
class LiveStateSource;
class RunController;

/// The middle of the window: the network's editor, or a scene that a page of a lesson shows in its place.
class SceneStack : public QStackedWidget {
    Q_OBJECT
public:
    SceneStack(QWidget& editor, Document& document, RunController& run, QWidget* parent = nullptr);

    void setSource(LiveStateSource& source);
    void setData(const LoadedDataPtr& loaded);
    /// Nothing, or a kind that is not known here: the editor.
    void show(const std::optional<SceneWish>& wish);
    [[nodiscard]] bool isShown() const { return currentIndex() != 0; }
    /// What a page asks for a guess of is not to be seen before.
    void setVeiled(bool on);
    [[nodiscard]] FilterPage& filter() const { return *m_filter; }

private:
    LineFitPage* m_lineFit = nullptr;
    FilterPage* m_filter = nullptr;
};

} // namespace protomind
