// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at, and through which lens.
#include "desktop/app/lenses/lens_panel.h"
#include "desktop/app/lenses/lens_settings.h"
#include "desktop/app/lenses/other_network_chooser.h"
#include "desktop/document/document.h"
#include "desktop/document/run_controller.h"
#include "desktop/document/shown_sample.h"
#include "desktop/editor/card_colours.h"
#include "desktop/editor/selection.h"
#include "desktop/lenses/lens_code_view.h"
#include "desktop/lenses/lens_result_view.h"
#include "desktop/words/worded.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace protomind {

namespace {

constexpr int kMargin = 10;
constexpr std::int64_t kMostSampleNumber = 1'000'000'000;

QLabel* addWrapped(QVBoxLayout& column, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    column.addWidget(label);
    return label;
}

} // namespace

void LensPanel::makeChoices(QWidget* content, Dialogs& dialogs) {
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    m_lenses = new QComboBox(content);
    m_lenses->setObjectName(QStringLiteral("lensChoice"));
    m_lenses->setAccessibleName(tr("What to look at"));
    for (const LensType& type : lensTypes())
        if (!type.hasOwnView)
            m_lenses->addItem(worded(type.title), QString::fromStdString(type.name));
    m_again = new QToolButton(content);
    m_again->setObjectName(QStringLiteral("lookAgain"));
    m_again->setText(tr("Look again"));
    m_again->setToolTip(tr("Look with the weights as they are now"));
    makeMenu();
    auto* top = new QHBoxLayout;
    top->addWidget(m_lenses, 1);
    top->addWidget(m_again);
    top->addWidget(m_menu);
    column->addLayout(top);
    m_summary = addWrapped(*column, content);
    m_layerLabel = addWrapped(*column, content);

    auto* choices = new QGridLayout;
    m_splitLabel = new QLabel(tr("Samples"), content);
    m_split = new QComboBox(content);
    m_split->setObjectName(QStringLiteral("lensSplit"));
    m_split->addItem(tr("Test"), static_cast<int>(Split::Test));
    m_split->addItem(tr("Kept aside to validate"), static_cast<int>(Split::Validation));
    m_split->addItem(tr("Training"), static_cast<int>(Split::Training));
    m_splitLabel->setBuddy(m_split);
    m_sampleLabel = new QLabel(tr("Sample"), content);
    m_sample = new QSpinBox(content);
    m_sample->setObjectName(QStringLiteral("lensSample"));
    m_sample->setToolTip(tr("Which sample is looked at, counted from 0"));
    m_sampleLabel->setBuddy(m_sample);
    choices->addWidget(m_splitLabel, 0, 0);
    choices->addWidget(m_split, 0, 1);
    choices->addWidget(m_sampleLabel, 1, 0);
    choices->addWidget(m_sample, 1, 1);
    m_shownToo = new QCheckBox(content);
    m_shownToo->setObjectName(QStringLiteral("lensShownSample"));
    m_shownToo->setAccessibleName(tr("The sample on the cards"));
    m_shownToo->setToolTip(tr("Look at the sample that was chosen or drawn under Predictions"));
    m_shownToo->setChecked(true);
    choices->addWidget(m_shownToo, 2, 0, 1, 2);
    m_otherLabel = new QLabel(tr("Other network"), content);
    m_other = new OtherNetworkChooser(dialogs, content);
    m_otherLabel->setBuddy(m_other);
    choices->addWidget(m_otherLabel, 3, 0);
    choices->addWidget(m_other, 3, 1);
    choices->setColumnStretch(1, 1);
    column->addLayout(choices);
    m_settings = new LensSettings(content);
    column->addWidget(m_settings);

    m_progress = new QProgressBar(content);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How far the look is"));
    m_cancel = new QToolButton(content);
    m_cancel->setText(tr("Cancel"));
    auto* progress = new QHBoxLayout;
    progress->addWidget(m_progress, 1);
    progress->addWidget(m_cancel);
    column->addLayout(progress);
    m_progress->hide();
    m_cancel->hide();

    m_sentence = addWrapped(*column, content);
    m_sentence->setObjectName(QStringLiteral("lensSentence"));
    m_moment = addWrapped(*column, content);
    m_moment->setForegroundRole(QPalette::PlaceholderText);
    m_view = new LensResultView(content);
    m_view->codes()->setLayerColour([this](const std::string& layer) { return layerColour(layer); });
    column->addWidget(m_view);
    m_behindTitle = addWrapped(*column, content);
    m_behind = new LensResultView(content);
    column->addWidget(m_behind);
    column->addStretch(1);
    closeCell();
}

/// That of its card's stripe.
QColor LensPanel::layerColour(const std::string& name) const {
    for (const Layer& layer : m_document.network().layers()) {
        const LayerType* const type = layer.name == name ? findLayerType(layer.type) : nullptr;
        if (type != nullptr)
            return CardColours::of(palette()).category(type->category);
    }
    return {};
}

void LensPanel::setLens(const std::string& name) {
    const int index = m_lenses->findData(QString::fromStdString(name));
    if (index >= 0)
        m_lenses->setCurrentIndex(index);
}

void LensPanel::beginVisit() {
    ++m_visit;
    m_byHand = false;
    m_wanted.reset();
}

