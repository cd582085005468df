// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The network itself, in plain JavaScript: nothing is loaded from anywhere, and nothing is left out.
//
// Numbers lie in one long list, the last size first: an image of height x width x channels has the pixel in
// row i, column j, channel c at (i * width + j) * channels + c. Every layer below takes such lists and makes
// one. A layer is {name, kind, inputs, shape, settings, weights}: inputs are the numbers of the layers whose
// results it takes, shape is that of its own result.

const count = shape => shape.reduce((product, size) => product * size, 1);
const lastOf = shape => shape[shape.length - 1];

// Functions that bend numbers ---------------------------------------------------------------------------

const sigmoid = x => 1 / (1 + Math.exp(-x));

// The error function, by its series near zero and by a continued fraction farther out.
function erf(x) {
    const z = Math.abs(x);
    if (z > 6)
        return Math.sign(x);
    if (z < 2.5) {
        let sum = z;
        for (let n = 1, term = z; n < 60; ++n) {
            term *= -z * z / n;
            sum += term / (2 * n + 1);
        }
        return Math.sign(x) * sum * 2 / Math.sqrt(Math.PI);
    }
    let fraction = 0;
    for (let n = 60; n > 0; --n)
        fraction = n / 2 / (z + fraction);
    return Math.sign(x) * (1 - Math.exp(-z * z) / (z + fraction) / Math.sqrt(Math.PI));
}

const bends = {
    linear: x => x,
    sigmoid,
    tanh: Math.tanh,
    relu: x => Math.max(0, x),
    leaky_relu: (x, slope) => Math.max(x, x * slope),
    elu: (x, alpha) => x >= 0 ? x : alpha * (Math.exp(x) - 1),
    gelu: x => x / 2 * (1 + erf(x / Math.SQRT2)),
};

// Makes every row of a list add up to 1: the largest number gets the largest share.
function softmax(list, length) {
    const result = new Float32Array(list.length);
    for (let start = 0; start < list.length; start += length) {
        const row = list.subarray(start, start + length);
        const largest = row.reduce((a, b) => Math.max(a, b));
        let sum = 0;
        for (let i = 0; i < length; ++i)
            sum += Math.exp(row[i] - largest);
        for (let i = 0; i < length; ++i)
            result[start + i] = Math.exp(row[i] - largest) / sum;
    }
    return result;
}

function activate(name, list, length, parameter) {
    if (name === "softmax")
        return softmax(list, length);
    const bend = bends[name];
    return list.map(x => bend(x, parameter));
}
const kUsual = {leaky_relu: 0.01, elu: 1};
const activated = (layer, list) =>
    activate(layer.settings.activation, list, lastOf(layer.shape), kUsual[layer.settings.activation]);

// Layers ------------------------------------------------------------------------------------------------

const layers = {};

layers.input = (layer, [x]) => x;
layers.latent = (layer, [x]) => x;
layers.flatten = (layer, [x]) => x;
layers.reshape = (layer, [x]) => x;
// These only do something while the network learns.
layers.dropout = (layer, [x]) => x;
layers.noise = (layer, [x]) => x;
// The first half are the means of what is drawn while it learns.
layers.gaussian_sampling = (layer, [x]) => x.slice(0, count(layer.shape));

// Rows times a matrix of inputs x outputs, and a bias.
function product(x, kernel, bias, inputs, outputs) {
    const rows = x.length / inputs;
    const result = new Float32Array(rows * outputs);
    const sums = new Float64Array(outputs);
    for (let row = 0; row < rows; ++row) {
        sums.fill(0);
        for (let i = 0; i < inputs; ++i) {
            const value = x[row * inputs + i];
            if (value !== 0)
                for (let j = 0; j < outputs; ++j)
                    sums[j] += value * kernel[i * outputs + j];
        }
        for (let j = 0; j < outputs; ++j)
            result[row * outputs + j] = sums[j] + (bias ? bias[j] : 0);
    }
    return result;
}

layers.dense = (layer, [x], [shape]) => activated(
    layer, product(x, layer.weights.kernel, layer.weights.bias, lastOf(shape), lastOf(layer.shape)));

layers.activation = (layer, [x]) => {
    const {"function": name, slope, alpha} = layer.settings;
    return activate(name, x, lastOf(layer.shape), name === "elu" ? alpha : slope);
};

// How much of a border "same" adds at the top and on the left; what can't be halved goes to the other end.
function borders(padding, size, window, stride, dilation) {
    return [0, 1].map(axis => {
        if (padding !== "same")
            return 0;
        const positions = Math.ceil(size[axis] / stride[axis]);
        const reached = (positions - 1) * stride[axis] + (window[axis] - 1) * dilation[axis] + 1;
        return Math.floor(Math.max(reached - size[axis], 0) / 2);
    });
}

