// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "studio/exchange/pytorch/train_text.h"

namespace protomind {

namespace {

constexpr std::string_view kData =
    R"py(# The samples ------------------------------------------------------------------------------------------------

VALIDATION_SPLIT, EPOCH_ORDER = 0xDA7A0003, 0xDA7A0004  # what Protomind draws random numbers for


def random_words(count, stream, index):
    """32 random bits each: Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3")."""
    blocks = numpy.arange((count + 3) // 4, dtype=numpy.uint64)
    low = numpy.uint64(0xFFFFFFFF)
    shift = numpy.uint64(32)
    c = [blocks & low, blocks >> shift, numpy.full_like(blocks, index), numpy.full_like(blocks, stream)]
    key = [SEED & 0xFFFFFFFF, SEED >> 32]
    for _ in range(10):
        a = numpy.uint64(0xD2511F53) * c[0]
        b = numpy.uint64(0xCD9E8D57) * c[2]
        c = [(b >> shift) ^ c[1] ^ numpy.uint64(key[0]), b & low,
             (a >> shift) ^ c[3] ^ numpy.uint64(key[1]), a & low]
        key = [(key[0] + 0x9E3779B9) & 0xFFFFFFFF, (key[1] + 0xBB67AE85) & 0xFFFFFFFF]
    return numpy.stack(c, axis=1).flatten()[:count].tolist()


def shuffled(count, stream, index=0):
    """0 to count - 1 in the order in which Protomind goes through them in an epoch (the index)."""
    words = iter(random_words(2 * count, stream, index))
    order = numpy.arange(count)
    for last in range(count - 1, 0, -1):
        other = (((next(words) << 32) | next(words)) * (last + 1)) >> 64
        order[last], order[other] = order[other], order[last]
    return order


def split(count):
    """The samples to learn from, and those kept aside."""
    aside = min(math.floor(VALIDATION * count + 0.5), max(count - 1, 0))
    order = shuffled(count, VALIDATION_SPLIT) if aside else numpy.arange(count)
    return numpy.sort(order[aside:]), numpy.sort(order[:aside])


def channels_first(x):
    """Images as PyTorch has them; other samples as they are."""
    if len(INPUT_SHAPE) != 3:
        return x.reshape((-1,) + INPUT_SHAPE)
    channels, height, width = INPUT_SHAPE
    return x.reshape(-1, height, width, channels).permute(0, 3, 1, 2)


def read_idx(folder, name):
    """An IDX file, packed or not."""
    for path in (folder / name, folder / name.replace("-idx", ".idx")):
        for packed in (path, path.with_name(path.name + ".gz")):
            if packed.exists():
                data = gzip.open(packed).read() if packed.suffix == ".gz" else packed.read_bytes()
                sizes = numpy.frombuffer(data, ">u4", data[3], 4)
                return numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * data[3]).reshape(sizes)
    return None


def read_idx_split(folder, name):
    images, labels = read_idx(folder, name + "-images-idx3-ubyte"), read_idx(folder, name + "-labels-idx1-ubyte")
    if images is None or labels is None:
        return None
    return channels_first(torch.from_numpy(images.astype(numpy.float32) / 255)), torch.from_numpy(
        labels.astype(numpy.int64))


def class_of(path, line, cell):
    """By its name, or its number, from 0."""
    if cell in CLASSES:
        return CLASSES.index(cell)
    if is_number(cell) and float(cell) in range(max(len(CLASSES), CLASS_COUNT)):
        return int(float(cell))
    raise SystemExit(f"{path}: line {line} has {cell!r} where a class should be.")


def read_csv(path):
    """A sample a row, its numbers as the network takes them, and behind them what should come out."""
    columns, targets = math.prod(INPUT_SHAPE), 1 if HAS_CLASSES else math.prod(TARGET_SHAPE)
    x, y = [], []
    for line, cells in read_table(path):
        if len(cells) != columns + targets:
            raise SystemExit(f"{path}: line {line} has {len(cells)} columns; it should have {columns} for the sample "
                             f"and {targets} for what should come out.")
        x.append(numbers_of(path, line, cells[:columns]))
        wanted = cells[columns:]
        y.append(class_of(path, line, wanted[0]) if HAS_CLASSES else numbers_of(path, line, wanted))
    return channels_first(torch.tensor(x)), torch.tensor(y)


def read_npz(path):
    arrays = numpy.load(path, allow_pickle=False)
    x = arrays["x"].astype(numpy.float32) * (SCALE if arrays["x"].dtype == numpy.uint8 else 1)
    x = torch.from_numpy(x)
    y = torch.from_numpy(arrays["y"].astype(numpy.int64 if HAS_CLASSES else numpy.float32))
    return (x if tuple(x.shape[1:]) == INPUT_SHAPE else channels_first(x)), y


def load_data(given):
    """The samples to train on, what should come out for them, and a pair of both to test on, or None."""
    path = pathlib.Path(given) if given else HERE / "data.safetensors"
    test = None
    if not path.exists():
        raise SystemExit(f"There is no {path}: say where samples are by --data.")
    if path.is_dir():
        found, test = read_idx_split(path, "train"), read_idx_split(path, "t10k")
        if found is None:
            raise SystemExit(f"{path} has no train-images-idx3-ubyte with its labels.")
        x, y = found
    elif path.suffix == ".npz":
        x, y = read_npz(path)
    elif path.suffix == ".safetensors":
        tensors = load(path)
        x, y = tensors["x"], tensors["y"]
        test = (tensors["test_x"], tensors["test_y"]) if "test_x" in tensors else None
    else:
        x, y = read_csv(path)
    if len(x) == 0:
        raise SystemExit(f"{path} has no samples.")
    if len(x) != len(y):
        raise SystemExit(f"{path} has {len(x)} samples, but says for {len(y)} what should come out.")
    if tuple(x.shape[1:]) != INPUT_SHAPE:
        raise SystemExit(f"{path}: samples are {tuple(x.shape[1:])}, the network takes {INPUT_SHAPE}.")
    if not HAS_CLASSES:
        y = y.reshape((len(y),) + TARGET_SHAPE)
    return x, y, test
)py";

} // namespace

std::string_view dataText() {
    return kData;
}

} // namespace protomind
