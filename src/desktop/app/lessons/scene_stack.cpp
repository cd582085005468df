// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/scene_stack.h"

#include "desktop/app/lessons/filter_page.h"
#include "desktop/app/lessons/line_fit_page.h"
#include "studio/course/lesson_scenes.h"

namespace protomind {

namespace {

/// Lessons call the scene that is shown by this name.
constexpr const char* kSceneName = "lessonScene";

/// A picture that is not shown asks for no room of the window.
void setShown(QWidget& scene, bool shown) {
    const QSizePolicy::Policy policy = shown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
    scene.setSizePolicy(policy, policy);
    scene.setObjectName(shown ? QLatin1String(kSceneName) : QLatin1String());
}

} // namespace

SceneStack::SceneStack(QWidget& editor, Document& document, RunController& run, QWidget* parent)
    : QStackedWidget(parent)
    , m_lineFit(new LineFitPage(document, run, this))
    , m_filter(new FilterPage(document, this)) {
    addWidget(&editor);
    addWidget(m_lineFit);
    addWidget(m_filter);
    setShown(*m_lineFit, false);
    setShown(*m_filter, false);
}

void SceneStack::setSource(LiveStateSource& source) {
    m_lineFit->setSource(source);
    m_filter->setSource(source);
}

void SceneStack::setData(const LoadedDataPtr& loaded) {
    m_lineFit->setData(loaded);
}

void SceneStack::setVeiled(bool on) {
    m_filter->setVeiled(on);
}

void SceneStack::show(const std::optional<SceneWish>& wish) {
    const bool isLineFit = wish && wish->kind == kLineFitKind;
    const bool isFilter = wish && wish->kind == kFilterScene;
    if (isLineFit)
        m_lineFit->begin(wish->options);
    else
        m_lineFit->end();
    if (isFilter)
        m_filter->begin(wish->options);
    else
        m_filter->end();
    setShown(*m_lineFit, isLineFit);
    setShown(*m_filter, isFilter);
    setCurrentIndex(isLineFit ? indexOf(m_lineFit) : isFilter ? indexOf(m_filter) : 0);
}

} // namespace protomind