// Every filter looks at each place of the image, at the channels of its own group.
function convolve(layer, x, [height, width, channels], groups) {
    const {kernel: window, stride, dilation, padding} = layer.settings;
    const [rows, columns, filters] = layer.shape;
    const {kernel, bias} = layer.weights;
    const [top, left] = borders(padding, [height, width], window, stride, dilation);
    const seen = channels / groups;
    const made = filters / groups;
    const result = new Float32Array(rows * columns * filters);
    const sums = new Float64Array(filters);
    for (let i = 0; i < rows; ++i)
        for (let j = 0; j < columns; ++j) {
            sums.fill(0);
            for (let u = 0; u < window[0]; ++u) {
                const row = i * stride[0] + u * dilation[0] - top;
                if (row < 0 || row >= height)
                    continue;
                for (let v = 0; v < window[1]; ++v) {
                    const column = j * stride[1] + v * dilation[1] - left;
                    if (column < 0 || column >= width)
                        continue;
                    const pixel = (row * width + column) * channels;
                    for (let c = 0; c < channels; ++c) {
                        const value = x[pixel + c];
                        const first = Math.floor(c / seen) * made;
                        const place = ((u * window[1] + v) * seen + c % seen) * filters;
                        for (let k = first; k < first + made; ++k)
                            sums[k] += value * kernel[place + k];
                    }
                }
            }
            const start = (i * columns + j) * filters;
            for (let k = 0; k < filters; ++k)
                result[start + k] = sums[k] + (bias ? bias[k] : 0);
        }
    return activated(layer, result);
}
layers.convolution = (layer, [x], [shape]) => convolve(layer, x, shape, layer.settings.groups);
layers.depthwise_convolution = (layer, [x], [shape]) => convolve(layer, x, shape, shape[2]);

// Every number stamps the filters into a larger image, as strongly as it is large.
layers.transposed_convolution = (layer, [x], [[height, width, channels]]) => {
    const {kernel: window, stride, padding} = layer.settings;
    const [rows, columns, filters] = layer.shape;
    const {kernel, bias} = layer.weights;
    const [top, left] = borders(padding, [rows, columns], window, stride, [1, 1]);
    const sums = new Float64Array(rows * columns * filters);
    for (let i = 0; i < height; ++i)
        for (let j = 0; j < width; ++j)
            for (let u = 0; u < window[0]; ++u)
                for (let v = 0; v < window[1]; ++v) {
                    const row = i * stride[0] + u - top;
                    const column = j * stride[1] + v - left;
                    if (row < 0 || row >= rows || column < 0 || column >= columns)
                        continue;
                    for (let k = 0; k < filters; ++k)
                        for (let c = 0; c < channels; ++c)
                            sums[(row * columns + column) * filters + k] +=
                                x[(i * width + j) * channels + c] *
                                kernel[((u * window[1] + v) * filters + k) * channels + c];
                }
    return activated(layer, Float32Array.from(sums, (sum, i) => sum + (bias ? bias[i % filters] : 0)));
};

// Each patch of the image becomes one number a channel; what is outside of the image does not count.
function pool(layer, x, [height, width, channels], start, add, finish) {
    const {window, stride, padding} = layer.settings;
    const [rows, columns] = layer.shape;
    const [top, left] = borders(padding, [height, width], window, stride, [1, 1]);
    const result = new Float32Array(rows * columns * channels);
    for (let i = 0; i < rows; ++i)
        for (let j = 0; j < columns; ++j)
            for (let c = 0; c < channels; ++c) {
                let value = start;
                let inside = 0;
                for (let u = 0; u < window[0]; ++u)
                    for (let v = 0; v < window[1]; ++v) {
                        const row = i * stride[0] + u - top;
                        const column = j * stride[1] + v - left;
                        if (row < 0 || row >= height || column < 0 || column >= width)
                            continue;
                        value = add(value, x[(row * width + column) * channels + c]);
                        ++inside;
                    }
                result[(i * columns + j) * channels + c] = finish(value, inside);
            }
    return result;
}
layers.max_pool = (layer, [x], [shape]) => pool(layer, x, shape, -Infinity, Math.max, value => value);
layers.average_pool = (layer, [x], [shape]) => pool(layer, x, shape, 0, (a, b) => a + b, (sum, n) => sum / n);

layers.global_average_pool = (layer, [x]) => {
    const channels = layer.shape[0];
    const sums = new Float64Array(channels);
    x.forEach((value, i) => sums[i % channels] += value);
    return Float32Array.from(sums, sum => sum * channels / x.length);
};
layers.global_max_pool = (layer, [x]) => {
    const channels = layer.shape[0];
    const result = new Float32Array(channels).fill(-Infinity);
    x.forEach((value, i) => result[i % channels] = Math.max(result[i % channels], value));
    return result;
};

