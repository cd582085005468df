// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Layers for sequences ------------------------------------------------------------------------------------

// Words are numbered from 0: each becomes its row of the table.
layers.embedding = (layer, [x]) => {
    const {vocabulary, features} = layer.settings;
    const result = new Float32Array(x.length * features);
    x.forEach((value, i) => {
        const word = Math.floor(value);
        if (word >= 0 && word < vocabulary)
            result.set(layer.weights.table.subarray(word * features, (word + 1) * features), i * features);
    });
    return result;
};
layers.position = (layer, [x]) => {
    const features = layer.shape[1];
    if (layer.settings.kind === "learned")
        return x.map((value, i) => value + layer.weights.positions[i]);
    return x.map((value, i) => {
        const feature = i % features;
        const angle = Math.floor(i / features) / 10000 ** ((feature - feature % 2) / features);
        return value + (feature % 2 === 0 ? Math.sin(angle) : Math.cos(angle));
    });
};

// Reads a sequence step by step. step(fromInput, fromState, state) makes the next state {hidden, ...}.
function readSequence(layer, x, [steps, features], units, gates, step) {
    const everyStep = layer.settings.result === "every_step";
    const directions = layer.settings.both_directions ? ["", "backward_"] : [""];
    const width = units * directions.length;
    const result = new Float32Array(everyStep ? steps * width : width);
    directions.forEach((prefix, direction) => {
        const of = name => layer.weights[prefix + name];
        const fromInputs = product(x, of("kernel"), of("bias"), features, gates * units);
        let state = {hidden: new Float32Array(units), cell: new Float32Array(units)};
        for (let n = 0; n < steps; ++n) {
            const t = direction === 0 ? n : steps - 1 - n;
            const fromInput = fromInputs.subarray(t * gates * units, (t + 1) * gates * units);
            const fromState =
                product(state.hidden, of("recurrent_kernel"), of("recurrent_bias"), units, gates * units);
            state = step(fromInput, fromState, state);
            if (everyStep)
                result.set(state.hidden, t * width + direction * units);
        }
        if (!everyStep)
            result.set(state.hidden, direction * units);
    });
    return result;
}
layers.rnn = (layer, [x], [shape]) => readSequence(layer, x, shape, layer.settings.units, 1, (a, b) => ({
    hidden: a.map((value, i) => bends[layer.settings.activation](value + b[i])),
}));
layers.lstm = (layer, [x], [shape]) => {
    const {units} = layer.settings;
    return readSequence(layer, x, shape, units, 4, (a, b, before) => {
        const gate = (which, i) => a[which * units + i] + b[which * units + i];
        const cell = before.cell.map((value, i) => sigmoid(gate(1, i)) * value +
            sigmoid(gate(0, i)) * Math.tanh(gate(2, i)));
        return {cell, hidden: cell.map((value, i) => sigmoid(gate(3, i)) * Math.tanh(value))};
    });
};
layers.gru = (layer, [x], [shape]) => {
    const {units} = layer.settings;
    return readSequence(layer, x, shape, units, 3, (a, b, before) => ({
        hidden: before.hidden.map((value, i) => {
            const update = sigmoid(a[i] + b[i]);
            const reset = sigmoid(a[units + i] + b[units + i]);
            const fresh = Math.tanh(a[2 * units + i] + reset * b[2 * units + i]);
            return update * value + (1 - update) * fresh;
        }),
    }));
};

// Every step looks at all steps (causal: not at later ones) and takes a mean of what they have to say.
layers.attention = (layer, [x], [[steps, features]]) => {
    const {heads, causal} = layer.settings;
    const size = features / heads;
    const {kernel, bias, output_kernel, output_bias} = layer.weights;
    const projected = product(x, kernel, bias, features, 3 * features);
    const at = (role, t, i) => projected[t * 3 * features + role * features + i];
    const found = new Float32Array(steps * features);
    for (let head = 0; head < heads; ++head)
        for (let t = 0; t < steps; ++t) {
            const scores = new Float32Array(causal ? t + 1 : steps);
            for (let other = 0; other < scores.length; ++other) {
                let sum = 0;
                for (let i = head * size; i < (head + 1) * size; ++i)
                    sum += at(0, t, i) * at(1, other, i);
                scores[other] = sum / Math.sqrt(size);
            }
            const shares = softmax(scores, scores.length);
            for (let i = head * size; i < (head + 1) * size; ++i)
                found[t * features + i] = shares.reduce((sum, share, other) => sum + share * at(2, other, i), 0);
        }
    return product(found, output_kernel, output_bias, features, features);
};
