// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/lessons/filter/filter_controls.h"

#include "desktop/fields/whole_spin_box.h"
#include "desktop/lessons/filter/filter_scene.h"
#include "desktop/lessons/filter/known_kernels.h"
#include "desktop/style/flow_layout.h"
#include "desktop/words/worded.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace protomind {

namespace {

constexpr int kMostSize = 6;

QHBoxLayout* rowIn(QWidget* box) {
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

} // namespace

FilterControls::FilterControls(QWidget* parent)
    : QWidget(parent)
    , m_zeroIsGrey(new QCheckBox(tr("Grey is zero"), this)) {
    setObjectName(QStringLiteral("filterControls"));
    auto* flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(makePictures());
    flow->addWidget(makeKnown());
    flow->addWidget(makeLayer());
    flow->addWidget(m_zeroIsGrey);
    m_zeroIsGrey->setObjectName(QStringLiteral("zeroIsGrey"));
    m_zeroIsGrey->setAccessibleName(tr("Grey is zero"));
    m_zeroIsGrey->setToolTip(
        tr("Shows what comes out so that numbers below zero are seen as well: darker than grey."));
    connect(m_zeroIsGrey, &QCheckBox::toggled, this, &FilterControls::zeroIsGreyChanged);
}

QToolButton* FilterControls::makeButton(QWidget* parent, const char* name, const QString& text,
                                        const QString& help) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(help);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QWidget* FilterControls::makePictures() {
    m_pictures = new QWidget(this);
    QHBoxLayout* row = rowIn(m_pictures);
    m_picture = new QComboBox(m_pictures);
    m_picture->setObjectName(QStringLiteral("filterPicture"));
    m_picture->setAccessibleName(tr("Picture"));
    m_picture->setToolTip(tr("The picture that the kernel is slid over"));
    for (const FilterPicture& one : filterPictures())
        m_picture->addItem(worded(Sentence(one.title)), QString::fromStdString(one.name));
    m_picture->addItem(tr("Your drawing"), QString::fromLatin1(kDrawnPicture.data()));
    connect(m_picture, &QComboBox::activated, this,
            [this](int index) { emit pictureChosen(m_picture->itemData(index).toString()); });
    QToolButton* open = makeButton(m_pictures, "openFilterPicture", tr("Open…"),
                                   tr("A picture of your own; or drop one onto the picture"));
    connect(open, &QToolButton::clicked, this, &FilterControls::fileWanted);
    m_draw = makeButton(m_pictures, "drawFilterPicture", tr("Draw"),
                        tr("The mouse draws: left button white, right button black"));
    m_draw->setCheckable(true);
    connect(m_draw, &QToolButton::toggled, this, &FilterControls::drawingChanged);
    m_clear = makeButton(m_pictures, "clearFilterPicture", tr("Clear"), tr("All black again"));
    connect(m_clear, &QToolButton::clicked, this, &FilterControls::clearWanted);
    row->addWidget(m_picture);
    for (QToolButton* button : {open, m_draw, m_clear})
        row->addWidget(button);
    return m_pictures;
}

QWidget* FilterControls::makeKnown() {
    m_known = new QWidget(this);
    QHBoxLayout* row = rowIn(m_known);
    for (const KnownKernel& one : knownKernels()) {
        QToolButton* button =
            makeButton(m_known, one.name, one.title, tr("Puts these nine numbers into the kernel"));
        connect(button, &QToolButton::clicked, this, [this, numbers = one.numbers] {
            emit kernelChosen({numbers.begin(), numbers.end()});
        });
        row->addWidget(button);
    }
    return m_known;
}

WholeSpinBox* FilterControls::makeSize(QWidget* parent, const char* name, const QString& field,
                                       const QString& help) {
    auto* box = new WholeSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(1, kMostSize);
    box->setToolTip(help);
    box->setKeyboardTracking(false);
    connect(box, &WholeSpinBox::valueChanged, this,
            [this, field](int value) { emit sizeChosen(field, value); });
    return box;
}

QWidget* FilterControls::makeLayer() {
    m_layer = new QWidget(this);
    QHBoxLayout* row = rowIn(m_layer);
    m_padding = new QComboBox(m_layer);
    m_padding->setObjectName(QStringLiteral("filterPadding"));
    m_padding->setAccessibleName(tr("Border"));
    m_padding->setToolTip(tr("Whether the window may reach over the rim: zeros are put around the picture."));
    m_padding->addItem(tr("No border (valid)"), false);
    m_padding->addItem(tr("Border of zeros (same)"), true);
    connect(m_padding, &QComboBox::activated, this,
            [this](int index) { emit paddingChosen(m_padding->itemData(index).toBool()); });
    m_stride = makeSize(m_layer, "filterStride", QStringLiteral("stride"),
                        tr("How many pixels the window moves on at a time"));
    m_stride->setAccessibleName(tr("Stride"));
    m_dilation = makeSize(m_layer, "filterDilation", QStringLiteral("dilation"),
                          tr("How far apart the pixels are that the window looks at"));
    m_dilation->setAccessibleName(tr("Dilation"));
    row->addWidget(m_padding);
    row->addWidget(new QLabel(tr("Stride"), m_layer));
    row->addWidget(m_stride);
    row->addWidget(new QLabel(tr("Dilation"), m_layer));
    row->addWidget(m_dilation);
    return m_layer;
}

void FilterControls::setOptions(const FilterSceneOptions& options) {
    m_pictures->setVisible(options.pictures);
    m_known->setVisible(options.known && options.kernel);
    m_layer->setVisible(options.layer);
    const QSignalBlocker quiet(m_zeroIsGrey);
    m_zeroIsGrey->setChecked(options.zeroIsGrey);
}

void FilterControls::showFilter(const std::optional<PictureFilter>& filter, const FilterVisit& visit) {
    const QString name = QString::fromStdString(visit.pictureName());
    int index = m_picture->findData(name);
    if (index < 0 && visit.pictureName() == kOwnPicture) {
        m_picture->addItem(tr("Your picture"), name);
        index = m_picture->count() - 1;
    }
    const QSignalBlocker quietPicture(m_picture);
    m_picture->setCurrentIndex(index);
    const bool drawn = visit.pictureName() == kDrawnPicture;
    m_draw->setVisible(drawn);
    m_clear->setVisible(drawn);
    // Who takes the paper wants to draw.
    if (drawn != m_hasPaper)
        m_draw->setChecked(drawn);
    m_hasPaper = drawn;
    if (!filter)
        return;
    const QSignalBlocker quietPadding(m_padding);
    const QSignalBlocker quietStride(m_stride);
    const QSignalBlocker quietDilation(m_dilation);
    m_padding->setCurrentIndex(filter->window.same ? 1 : 0);
    m_stride->setValue(static_cast<int>(filter->window.stride[0]));
    m_dilation->setValue(static_cast<int>(filter->window.dilation[0]));
}

} // namespace protomind
