// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/predictions/generated_view.h"

#include "desktop/lenses/lens_pictures_view.h"
#include "desktop/lenses/lens_plane_view.h"
#include "desktop/words/shown_number.h"
#include "engine/nn/latent.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedLayout>

#include <algorithm>

namespace protomind {

namespace {

constexpr std::int64_t kShownPoints = 400;
constexpr std::int64_t kShownPictures = 36;
/// Latents of their own, far from those of training.
constexpr std::uint64_t kShownSeed = 0;
/// Around the real points, as a part of their extent.
constexpr float kPlaneMargin = 0.3f;

/// The first rows, each of so many numbers.
HostArray firstRows(std::span<const float> values, std::int64_t rows, std::int64_t width) {
    HostArray some(Shape{rows, width});
    std::copy_n(values.begin(), some.values.size(), some.values.begin());
    return some;
}

} // namespace

GeneratedView::GeneratedView(QWidget* parent)
    : PredictionView(parent)
    , m_stack(new QStackedLayout(this))
    , m_plane(new LensPlaneView(this))
    , m_pictures(new LensPicturesView(this))
    , m_pictureArea(new QScrollArea(this))
    , m_other(new QLabel(tr("The lens “Generated samples” shows what the generator makes."), this)) {
    m_plane->setFitting(true);
    m_pictureArea->setWidget(m_pictures);
    m_pictureArea->setWidgetResizable(true);
    m_pictureArea->setFrameShape(QFrame::NoFrame);
    m_pictureArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_other->setAlignment(Qt::AlignCenter);
    m_other->setWordWrap(true);
    m_other->setTextFormat(Qt::PlainText);
    for (QWidget* const page : {static_cast<QWidget*>(m_plane), static_cast<QWidget*>(m_pictureArea),
                                static_cast<QWidget*>(m_other)})
        m_stack->addWidget(page);
    m_stack->setCurrentWidget(m_other);
}

void GeneratedView::setGenerator(const std::shared_ptr<const Model>& generator) {
    m_latents = {};
    m_made = {};
    if (!generator)
        return;
    m_made = generator->outputShape;
    m_latents = drawLatents(*generator, makesPoints() ? kShownPoints : kShownPictures, kShownSeed);
}

bool GeneratedView::makesPoints() const {
    return m_made == Shape{2};
}

bool GeneratedView::makesPictures() const {
    return m_made.rank() == 3 && (m_made[2] == 1 || m_made[2] == 3);
}

QString GeneratedView::describe() const {
    if (answer().shape.rank() == 0)
        return {};
    const QString count = shownCount(answer().shape[0]);
    return makesPoints() ? tr("%1 points that the generator made, among real ones").arg(count)
                         : tr("%1 samples that the generator made").arg(count);
}

void GeneratedView::refresh() {
    const bool fits = answer().shape.rank() > 0 && answer().shape == m_made.prepended(answer().shape[0]);
    if (fits && makesPoints() && data() != nullptr)
        showPoints();
    else if (fits && makesPictures())
        showPictures();
    else
        m_stack->setCurrentWidget(m_other);
}

void GeneratedView::showPoints() {
    const std::int64_t real = std::min(kShownPoints, data()->training.count());
    LensPlane plane;
    PlaneLayer known{.name = "real", .title = Sentence::name(tr("Real").toStdString()), .colour = 0};
    known.at = HostArray(Shape{real, 2});
    float low = 0;
    float high = 0;
    for (std::int64_t i = 0; i < real; ++i) {
        const auto sample = data()->training.sample(i);
        std::copy_n(sample.begin(), 2, known.at.values.begin() + 2 * i);
        low = std::min({low, sample[0], sample[1]});
        high = std::max({high, sample[0], sample[1]});
    }
    const float around = kPlaneMargin * std::max(high - low, 1e-3f);
    plane.left = plane.bottom = low - around;
    plane.right = plane.top = high + around;
    PlaneLayer made{.name = "made", .title = Sentence::name(tr("Made").toStdString()), .colour = 1};
    made.at = firstRows(answer().values, answer().shape[0], 2);
    plane.layers = {std::move(known), std::move(made)};
    m_plane->setPlane(std::move(plane));
    m_stack->setCurrentWidget(m_plane);
}

void GeneratedView::showPictures() {
    const Shape grey{m_made[0], m_made[1]};
    std::vector<LensPicture> pictures;
    for (std::int64_t i = 0; i < answer().shape[0]; ++i) {
        const auto sample = answerFor(i);
        pictures.push_back({.values = HostArray(m_made[2] == 1 ? grey : m_made,
                                                std::vector<float>(sample.begin(), sample.end()))});
    }
    m_pictures->setPictures(std::move(pictures), true);
    m_stack->setCurrentWidget(m_pictureArea);
}

} // namespace protomind
