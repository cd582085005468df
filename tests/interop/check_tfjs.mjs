// SPDX-FileCopyrightText: The Protomind authors
// SPDX-License-Identifier: GPL-3.0-or-later

// node check_tfjs.mjs FOLDER...: asks TensorFlow.js and the program of the page beside the model, each folder for
// itself, what Protomind was asked. A folder holds export/NAME-tfjs/ and reference.safetensors ("input", "output").
// TensorFlow.js is looked for in $TFJS_PACKAGES (a folder that npm installed into), else in bench/tfjs. Prints a line a
// folder; fails where an answer is off by more than 1e-4 of the largest.
import {createRequire} from "node:module";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const packages = process.env.TFJS_PACKAGES ?? join(dirname(fileURLToPath(import.meta.url)), "../../bench/tfjs");
console.warn = () => {};
const tf = createRequire(join(packages, "check.cjs"))("@tensorflow/tfjs");
await tf.setBackend("cpu");

const kTolerance = 1e-4;

function readReference(path) {
    const bytes = readFileSync(path);
    const length = Number(bytes.readBigUInt64LE());
    const header = JSON.parse(bytes.subarray(8, 8 + length).toString());
    return Object.fromEntries(["input", "output"].map(name => {
        const [begin, end] = header[name].data_offsets.map(offset => offset + 8 + length);
        return [name, {shape: header[name].shape, values: new Float32Array(bytes.buffer.slice(
            bytes.byteOffset + begin, bytes.byteOffset + end))}];
    }));
}

// What a browser's fetch would give, from disk.
async function answerOfTensorFlow(folder, input) {
    const model = JSON.parse(readFileSync(join(folder, "model.json"), "utf8"));
    const shards = model.weightsManifest.flatMap(group => group.paths).map(path => readFileSync(join(folder, path)));
    const data = Buffer.concat(shards);
    const loaded = await tf.loadLayersModel({load: async () => ({
        modelTopology: model.modelTopology,
        format: model.format,
        generatedBy: model.generatedBy,
        convertedBy: model.convertedBy,
        userDefinedMetadata: model.userDefinedMetadata,
        weightSpecs: model.weightsManifest.flatMap(group => group.weights),
        weightData: data.buffer.slice(data.byteOffset, data.byteOffset + data.length),
    })});
    const answer = loaded.predict(tf.tensor(input.values, input.shape));
    return {shape: answer.shape, values: await answer.data()};
}

// As a browser would run it, but for everything that is seen.
function answerOfPage(folder, input) {
    const page = readFileSync(join(folder, "index.html"), "utf8");
    const scriptOf = id => page.match(new RegExp(`<script[^>]* id="${id}">([^]*?)</script>`))[1];
    const make = new Function(`${scriptOf("network-code")}; return {makeNetwork, readWeights};`);
    const {makeNetwork, readWeights} = make();
    const predict = makeNetwork(JSON.parse(scriptOf("description")), readWeights(scriptOf("weights")));
    const length = input.values.length / input.shape[0];
    const answers = Array.from({length: input.shape[0]}, (_, i) =>
        Array.from(predict(input.values.subarray(i * length, (i + 1) * length))));
    return {values: answers.flat()};
}

function differenceOf(answer, expected) {
    if (answer.values.length !== expected.values.length)
        return NaN;
    let difference = 0;
    let largest = 1;
    expected.values.forEach((value, i) => {
        largest = Math.max(largest, Math.abs(value));
        difference = Math.max(difference, Math.abs(value - answer.values[i]));
    });
    return difference / largest;
}

let failed = false;
for (const folder of process.argv.slice(2)) {
    const found = existsSync(join(folder, "export"))
        ? readdirSync(join(folder, "export")).find(name => name.endsWith("-tfjs")) : undefined;
    if (found === undefined) {
        console.log(`${folder}: not written for TensorFlow.js`);
        continue;
    }
    const place = join(folder, "export", found);
    const {input, output} = readReference(join(folder, "reference.safetensors"));
    const words = [];
    for (const [name, file, answer] of [["TensorFlow.js", "model.json", answerOfTensorFlow], ["page", "index.html", answerOfPage]]) {
        try {
            const difference = differenceOf(await answer(place, input), output);
            const agrees = difference <= kTolerance;
            failed ||= !agrees;
            words.push(`${name} ${agrees ? "agrees" : "DIFFERS"} (${difference.toExponential(1)})`);
        } catch (error) {
            failed = true;
            words.push(`${name} FAILS: ${error.message}`);
        }
    }
    console.log(`${folder}: ${words.join(", ")}`);
}
process.exit(failed ? 1 : 0);
