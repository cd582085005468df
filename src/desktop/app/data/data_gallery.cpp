// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/app/data/data_gallery.h"

#include "desktop/app/data/data_picture.h"
#include "desktop/app/theme/icons.h"
#include "desktop/words/worded.h"
#include "engine/data/file_source.h"
#include "engine/data/points.h"

#include <QEvent>
#include <QKeyEvent>
#include <QRegularExpression>

#include <algorithm>

namespace protomind {

namespace {

constexpr QSize kPicture(56, 42);
constexpr int kGalleryRoom = 10; ///< between one picture and the next
constexpr int kWordMargin = 8;
constexpr std::uint64_t kSeed = 7;
/// A hand's worth of each class, for the picture of "draw your own".
const std::vector<ClickedPoint> kOwnPoints = {{-0.7f, 0.5f, 0}, {-0.4f, 0.6f, 0}, {-0.6f, 0.2f, 0},
                                              {0.5f, -0.4f, 1}, {0.3f, -0.1f, 1}, {0.7f, -0.1f, 1},
                                              {0.5f, 0.7f, 2},  {0.8f, 0.5f, 2}};

bool isTest(const DataOption& option) {
    return option.name == "test";
}

/// As much of a set as its picture shows: sets with a test of their own are of images.
std::string pictureText(const BuiltInData& set) {
    const bool hasTest = std::ranges::any_of(set.options, &isTest);
    return set.name + (hasTest ? "?samples=10&test=10" : "?samples=120");
}

} // namespace

DataGallery::DataGallery(QWidget* parent)
    : QListWidget(parent) {
    setObjectName(QStringLiteral("dataSet"));
    setAccessibleName(tr("Data to learn from"));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setWordWrap(true);
    setIconSize(kPicture);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto add = [this](const QString& title, const std::string& name, const QString& help) {
        auto* item = new QListWidgetItem(title, this);
        item->setData(Qt::UserRole, QString::fromStdString(name));
        item->setToolTip(help);
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
    };
    for (const BuiltInData& set : builtInData()) {
        add(worded(set.title), set.name, worded(set.summary));
        load(set.name, pictureText(set));
    }
    add(tr("IDX files…"), "idx", tr("Images and labels from a folder with files like MNIST's"));
    find("idx")->setIcon(themedIcon(QStringLiteral("folder"), QPalette::WindowText));
    for (const FileSource& files : fileSources()) {
        add(worded(files.title) + QStringLiteral("…"), files.name, worded(files.summary));
        find(files.name)
            ->setIcon(themedIcon(QStringLiteral("data-") + QString::fromStdString(files.name),
                                 QPalette::WindowText));
    }
    add(tr("Draw your own"), "points",
        tr("Put points of your own into the plane, in the colours of their classes"));
    load("points", pointsText(kOwnPoints));
    connect(this, &QListWidget::itemClicked, this, &DataGallery::tell);
}

DataGallery::~DataGallery() {
    m_thread.clear();
    m_thread.waitForDone();
}

void DataGallery::load(const std::string& name, const std::string& text) {
    const auto make = [this, name, text] {
        Result<LoadedData> result = loadData(text, kSeed);
        if (!result)
            return;
        auto loaded = std::make_shared<const LoadedData>(std::move(*result));
        QMetaObject::invokeMethod(
            this,
            [this, name, loaded] {
                m_data[name] = loaded;
                showPicture(name);
            },
            Qt::QueuedConnection);
    };
    // Without a picture: the name is enough to choose it, and choosing says what is wrong.
    m_thread.run(make, [](const Problem&) {});
}

void DataGallery::showPicture(const std::string& name) {
    QListWidgetItem* item = find(name);
    const auto found = m_data.find(name);
    if (item && found != m_data.end())
        item->setIcon(
            QPixmap::fromImage(dataThumbnail(*found->second, kPicture, devicePixelRatioF(), palette())));
}

QListWidgetItem* DataGallery::find(const std::string& name) const {
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(Qt::UserRole).toString().toStdString() == name)
            return item(row);
    return nullptr;
}

void DataGallery::setChosen(const std::string& name) {
    m_chosen = name;
    QListWidgetItem* item = find(name);
    setCurrentItem(item);
    if (!item)
        clearSelection();
}

void DataGallery::tell(const QListWidgetItem* item) {
    if (item)
        emit chosen(item->data(Qt::UserRole).toString().toStdString());
}

void DataGallery::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        tell(currentItem());
    else
        QListWidget::keyPressEvent(event);
}

void DataGallery::changeEvent(QEvent* event) {
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (const auto& [name, loaded] : m_data)
            showPicture(name);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void DataGallery::focusOutEvent(QFocusEvent* event) {
    QListWidget::focusOutEvent(event);
    setChosen(m_chosen); // Looking around with the arrow keys chooses nothing.
}

void DataGallery::resizeEvent(QResizeEvent* event) {
    arrange();
    QListWidget::resizeEvent(event);
}

/// Names are broken between words; the longest word fits.
int DataGallery::widestWord() const {
    static const QRegularExpression gaps(QStringLiteral("(?<=-)| "));
    int widest = 0;
    for (int row = 0; row < count(); ++row)
        for (const QString& word : item(row)->text().split(gaps))
            widest = std::max(widest, fontMetrics().horizontalAdvance(word));
    return widest;
}

void DataGallery::arrange() {
    const int widest = std::max(kPicture.width() + 2 * kGalleryRoom, widestWord() + 2 * kWordMargin);
    const int columns = std::max(1, viewport()->width() / widest);
    const int rows = (count() + columns - 1) / columns;
    const int width = viewport()->width() / columns;
    int words = 2 * fontMetrics().lineSpacing();
    for (int row = 0; row < count(); ++row)
        words = std::max(words, fontMetrics()
                                    .boundingRect(QRect(0, 0, width - 2 * kWordMargin, 1000),
                                                  Qt::TextWordWrap, item(row)->text())
                                    .height());
    const QSize cell(width, kPicture.height() + kGalleryRoom + words);
    if (cell != gridSize()) {
        setGridSize(cell);
        for (int row = 0; row < count(); ++row)
            item(row)->setSizeHint(cell - QSize(2, 2));
    }
    setFixedHeight(rows * cell.height() + 2);
}

QSize DataGallery::sizeHint() const {
    return {3 * (kPicture.width() + 2 * kGalleryRoom), height()};
}

QSize DataGallery::minimumSizeHint() const {
    return {kPicture.width() + 2 * kGalleryRoom, kPicture.height()};
}

} // namespace protomind
