// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// node works.mjs REQUEST: times works in TensorFlow.js on one of its backends, "wasm" or "cpu". REQUEST and answer are
// JSON; see bench/peers/tensorflow_js.py. Packages come from the folder that the request names.
import {createRequire} from "node:module";
import {dirname, join} from "node:path";

const request = JSON.parse(process.argv[2]);
const load = createRequire(join(request.packages, "works.cjs"));
// Its words of welcome go where they don't mix with the answer.
console.log = console.info = console.warn = console.error;
const tf = load("@tensorflow/tfjs");
const wasm = load("@tensorflow/tfjs-backend-wasm");
wasm.setWasmPaths(dirname(load.resolve("@tensorflow/tfjs-backend-wasm")) + "/");
await tf.setBackend(request.backend);
await tf.ready();

const [leastRuns, leastSeconds, mostSeconds] = request.limits;

async function timed(run) {
    const secondsOfRun = async () => {
        const begin = performance.now();
        await run();
        return (performance.now() - begin) / 1000;
    };
    const times = [];
    for (let i = 0, total = 0; i < 5 && total < 0.5; ++i) {
        const seconds = await secondsOfRun();
        total += seconds;
        // What takes so long needs no warming up.
        if (seconds > 1)
            times.push(seconds);
    }
    for (let total = times[0] ?? 0; (times.length < leastRuns || total < leastSeconds) && total < mostSeconds;) {
        times.push(await secondsOfRun());
        total += times[times.length - 1];
    }
    return times.sort((a, b) => a - b);
}

// A whole step; reading the loss makes sure that it has been computed.
async function training(layers, sample, classes, optimizer, batch) {
    const model = tf.sequential({layers});
    const x = tf.randomUniform([batch, ...sample]);
    const target = classes ? tf.oneHot(tf.randomUniform([batch], 0, classes, "int32"), classes)
                           : tf.randomUniform([batch, 1]);
    const loss = classes ? tf.losses.softmaxCrossEntropy : tf.losses.meanSquaredError;
    return timed(async () => {
        const cost = optimizer.minimize(() => loss(target, model.apply(x, {training: true})), true);
        await cost.data();
        cost.dispose();
    });
}

const dense = (units, activation, inputShape) => tf.layers.dense({units, activation, inputShape});
const conv = (filters, kernelSize, activation, inputShape) =>
    tf.layers.conv2d({filters, kernelSize, activation, inputShape, padding: "same"});
const pool = () => tf.layers.maxPooling2d({poolSize: 2, strides: 2});
const normalised = (filters, inputShape) =>
    [conv(filters, 3, "linear", inputShape), tf.layers.batchNormalization(), tf.layers.reLU()];
const digits = () => [
    conv(16, 5, "relu", [28, 28, 1]), pool(), conv(32, 5, "relu"), pool(), tf.layers.flatten(), dense(128, "relu"),
    dense(10, "linear")];

function answers(samples, piece) {
    const model = tf.sequential({layers: digits()});
    const images = tf.randomUniform([piece, 28, 28, 1]);
    return timed(async () => {
        for (let i = 0; i < samples / piece; ++i) {
            const probabilities = tf.tidy(() => tf.softmax(model.apply(images)));
            await probabilities.data();
            probabilities.dispose();
        }
    });
}

const works = {
    "playground 2-4-2-1": () =>
        training([dense(4, "tanh", [2]), dense(2, "tanh"), dense(1, "tanh")], [2], 0, tf.train.sgd(0.001), 10),
    "mlp 784-256-128-10": () => training(
        [dense(256, "relu", [784]), dense(128, "relu"), dense(10, "linear")], [784], 10, tf.train.adam(0.001), 64),
    "convnet 16-32-128-10": () => training(digits(), [28, 28, 1], 10, tf.train.adam(0.001), 64),
    "bn-convnet 32-32-64-64-10": () => training(
        [...normalised(32, [32, 32, 3]), ...normalised(32), pool(), ...normalised(64), ...normalised(64), pool(),
         tf.layers.flatten(), dense(10, "linear")], [32, 32, 3], 10, tf.train.adam(0.001), 64),
    "answer for 1 image": () => answers(1, 1),
    "answers for 10000 images": () => answers(10000, 250),
};

const times = {};
const missing = {};
for (const name of request.works ?? Object.keys(works)) {
    try {
        times[name] = await works[name]();
    } catch (error) {
        missing[name] = String(error.message).split("\n")[0];
    }
}
process.stdout.write(JSON.stringify({version: tf.version_core, node: process.version, times, missing}) + "\n");
