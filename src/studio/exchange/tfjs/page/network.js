// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole network -----------------------------------------------------------------------------------------

// description: as in this page; weights: its numbers, one layer after the other. Gives a function that takes
// a sample as a list of numbers and gives what the last layer makes of it.
function makeNetwork(description, weights) {
    const all = description.layers.map(layer => ({
        ...layer,
        weights: Object.fromEntries(Object.entries(layer.weights).map(
            ([name, [first, length]]) => [name, weights.subarray(first, first + length)])),
    }));
    return sample => {
        const results = [];
        for (const layer of all) {
            const inputs = layer.inputs.length > 0 ? layer.inputs.map(i => results[i]) : [Float32Array.from(sample)];
            const shapes = layer.inputs.map(i => all[i].shape);
            results.push(layers[layer.kind](layer, inputs, shapes));
        }
        return results[description.output];
    };
}

// Weights are kept as text of 64 letters, which any page can hold.
function readWeights(text) {
    const bytes = atob(text);
    const numbers = new DataView(new ArrayBuffer(bytes.length));
    for (let i = 0; i < bytes.length; ++i)
        numbers.setUint8(i, bytes.charCodeAt(i));
    return Float32Array.from({length: bytes.length / 4}, (_, i) => numbers.getFloat32(4 * i, true));
}