void LensPanel::lookThrough(const LensRequest& wanted) {
    giveUp();
    setLens(wanted.lens);
    m_settings->setAll(wanted.settings);
    if (m_lens->usesSample)
        m_shownToo->setChecked(false);
    if (const Layer* layer = m_document.network().layerNamed(wanted.layer))
        m_selection.select(layer->id);
    chooseSample(wanted);
    fitChoices();
    m_byHand = true;
    // Where the data are read only now, it is chosen anew once they are there.
    m_wanted = wanted;
    lookSoon();
}

void LensPanel::lookAtFirst(const LensRequest& wanted) {
    lookThrough(wanted);
    m_byHand = false;
    verticalScrollBar()->setValue(0);
}

void LensPanel::keepChoices() {
    m_kept = {.lens = m_lens->name,
              .settings = m_settings->ofAll(),
              .split = m_split->currentIndex(),
              .sample = m_sample->value(),
              .shownToo = m_shownToo->isChecked()};
}

void LensPanel::bringChoicesBack() {
    if (!m_kept)
        return;
    const Choices kept = *std::exchange(m_kept, std::nullopt);
    beginVisit();
    m_settings->bringBack(kept.settings);
    setLens(kept.lens);
    {
        const QSignalBlocker noSplit(m_split);
        const QSignalBlocker noSample(m_sample);
        m_split->setCurrentIndex(kept.split);
        m_sample->setMaximum(std::max(m_sample->maximum(), kept.sample));
        m_sample->setValue(kept.sample);
    }
    m_shownToo->setChecked(kept.shownToo);
    fitChoices();
    lookSoon();
}

/// From now on, what is seen is seen by the learner's own doing.
void LensPanel::touch() {
    m_byHand = true;
    m_wanted.reset();
}

void LensPanel::chooseSample(const LensRequest& wanted) {
    const QSignalBlocker noSplit(m_split);
    const QSignalBlocker noSample(m_sample);
    const auto there = std::ranges::find_if(m_sizes, [](std::int64_t size) { return size > 0; });
    const int first = there == m_sizes.end() ? 0 : static_cast<int>(there - m_sizes.begin());
    m_split->setCurrentIndex(wanted.split ? m_split->findData(static_cast<int>(*wanted.split)) : first);
    fitSample();
    const int index = static_cast<int>(std::min(wanted.sample.index, kMostSampleNumber));
    m_sample->setMaximum(std::max(m_sample->maximum(), index));
    m_sample->setValue(index);
}

void LensPanel::fitChoices() {
    const bool layer = m_lens->subject == LensSubject::Layer;
    m_layerLabel->setVisible(layer);
    const bool split = m_lens->usesSplit || m_lens->usesSample;
    m_splitLabel->setVisible(split);
    m_split->setVisible(split);
    m_sampleLabel->setVisible(m_lens->usesSample);
    m_sample->setVisible(m_lens->usesSample);
    m_otherLabel->setVisible(m_lens->usesOther);
    m_other->setVisible(m_lens->usesOther);
    const bool chosen = m_lens->usesSample && m_shown != nullptr && m_shown->isChosen();
    m_shownToo->setVisible(chosen);
    m_sample->setEnabled(!usesShown());
    m_split->setEnabled(!usesShown());
}

/// Of lenses for a single sample.
bool LensPanel::usesShown() const {
    return m_lens->usesSample && m_shown != nullptr && m_shown->isChosen() && m_shownToo->isChecked();
}

void LensPanel::setShownSample(ShownSample& shown) {
    m_shown = &shown;
    connect(&shown, &ShownSample::changed, this, [this] {
        m_shownToo->setText(m_shown->words());
        const bool uses = m_lens->usesSample;
        fitChoices();
        m_stale = m_stale || uses;
        if (uses && isVisible() && !m_timer.isActive())
            m_timer.start(kLiveMilliseconds);
    });
}

void LensPanel::followSizes(const Prepared& event) {
    m_sizes = {event.testSamples, event.validationSamples, event.trainingSamples};
    const auto enabled = QVariant(int(Qt::ItemIsSelectable | Qt::ItemIsEnabled));
    for (std::size_t i = 0; i < m_sizes.size(); ++i)
        m_split->setItemData(static_cast<int>(i), m_sizes[i] > 0 ? enabled : QVariant(0), Qt::UserRole - 1);
    const LensRequest before = request();
    const auto there = std::ranges::find_if(m_sizes, [](std::int64_t size) { return size > 0; });
    const QSignalBlocker noSplit(m_split);
    const QSignalBlocker noSample(m_sample);
    if (m_wanted)
        chooseSample(*m_wanted);
    if (m_sizes[static_cast<std::size_t>(m_split->currentIndex())] == 0 && there != m_sizes.end())
        m_split->setCurrentIndex(static_cast<int>(there - m_sizes.begin()));
    fitSample();
    // What was asked of samples that are no longer there is asked anew.
    if (request() == before)
        return;
    giveUp();
    lookSoon();
}

void LensPanel::fitSample() {
    const std::int64_t size = m_sizes[static_cast<std::size_t>(m_split->currentIndex())];
    m_sample->setMaximum(static_cast<int>(std::clamp<std::int64_t>(size - 1, 0, kMostSampleNumber)));
}

} // namespace protomind