layers.batch_norm = (layer, [x]) => {
    const {scale, shift, running_mean, running_variance} = layer.weights;
    const channels = scale.length;
    const factor = Float64Array.from(
        scale, (value, c) => value / Math.sqrt(running_variance[c] + layer.settings.epsilon));
    return x.map((value, i) => (value - running_mean[i % channels]) * factor[i % channels] + shift[i % channels]);
};

// Gives numbers that belong together (groupOf says to which group one belongs) the mean 0 and the spread 1.
function standardise(layer, x, groups, groupOf) {
    const {scale, shift} = layer.weights;
    const each = x.length / groups;
    const mean = new Float64Array(groups);
    x.forEach((value, i) => mean[groupOf(i)] += value / each);
    const variance = new Float64Array(groups);
    x.forEach((value, i) => variance[groupOf(i)] += (value - mean[groupOf(i)]) ** 2 / each);
    return x.map((value, i) => {
        const group = groupOf(i);
        const standard = (value - mean[group]) / Math.sqrt(variance[group] + layer.settings.epsilon);
        return standard * scale[i % scale.length] + shift[i % shift.length];
    });
}
layers.layer_norm = (layer, [x]) => {
    const features = lastOf(layer.shape);
    return standardise(layer, x, x.length / features, i => Math.floor(i / features));
};
layers.instance_norm = (layer, [x]) => standardise(layer, x, lastOf(layer.shape), i => i % lastOf(layer.shape));
layers.group_norm = (layer, [x]) => {
    const channels = lastOf(layer.shape);
    const {groups} = layer.settings;
    return standardise(layer, x, groups, i => Math.floor(i % channels / (channels / groups)));
};

layers.add = (layer, inputs) => inputs[0].map((_, i) => inputs.reduce((sum, x) => sum + x[i], 0));
// A list with a number for each channel scales the channels.
layers.multiply = (layer, inputs) =>
    inputs[0].map((_, i) => inputs.reduce((result, x) => result * x[i % x.length], 1));
layers.concatenate = (layer, inputs, shapes) => {
    const result = new Float32Array(count(layer.shape));
    const width = lastOf(layer.shape);
    let before = 0;
    inputs.forEach((x, which) => {
        const own = lastOf(shapes[which]);
        x.forEach((value, i) => result[Math.floor(i / own) * width + before + i % own] = value);
        before += own;
    });
    return result;
};

// Where the pixels of a larger image lie in the smaller one, along one axis: [before, after, how near to after].
function placesAlong(size, factor, method) {
    return Array.from({length: size * factor}, (_, i) => {
        if (method === "nearest")
            return [Math.floor(i / factor), 0, 0];
        const place = Math.min(Math.max((i + 0.5) / factor - 0.5, 0), size - 1);
        const before = Math.floor(place);
        return [before, Math.min(before + 1, size - 1), place - before];
    });
}
layers.upsample = (layer, [x], [[height, width, channels]]) => {
    const {factor, method} = layer.settings;
    const down = placesAlong(height, factor[0], method);
    const right = placesAlong(width, factor[1], method);
    const at = (i, j, c) => x[(i * width + j) * channels + c];
    const result = new Float32Array(count(layer.shape));
    let next = 0;
    for (const [i, below, fall] of down)
        for (const [j, beside, shift] of right)
            for (let c = 0; c < channels; ++c) {
                const upper = at(i, j, c) * (1 - shift) + at(i, beside, c) * shift;
                const lower = at(below, j, c) * (1 - shift) + at(below, beside, c) * shift;
                result[next++] = upper * (1 - fall) + lower * fall;
            }
    return result;
};

// Moves an image within a frame of another size.
function framed(x, [height, width, channels], [rows, columns], top, left, value) {
    const result = new Float32Array(rows * columns * channels).fill(value);
    for (let i = Math.max(0, -top); i < height && i + top < rows; ++i)
        for (let j = Math.max(0, -left); j < width && j + left < columns; ++j)
            for (let c = 0; c < channels; ++c)
                result[((i + top) * columns + j + left) * channels + c] = x[(i * width + j) * channels + c];
    return result;
}
layers.pad = (layer, [x], [shape]) =>
    framed(x, shape, layer.shape, layer.settings.sides[0], layer.settings.sides[2], layer.settings.value);
layers.crop = (layer, [x], [shape]) =>
    framed(x, shape, layer.shape, -layer.settings.sides[0], -layer.settings.sides[2], 0);
