// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/filter/filter_scene.h"

#include "desktop/lessons/filter/filter_controls.h"
#include "desktop/lessons/filter/worked_place.h"
#include "desktop/words/worded.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace protomind {

namespace {

QString sizeText(std::int64_t height, std::int64_t width) {
    return QStringLiteral("%1×%2").arg(height).arg(width);
}

} // namespace

FilterScene::FilterScene(QWidget* parent)
    : QWidget(parent)
    , m_controls(new FilterControls(this))
    , m_inputTitle(new QLabel(this))
    , m_input(new PixelView(this))
    , m_outputTitle(new QLabel(this))
    , m_output(new PixelView(this))
    , m_legend(new QLabel(this))
    , m_working(new WorkedPlace(this)) {
    setObjectName(QStringLiteral("filterScene"));
    setAccessibleName(tr("A kernel that is slid over a picture"));
    m_input->setObjectName(QStringLiteral("filterInput"));
    m_input->setAccessibleName(tr("The picture, with the window over it"));
    m_input->setToolTip(tr("Drag the window with the mouse, or move it with the arrow keys."));
    m_input->setAcceptDrops(true);
    m_output->setObjectName(QStringLiteral("filterOutput"));
    m_output->setAccessibleName(tr("What comes out"));
    m_output->setToolTip(tr("A click moves the window to where this pixel comes from."));
    m_legend->setObjectName(QStringLiteral("filterLegend"));
    m_legend->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_controls);
    auto* pictures = new QHBoxLayout;
    pictures->addWidget(makePicture(m_input, m_inputTitle), 1);
    pictures->addWidget(makePicture(m_output, m_outputTitle), 1);
    column->addLayout(pictures, 1);
    column->addWidget(m_legend);
    column->addWidget(m_working);
    connect(m_input, &PixelView::pointed, this, &FilterScene::pointInto);
    connect(m_input, &PixelView::drawn, this, &FilterScene::draw);
    connect(m_input, &PixelView::dropped, this, &FilterScene::fileDropped);
    connect(m_output, &PixelView::pointed, this, [this](int row, int at) { emit moved(row, at); });
    for (PixelView* view : {m_input, m_output})
        connect(view, &PixelView::stepped, this, &FilterScene::step);
    connect(&m_working->kernel(), &KernelGrid::edited, this, &FilterScene::kernelEdited);
    connect(m_working, &WorkedPlace::guessed, this, &FilterScene::guessed);
    connect(m_controls, &FilterControls::kernelChosen, this,
            [this](const std::vector<double>& numbers) { emit kernelEdited(numbers, newSceneGesture()); });
    connect(m_controls, &FilterControls::pictureChosen, this, &FilterScene::pictureChosen);
    connect(m_controls, &FilterControls::fileWanted, this, &FilterScene::fileWanted);
    connect(m_controls, &FilterControls::sizeChosen, this, &FilterScene::sizeChosen);
    connect(m_controls, &FilterControls::paddingChosen, this, &FilterScene::paddingChosen);
    connect(m_controls, &FilterControls::drawingChanged, m_input, &PixelView::setDrawing);
    connect(m_controls, &FilterControls::clearWanted, this, [this] {
        emit pictureDrawn({kDrawnSide, kDrawnSide, std::vector<float>(kDrawnSide * kDrawnSide, 0.0F)});
    });
    connect(m_controls, &FilterControls::zeroIsGreyChanged, this, [this](bool on) {
        m_options.zeroIsGrey = on;
        showFilter(m_filter, m_visit);
    });
    setOptions({});
}

QWidget* FilterScene::makePicture(PixelView* view, QLabel* title) {
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    title->setAlignment(Qt::AlignHCenter);
    column->addWidget(title);
    column->addWidget(view, 1);
    return box;
}

void FilterScene::setOptions(const FilterSceneOptions& options) {
    m_options = options;
    m_controls->setOptions(options);
    m_working->kernel().setLock(options.kernel ? QString() : tr("On this page the kernel stays as it is."));
    showFilter(m_filter, m_visit);
}

void FilterScene::setVeiled(bool on) {
    m_veiled = on;
    showFilter(m_filter, m_visit);
}

