// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/lessons/filter_page.h"

#include "desktop/app/data/picture_sample.h"
#include "desktop/app/lessons/live_state_source.h"
#include "desktop/document/commands/layer_commands.h"
#include "desktop/document/commands/weight_commands.h"
#include "desktop/document/document.h"
#include "desktop/words/worded.h"
#include "studio/course/filter_options.h"

#include <QUndoStack>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace protomind {

namespace {

GreyPicturePtr emptyPaper() {
    return std::make_shared<const GreyPicture>(
        GreyPicture{kDrawnSide, kDrawnSide, std::vector<float>(kDrawnSide * kDrawnSide, 0.0F)});
}

} // namespace

FilterPage::FilterPage(Document& document, QWidget* parent)
    : FilterScene(parent)
    , m_document(document)
    , m_drawing(emptyPaper())
    , m_work(this) {
    connect(this, &FilterScene::kernelEdited, this, &FilterPage::keepKernel);
    connect(this, &FilterScene::sizeChosen, this, [this](const QString& field, qint64 size) {
        keepSetting(field, std::vector<std::int64_t>{size, size});
    });
    connect(this, &FilterScene::paddingChosen, this, [this](bool same) {
        keepSetting(QStringLiteral("padding"), std::string(same ? "same" : "valid"));
    });
    connect(this, &FilterScene::pictureChosen, this, &FilterPage::choosePicture);
    connect(this, &FilterScene::fileDropped, this, &FilterPage::open);
    connect(this, &FilterScene::pictureDrawn, this, [this](const GreyPicture& picture) {
        m_drawing = std::make_shared<const GreyPicture>(picture);
        m_source->chooseFilterPicture(std::string(kDrawnPicture), m_drawing);
    });
    connect(this, &FilterScene::moved, this, [this](qint64 row, qint64 column) {
        m_source->moveFilter({row, column});
    });
    connect(this, &FilterScene::guessed, this, [this](double number) { m_source->guessFilter(number); });
}

void FilterPage::setSource(LiveStateSource& source) {
    m_source = &source;
    connect(&source, &LiveStateSource::weightsChanged, this, &FilterPage::follow);
    connect(&source, &LiveStateSource::filterChanged, this, &FilterPage::follow);
    connect(&m_document, &Document::changed, this, &FilterPage::follow);
}

void FilterPage::begin(const nlohmann::json& options) {
    m_active = true;
    const auto isOn = [&](const char* name) { return filterOption(options, name); };
    setOptions({.pictures = isOn("pictures"),
                .kernel = isOn("kernel"),
                .known = isOn("known"),
                .layer = isOn("layer"),
                .guess = isOn("guess"),
                .trail = isOn("trail"),
                .zeroIsGrey = isOn("signed")});
    m_source->beginFilter(firstPicture(options));
}

void FilterPage::end() {
    if (m_active)
        m_source->beginFilter({});
    m_active = false;
}

const Layer* FilterPage::layer() const {
    return filterLayer(m_document.network());
}

void FilterPage::follow() {
    if (m_active && m_source)
        showFilter(m_source->presentFilter(), m_source->filter());
}

void FilterPage::keepKernel(const std::vector<double>& numbers, SceneGesture gesture) {
    const Layer* of = layer();
    const auto present = m_source->presentFilter();
    if (!of || !present || present->kernel.size() != numbers.size())
        return;
    std::vector<MoveWeights::Move> moves;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] != present->kernel[i])
            moves.push_back({.weight = "kernel",
                             .index = static_cast<std::int64_t>(i),
                             .before = present->kernel[i],
                             .after = numbers[i]});
    if (moves.empty())
        return;
    if (m_gesture.first != gesture)
        m_gesture = {gesture, newGesture()};
    m_document.undoStack().push(new MoveWeights(m_document, of->id, std::move(moves), m_gesture.second));
}

void FilterPage::keepSetting(const QString& field, FieldValue value) {
    if (const Layer* of = layer())
        m_document.undoStack().push(new SetField(m_document, of->id, field.toStdString(), std::move(value)));
}

void FilterPage::choosePicture(const QString& name) {
    const std::string chosen = name.toStdString();
    GreyPicturePtr picture = filterPicture(chosen);
    if (chosen == kDrawnPicture)
        picture = m_drawing;
    else if (chosen == kOwnPicture)
        picture = m_own;
    if (picture)
        m_source->chooseFilterPicture(chosen, std::move(picture));
}

void FilterPage::open(const QString& file) {
    const int asked = ++m_opened;
    const auto tell = [this, asked](Result<QImage> picture) {
        QMetaObject::invokeMethod(this, [this, asked, picture = std::move(picture)] {
            if (asked != m_opened)
                return;
            if (picture)
                take(*picture);
            else
                emit refused(worded(picture.error()));
        });
    };
    m_work.run([tell, file] { tell(readPicture(file)); },
               [tell](const Problem& problem) { tell(std::unexpected(problem)); });
}

void FilterPage::take(const QImage& picture) {
    constexpr int kSide = kMaxFilterPictureSide;
    QImage small = picture;
    if (small.width() > kSide || small.height() > kSide)
        small = small.scaled(kSide, kSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    GreyPicture grey{.height = small.height(), .width = small.width(), .pixels = {}};
    for (int row = 0; row < small.height(); ++row)
        for (int column = 0; column < small.width(); ++column)
            grey.pixels.push_back(static_cast<float>(qGray(small.pixel(column, row))));
    m_own = std::make_shared<const GreyPicture>(std::move(grey));
    if (m_active)
        m_source->chooseFilterPicture(std::string(kOwnPicture), m_own);
}

} // namespace protomind
