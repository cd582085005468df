// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/scene_stack.h"

#include "desktop/app/lessons/line_fit_page.h"

namespace protomind {

SceneStack::SceneStack(QWidget& editor, Document& document, RunController& run, QWidget* parent)
    : QStackedWidget(parent)
    , m_lineFit(new LineFitPage(document, run, this)) {
    addWidget(&editor);
    addWidget(m_lineFit);
    setNeedsRoom(false);
}

/// A picture that is not shown asks for no room of the window.
void SceneStack::setNeedsRoom(bool needs) {
    const QSizePolicy::Policy policy = needs ? QSizePolicy::Preferred : QSizePolicy::Ignored;
    m_lineFit->setSizePolicy(policy, policy);
}

void SceneStack::setSource(LiveStateSource& source) {
    m_lineFit->setSource(source);
}

void SceneStack::setData(const LoadedDataPtr& loaded) {
    m_lineFit->setData(loaded);
}

void SceneStack::show(const std::optional<SceneWish>& wish) {
    const bool isLineFit = wish && wish->kind == kLineFitKind;
    if (isLineFit)
        m_lineFit->begin(wish->options);
    else
        m_lineFit->end();
    setNeedsRoom(isLineFit);
    setCurrentIndex(isLineFit ? 1 : 0);
}

} // namespace protomind