void FilterScene::showFilter(const std::optional<PictureFilter>& filter, const FilterVisit& visit) {
    m_filter = filter;
    m_visit = visit;
    const GreyPicturePtr& picture = visit.picture();
    if (!picture)
        return;
    m_controls->showFilter(filter, visit);
    m_inputTitle->setText(tr("The picture: %1").arg(sizeText(picture->height, picture->width)));
    m_input->setNumbers({picture->pixels.begin(), picture->pixels.end()}, static_cast<int>(picture->height),
                        static_cast<int>(picture->width));
    m_legend->setText(m_options.zeroIsGrey ? tr("On the right: black −255, grey 0, white 255 and above.")
                                           : tr("On the right: black 0 and below, white 255 and above."));
    if (!filter)
        return;
    const auto size = outputSize(*filter, *picture);
    if (!size) {
        m_outputTitle->setText(tr("Nothing comes out"));
        m_output->setNumbers({}, 0, 0);
        m_input->setFramed({});
        m_working->showProblem(worded(size.error()));
        return;
    }
    m_outputTitle->setText(tr("What comes out: %1").arg(sizeText((*size)[0], (*size)[1])));
    showOutput();
    showFrames();
    const auto sum = m_veiled          ? WorkedPlace::Sum::Veiled
                     : m_options.guess ? WorkedPlace::Sum::AskedFor
                                       : WorkedPlace::Sum::Shown;
    m_working->showPlace(*filter, visit, sum,
                         m_options.zeroIsGrey ? GreyScale::ZeroIsGrey : GreyScale::Clipped);
}

void FilterScene::showOutput() {
    const auto size = outputSize(*m_filter, *m_visit.picture()).value();
    std::vector<double> numbers = outputOf(*m_filter, *m_visit.picture());
    const FilterPlace here = m_visit.place(*m_filter);
    if (m_veiled)
        std::ranges::fill(numbers, std::numeric_limits<double>::quiet_NaN());
    else if (m_options.guess || m_options.trail)
        for (std::int64_t row = 0; row < size[0]; ++row)
            for (std::int64_t column = 0; column < size[1]; ++column) {
                const FilterPlace place{row, column};
                const bool seen = m_options.guess ? m_visit.guessAt(place, *m_filter) != nullptr
                                                  : place == here || m_visit.places().contains(place);
                if (!seen)
                    numbers[static_cast<std::size_t>(row * size[1] + column)] =
                        std::numeric_limits<double>::quiet_NaN();
            }
    m_output->setNumbers(std::move(numbers), static_cast<int>(size[0]), static_cast<int>(size[1]));
    m_output->setScale(m_options.zeroIsGrey ? GreyScale::ZeroIsGrey : GreyScale::Clipped);
}

void FilterScene::showFrames() {
    const GreyPicture& picture = *m_visit.picture();
    const FilterPlace place = m_visit.place(*m_filter);
    std::vector<QPoint> framed;
    for (const CoveredPixel& one : pixelsUnder(*m_filter, picture, place))
        framed.emplace_back(static_cast<int>(one.column), static_cast<int>(one.row));
    m_input->setFramed(std::move(framed));
    m_output->setFramed({QPoint(static_cast<int>(place[1]), static_cast<int>(place[0]))});
    const WindowPadding padding = paddingOf(m_filter->window, picture.height, picture.width);
    m_input->setBorder(static_cast<int>(std::max(padding.before[0], padding.before[1])),
                       static_cast<int>(std::max(padding.after[0], padding.after[1])));
}

/// To the place whose window has its middle nearest to this pixel.
void FilterScene::pointInto(int row, int column) {
    if (!m_filter || !m_visit.picture())
        return;
    const Window& window = m_filter->window;
    const WindowPadding padding = paddingOf(window, m_visit.picture()->height, m_visit.picture()->width);
    const auto placeOn = [&](std::size_t axis, std::int64_t pixel) {
        const std::int64_t reach = (window.size[axis] - 1) * window.dilation[axis] / 2;
        const std::int64_t first = pixel + padding.before[axis] - reach;
        return std::max<std::int64_t>(0, (first + window.stride[axis] / 2) / window.stride[axis]);
    };
    emit moved(placeOn(0, row), placeOn(1, column));
}

void FilterScene::step(int rows, int columns) {
    if (!m_filter)
        return;
    const FilterPlace place = m_visit.place(*m_filter);
    emit moved(place[0] + rows, place[1] + columns);
}

void FilterScene::draw(int row, int column, bool white) {
    if (!m_visit.picture())
        return;
    GreyPicture picture = *m_visit.picture();
    picture.pixels[static_cast<std::size_t>(row * picture.width + column)] = white ? kWhite : 0.0F;
    emit pictureDrawn(picture);
}

} // namespace protomind
